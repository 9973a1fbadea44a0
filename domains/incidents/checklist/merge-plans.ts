import { isDeepStrictEqual } from 'node:util'
import type { EmergencyPlan, PlanStep } from '#contracts/playbook/emergency'

/** The step by which every plan asks for its degree, in whatever words. */
export const GRADING = 'grade'

/** Keys of the plan that something in the room stands on, and parts of it that are in use. */
export type InUse = {
  steps: ReadonlySet<string>
  posts: ReadonlySet<string>
  evidence: ReadonlySet<string>
  sheet: ReadonlySet<string>
  seal: boolean
  affected: boolean
}

/**
 * What a room follows after another plan was chosen: the new plan, and of the old one whatever something in the room stands on already.
 * Shape: what both want in the same words is one and the same; where only the key is the same the new one gets a key of its own, so that what was
 *        written stays what it was. Steps that only the old plan had are wanted at no degree. `steps`: those of the new plan.
 */
export function mergePlans(
  before: EmergencyPlan,
  next: EmergencyPlan,
  used: InUse,
): { plan: EmergencyPlan; steps: PlanStep[] } {
  const steps = together(
    before.steps,
    next.steps,
    used.steps,
    (a, b) => a.key === GRADING || isDeepStrictEqual(a.title, b.title),
  )
  const posts = together(before.posts, next.posts, used.posts, () => true)
  const evidence = together(before.evidence, next.evidence, used.evidence, (a, b) =>
    isDeepStrictEqual(a.text, b.text),
  )
  const sheet = together(before.sheet, next.sheet, used.sheet, (a, b) => a.kind === b.kind)
  const plan = {
    ...next,
    steps: [...steps.fresh, ...steps.left.map((step) => ({ ...step, grades: [] }))],
    posts: [...posts.fresh, ...posts.left],
    evidence: [...evidence.fresh, ...evidence.left],
    sheet: [...sheet.fresh, ...sheet.left],
    seal: next.seal || used.seal,
    affected: next.affected || used.affected,
  }
  return { plan, steps: steps.fresh }
}

type Keyed = { key: string }

function together<T extends Keyed>(
  before: readonly T[],
  next: readonly T[],
  used: ReadonlySet<string>,
  isSame: (a: T, b: T) => boolean,
): { fresh: T[]; left: T[] } {
  const taken = new Set([...used, ...next.map((one) => one.key)])
  const fresh = next.map((one) => {
    const old = before.find((b) => b.key === one.key && used.has(b.key))
    return !old || isSame(old, one) ? one : { ...one, key: freeKey(one.key, taken) }
  })
  const left = before.filter((one) => used.has(one.key) && !fresh.some((f) => f.key === one.key))
  return { fresh, left }
}

function freeKey(key: string, taken: Set<string>): string {
  for (let n = 2; ; n += 1) {
    const free = `${key.slice(0, 36)}_${n}`
    if (taken.has(free)) continue
    taken.add(free)
    return free
  }
}
