import { sql } from 'kysely'
import type pg from 'pg'

const MARK = '/* kept plan */'
/** Ends a statement of the query builder whose plan is to be kept: `.modifyEnd(KEPT_PLAN)`. */
export const KEPT_PLAN = sql`/* kept plan */`

/** Writes by key gain from it whatever the tables hold, so what a process writes often is kept without a mark. */
const OFTEN = 30
const LONGEST = 3000
const MOST = 150
const COUNTED = 1000

/**
 * Which statements of a pool are planned once per connection instead of each time they run: those with the mark at their beginning or end,
 * for the few that run dozens of times a second and whose planning takes longer than their work.
 * Shape: such a text is always the same and has its values as parameters.
 */
export function planKeeper(): (text: string) => string | pg.QueryConfig {
  const names = new Map<string, string>()
  const written = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known) return { name: known, text }
    if (!text.startsWith(MARK) && !text.endsWith(MARK) && !(isWrite(text) && isOften(text))) return text
    const name = `kept_${names.size}`
    names.set(text, name)
    return { name, text }
  }

  function isOften(text: string): boolean {
    // Many that are sent once (imports of so many rows) must not keep the busy ones from being counted.
    if (written.size >= COUNTED) written.clear()
    const times = (written.get(text) ?? 0) + 1
    written.set(text, times)
    return times >= OFTEN && names.size < MOST
  }
}

function isWrite(text: string): boolean {
  return text.length <= LONGEST && (text.startsWith('insert into "') || text.startsWith('update "'))
}

/** The tables have changed under a kept plan, as when a new version migrates beside an old one: its connection must be made anew. */
export function isOutdatedPlan(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === '0A000' && message === 'cached plan must not change result type'
}
