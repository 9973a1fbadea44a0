import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { EmergencyPlan } from '#contracts/playbook/emergency'

const FOLDER = join(import.meta.dirname, '..', 'packs', 'emergencies')

type Keyed = { key: string }
/** As written, before the playbook's schema has filled in what may be left out. */
type WrittenPlan = Partial<EmergencyPlan> & Keyed
/** A line with the key of one that is there changes it; a new one stands after `after`, or at the end. */
type Additions = { [Part in keyof WrittenPlan]?: unknown } & { without?: string[] }
type PlanFile = { plan: WrittenPlan; industries: Record<string, Additions | null> }

const LISTS = ['posts', 'steps', 'evidence', 'statements', 'sheet', 'grades'] as const
const kept = new Map<string, PlanFile>()

export function planFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()
}

/**
 * A pack names its emergency plans; each is written once in packs/emergencies/ and carries what an industry does differently.
 * Shape: the document with plans in the place of names; what is no name stays, and so does a name without a file, so that the
 *        check of the document says so.
 */
export function withPlans(document: unknown): unknown {
  const pack = document as { industry?: unknown; emergencies?: unknown } | null
  if (typeof pack !== 'object' || pack === null || !Array.isArray(pack.emergencies)) return document
  const industry = String(pack.industry)
  const emergencies = pack.emergencies.map((name: unknown) =>
    typeof name === 'string' ? (planOf(name, industry) ?? name) : name,
  )
  return { ...pack, emergencies }
}

function planOf(name: string, industry: string): unknown {
  const file = readFile(name)
  if (!file || !(industry in file.industries)) return undefined
  const { without = [], ...additions } = file.industries[industry] ?? {}
  const plan: Record<string, unknown> = { ...file.plan, ...additions }
  for (const list of LISTS) {
    const own = (additions[list] ?? []) as (Keyed & { after?: string })[]
    const lines = mergeLines((file.plan[list] ?? []) as Keyed[], own).filter(
      ({ key }) => !without.includes(`${list}.${key}`),
    )
    if (lines.length > 0) plan[list] = lines
  }
  return plan
}

function mergeLines(lines: readonly Keyed[], own: readonly (Keyed & { after?: string })[]): Keyed[] {
  const merged = [...lines]
  for (const { after, ...line } of own) {
    const at = merged.findIndex(({ key }) => key === line.key)
    const place = after === undefined ? -1 : merged.findIndex(({ key }) => key === after)
    if (after !== undefined && place === -1) throw new Error(`no line "${after}" to stand after: ${line.key}`)
    if (at !== -1) merged[at] = { ...merged[at], ...line }
    else merged.splice(place === -1 ? merged.length : place + 1, 0, line)
  }
  return merged
}

function readFile(name: string): PlanFile | undefined {
  if (!kept.has(name)) {
    if (!planFiles().includes(name)) return undefined
    kept.set(name, parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'), { merge: true }) as PlanFile)
  }
  return kept.get(name)
}
