import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { TimeWindow } from './narrowing.ts'
import { allWords, narrowedBy } from './question.ts'

/** A question as the index is asked it: texts of a tsquery. */
export type Asked = { question: string; windows: TimeWindow[] }
export type Key = { at: Date; id: string }
export type Hit = { ticket_id: string; opened_at: Date }

/** The newest tickets whose words fit, at most so many; what they are narrowed by is checked again by whoever asks. */
function hits({ question, windows }: Asked, after: Key | null, most: number): RawBuilder<Hit> {
  return sql<Hit>`tickets.search_hits(${question}::tsquery, ${windows.map((w) => narrowedBy(w.words))}::tsquery[],
    ${windows.map((w) => w.from)}::timestamptz[], ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most}::int)`
}

export async function findHits(tx: Tx, asked: Asked, after: Key | null, most: number): Promise<Hit[]> {
  const found = await sql<Hit>`select ticket_id, opened_at from ${hits(asked, after, most)}`.execute(tx)
  return found.rows
}

/** For a list that has its own order: the ids of the newest that fit. */
export function idsOfHits(asked: Asked, most: number): RawBuilder<string> {
  return sql<string>`(select ticket_id from ${hits(asked, null, most)})`
}

/** Words for one ticket more, and whether somebody still has to do something about it. */
export type AddedWords = { ticketId: string; words: string[]; open: boolean }

/**
 * Adds words to what tickets are found by, and says whether somebody still has to do something about them.
 * Shape: writes nothing when every word is there already, since a written row is indexed anew with all its words.
 */
export async function addSearchWords(tx: Tx, added: readonly AddedWords[]): Promise<void> {
  if (!added.length) return
  const rows = added.map((one) => ({ ...one, all: one.words.length ? allWords(one.words) : null }))
  await sql`update tickets.search s set words = case when x.open then s.words else ts_delete(s.words, '@o') end || array_to_tsvector(x.words)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("ticketId" uuid, words text[], open boolean, "all" tsquery)
    where s.brand_id = platform.brand() and s.ticket_id = x."ticketId"
      and (x.open <> (s.words @@ '@o'::tsquery) or coalesce(not s.words @@ x."all", false))`.execute(tx)
}
