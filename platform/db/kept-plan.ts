import { sql } from 'kysely'
import type pg from 'pg'

const MARK = '/* kept plan */'
/** Ends a statement of the query builder whose plan is to be kept: `.modifyEnd(KEPT_PLAN)`. */
export const KEPT_PLAN = sql`/* kept plan */`

/** Writes by key gain from it whatever the tables hold, so what this process writes often is kept without a mark. */
const OFTEN = 30
const LONGEST = 3000
const MOST = 150
const names = new Map<string, string>()
const written = new Map<string, number>()

/**
 * A statement with the mark at its beginning or end is planned once per connection instead of each time it runs: for the few that run dozens
 * of times a second and whose planning takes longer than their work.
 * Shape: its text is always the same and has its values as parameters.
 */
export function keptPlan(text: string): string | pg.QueryConfig {
  const known = names.get(text)
  if (known) return { name: known, text }
  if (!text.startsWith(MARK) && !text.endsWith(MARK) && !isWrittenOften(text)) return text
  const name = `kept_${names.size}`
  names.set(text, name)
  return { name, text }
}

function isWrittenOften(text: string): boolean {
  if (text.length > LONGEST || !(text.startsWith('insert into "') || text.startsWith('update "')))
    return false
  const times = (written.get(text) ?? 0) + 1
  if (times < OFTEN && (written.size < MOST || written.has(text))) written.set(text, times)
  return times >= OFTEN && names.size < MOST
}

/** The tables have changed under a kept plan, as when a new version migrates beside an old one: its connection must be made anew. */
export function isOutdatedPlan(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === '0A000' && message === 'cached plan must not change result type'
}
