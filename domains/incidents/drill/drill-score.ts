import type { KeptLine } from './view-drill-score.ts'

export type Drilled = {
  callEverySec: number
  /** One per post: when it was first called and when it was answered, in seconds after the opening; null: never. */
  posts: { calledSec: number | null; answeredSec: number | null }[]
  /** Steps with a deadline that were not left out. */
  steps: { law: boolean; inTime: boolean }[]
  /** Null: this drill sealed nothing, or the plan has no statements: not counted. */
  seal: { acknowledged: number; of: number } | null
  statements: { approved: number } | null
  review: { finished: boolean; measures: number }
}

const MOST = { called: 10, acknowledged: 25, steps: 20, law: 20, seal: 10, statement: 5, review: 10 } as const
/** A post that answers within the first round and one more has answered in time. */
const ROUNDS = 2

/**
 * What a drill is worth: per thing measured, the share of what was wanted (K3).
 * Shape:  a line without anything to measure is left out, so the best drill reaches the most there is. Points are whole.
 */
export function scoreOf(drilled: Drilled): KeptLine[] {
  const { posts, steps, seal, statements, review, callEverySec } = drilled
  const withinSec = callEverySec * ROUNDS
  const inTime = posts.filter(
    (p) => p.answeredSec !== null && p.answeredSec - (p.calledSec ?? p.answeredSec) <= withinSec,
  )
  const law = steps.filter((s) => s.law)
  const other = steps.filter((s) => !s.law)
  const reviewed = (review.finished ? 1 : 0) + (review.measures > 0 ? 1 : 0)
  return [
    line('called', posts.filter((p) => p.calledSec !== null || p.answeredSec !== null).length, posts.length),
    line('acknowledged', inTime.length, posts.length, { seconds: withinSec }),
    line('steps', other.filter((s) => s.inTime).length, other.length),
    line('law', law.filter((s) => s.inTime).length, law.length),
    line('seal', seal?.acknowledged ?? 0, seal?.of ?? 0),
    line('statement', Math.min(1, statements?.approved ?? 0), statements ? 1 : 0),
    line('review', reviewed, 2),
  ].flatMap((one) => one ?? [])
}

function line(
  key: KeptLine['key'],
  got: number,
  of: number,
  more: Record<string, number> = {},
): KeptLine | null {
  if (of === 0) return null
  const most = MOST[key]
  return {
    key,
    most,
    points: Math.floor((most * got) / of),
    wanted: { n: of, ...more },
    reached: { n: got, of },
  }
}
