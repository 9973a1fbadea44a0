import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { Asked } from '../filter/asked-data.ts'
import { conditionsSql } from '../filter/condition-data.ts'
import { viewSql } from '../filter/view-data.ts'
import { within } from '../handling/desk-data.ts'

/** By whom, and among which: view, conditions and reach. */
export type Among = Pick<Asked, 'reader' | 'view' | 'conditions' | 'shopsOf'>

function among(tx: Tx, { reader, view, conditions, shopsOf }: Among) {
  return tx
    .selectFrom('tickets.ticket as t')
    .where(within(reader.scope))
    .where(viewSql(view, reader))
    .where(conditionsSql(conditions, { staffId: reader.staffId, now: reader.now, shopsOf }))
}

export type CandidateRow = Awaited<ReturnType<typeof candidatesAmong>>[number]

/** Of the hits those that this reader may see and that the filters leave, with what a hit may stand in; in no order. */
export function candidatesAmong(tx: Tx, wanted: Among, ids: string[]) {
  return among(tx, wanted)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .select(['id', 'title', 'content', 'shop_id', 'assignee_id', 'opened_at', 'customer_name'])
    .select(sql<string | null>`fields->>'orderNumber'`.as('order_number'))
    .execute()
}

export async function idOfNumber(tx: Tx, wanted: Among, number: number): Promise<CandidateRow | undefined> {
  const { id } = (await among(tx, wanted).where('number', '=', number).select('id').executeTakeFirst()) ?? {}
  return id ? (await candidatesAmong(tx, wanted, [id]))[0] : undefined
}

/** Whole rows for the page that is shown. */
export function rowsOf(tx: Tx, ids: string[]) {
  return tx.selectFrom('tickets.ticket').selectAll().where('id', 'in', ids).execute()
}

/** What was said on these tickets, newest first; the first text stands among it again. */
export async function saidOn(tx: Tx, ids: string[]) {
  if (!ids.length) return []
  return tx
    .selectFrom('tickets.entry')
    .select(['ticket_id', 'at', 'kind', 'by_name', 'text'])
    .where(sql<boolean>`ticket_id = any(${ids}::uuid[])`)
    .where('kind', 'in', ['message_in', 'message_out', 'note'])
    .where('text', '!=', '')
    .orderBy('ticket_id')
    .orderBy('id', 'desc')
    .execute()
}

/** Which of the hidden words each ticket carries. */
export async function personalWordsOf(
  tx: Tx,
  ids: string[],
  words: string[],
): Promise<Map<string, Set<string>>> {
  if (!words.length || !ids.length) return new Map()
  const found = await sql<{ ticket_id: string; words: string[] }>`
    select ticket_id, array(select w from unnest(${words}::text[]) w where s.words @@ quote_literal(w)::tsquery) as words
    from tickets.search s where ticket_id = any(${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.ticket_id, new Set(row.words)]))
}
