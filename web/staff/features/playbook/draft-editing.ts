import type { z } from 'zod'
import { Playbook } from '#contracts/playbook'

export type Path = ReadonlyArray<string | number>

/** How a section changes the draft; absent where the reader may only look. */
export type Edit = { change: (path: Path, value: unknown) => void }

/** The document with one place replaced; everything beside the path stays the same object. */
export function withValue<T>(document: T, path: Path, value: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return value as T
  if (Array.isArray(document)) {
    return document.map((item, i) => (i === key ? withValue(item, rest, value) : item)) as T
  }
  const object = document as Record<string | number, unknown>
  const inner = withValue(object[key], rest, value)
  if (inner === undefined) {
    const { [key]: _gone, ...others } = object
    return others as T
  }
  return { ...object, [key]: inner } as T
}

export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index)
}

/** The list with one item a place further up (-1) or down (1); at the ends nothing happens. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const other = index + by
  if (other < 0 || other >= list.length) return [...list]
  const next = [...list]
  ;[next[index], next[other]] = [next[other] as T, next[index] as T]
  return next
}

/** Words from a text area: one a line, or separated by commas; each once, in order. */
export function wordsFrom(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n、,，;；]+/)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ]
}

/** Days after which something is done, as typed: whole numbers from 1 to 90, each once, the earliest first. */
export function daysFrom(typed: readonly string[]): number[] {
  const days = typed.map(Number).filter((day) => Number.isInteger(day) && day >= 1 && day <= 90)
  return [...new Set(days)].sort((a, b) => a - b)
}

/** Whether the sections can draw it; a draft written by hand may be anything. */
export function looksWhole(document: unknown): boolean {
  const doc = document as Record<string, unknown> | null
  if (typeof doc !== 'object' || doc === null) return false
  const lists = [
    'categories',
    'forms',
    'risks',
    'matrix',
    'teams',
    'responsibility',
    'calendars',
    'templates',
    'severity',
    'impact',
  ]
  const objects = ['kinds', 'signals', 'sla', 'closing']
  return (
    lists.every((key) => Array.isArray(doc[key])) &&
    objects.every((key) => typeof doc[key] === 'object' && doc[key] !== null)
  )
}

/** A hand-written document with the parts filled in that may be left out; the sections count on them. */
export function filledIn(doc: Playbook): Playbook {
  return {
    ...doc,
    categories: doc.categories.map((parent) => ({
      ...parent,
      children: (parent.children ?? []).map((child) => ({ ...CHILD, ...child })),
    })),
    risks: doc.risks.map((risk) => ({ ...RISK, ...risk })),
    teams: doc.teams.map((team) => ({ ...team, roles: team.roles ?? [] })),
    responsibility: doc.responsibility.map((rule) => ({
      ...rule,
      when: rule.when ?? {},
      chain: rule.chain ?? [],
      together: rule.together ?? [],
    })),
    templates: doc.templates.map((template) => ({ ...template, kinds: template.kinds ?? [] })),
    sla: { ...doc.sla, kinds: doc.sla.kinds ?? {} },
    closing: { ...doc.closing, required: doc.closing.required ?? [] },
    causes: doc.causes ?? [],
    compensation: part(Playbook.shape.compensation, doc.compensation),
    revisit: part(Playbook.shape.revisit, doc.revisit),
    orders: part(Playbook.shape.orders, doc.orders),
    emergencies: Array.isArray(doc.emergencies) ? doc.emergencies.map((plan) => ({ ...PLAN, ...plan })) : [],
  }
}

/** A part with its defaults; one that was written wrongly keeps what it says, so that it can be put right. */
function part<T extends object>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  return { ...schema.parse(undefined), ...(value as T) }
}

const CHILD = { words: [], severity: 2, impact: 1 }
const PLAN = {
  risks: [],
  grades: [],
  posts: [],
  steps: [],
  evidence: [],
  statements: [],
  sheet: [],
  callEverySec: 120,
  sealEveryMin: 10,
  affectedDays: 3,
  seal: false,
  affected: false,
}
const RISK = { words: [], unless: [], notify: [] }
