import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { SURE_FROM } from '../triage/kept.ts'

export type Said = { kind: string; by_kind: string; text: string; at: Date }

/** The newest messages and notes of a ticket and of what was merged into it, the oldest first. */
export async function saidOn(tx: Tx, ids: readonly string[], most: number): Promise<Said[]> {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select(['kind', 'by_kind', 'text', 'at'])
    .where('ticket_id', 'in', [...ids])
    .where('kind', 'in', ['message_in', 'message_out', 'note'])
    .where('text', '<>', '')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.reverse()
}

/** The files that these tickets belong to. */
export async function customersOf(tx: Tx, ticketIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('tickets.ticket')
    .select('customer_id')
    .distinct()
    .where('id', 'in', [...ticketIds])
    .where('customer_id', 'is not', null)
    .execute()
  return rows.map((row) => row.customer_id!)
}

/** Tickets of the last while whose judgement is unsure, on which nobody has worked yet and nothing has been asked. */
export async function unsureSince(tx: Tx, since: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from tickets.ticket
    where closed_at is null and opened_at >= ${since} and triage->>'by' = 'model'
      and (triage->>'sure')::float8 < ${SURE_FROM}::float8 and not triage ? 'asked'
    order by opened_at desc, id desc limit ${most}`.execute(tx)
  return rows.map((row) => row.id)
}

/** Takes a ticket to ask about it: whoever comes later finds it asked. False when it is, or when a person has judged. */
export async function claimAsking(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update tickets.ticket
    set triage = triage || '{"asked": true}' where id = ${id} and triage->>'by' = 'model' and not triage ? 'asked'`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0) > 0
}

/** Gives it back: nothing was asked. */
export async function unclaimAsking(tx: Tx, id: string): Promise<void> {
  await sql`update tickets.ticket set triage = triage - 'asked'
    where id = ${id} and triage->>'by' = 'model' and not triage ? 'suggestion'`.execute(tx)
}

/** Notes that it was asked, and what came of it, unless a person has judged in the meantime. */
export async function noteSuggestion(tx: Tx, id: string, suggestion: object | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update tickets.ticket
    set triage = triage || jsonb_build_object('asked', true, 'suggestion', ${JSON.stringify(suggestion)}::jsonb)
    where id = ${id} and triage->>'by' = 'model'`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
