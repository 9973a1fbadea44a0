import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

export type OutboundRow = {
  id: string
  brand_id: string
  channel_id: string
  ticket_id: string | null
  conversation_id: string | null
  payload_enc: Buffer | null
  state: string
  tries: number
  parts_done: number
  created_at: Date
}

export async function dueOutbound(services: Services, at: Date, most: number) {
  const { rows } = await sql<{
    brand_id: string
    id: string
  }>`select brand_id, id from channels.outbound_due(${at}, ${most})`.execute(services.db.open)
  return rows
}

/** Takes one message for so long: a process that dies with it gives it back when the time is over. Null when somebody else has it. */
export async function leaseOutbound(tx: Tx, id: string, at: Date, until: Date): Promise<OutboundRow | null> {
  const row = await tx
    .updateTable('channels.outbound_message')
    .set((e) => ({ next_try_at: until, tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', at)
    .returningAll()
    .executeTakeFirst()
  return (row as unknown as OutboundRow) ?? null
}

/** A message without what a rate limit took from it: waiting for its turn is no failed try. */
export async function giveBack(tx: Tx, id: string, to: Date): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set((e) => ({ next_try_at: to, tries: e('tries', '-', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function countPart(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set((e) => ({ parts_done: e('parts_done', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markSent(tx: Tx, id: string, at: Date, externalId: string | null): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'sent', sent_at: at, external_id: externalId, next_try_at: null, problem: '' })
    .where('id', '=', id)
    .execute()
}

export async function postponeOutbound(tx: Tx, id: string, to: Date, problem: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ next_try_at: to, problem })
    .where('id', '=', id)
    .execute()
}

export async function markFailed(tx: Tx, id: string, problem: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'failed', problem, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

/** Never goes out, and nobody need act on it. */
export async function markDropped(tx: Tx, id: string, problem: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'dropped', problem, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

const ORDER = ['queued', 'sent', 'delivered', 'read']

/** The fate of a message as its service tells it; an older one that comes late changes nothing. Undefined when it is not ours. */
export async function takeReceipt(
  tx: Tx,
  channelId: string,
  externalId: string,
  receipt: { state: 'delivered' | 'read' | 'failed'; problem: string; at: Date },
): Promise<{ id: string; ticket_id: string | null; changed: boolean } | undefined> {
  const row = await tx
    .selectFrom('channels.outbound_message')
    .select(['id', 'ticket_id', 'state'])
    .where('channel_id', '=', channelId)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { state, problem, at } = receipt
  const changed = state === 'failed' ? row.state === 'sent' : ORDER.indexOf(state) > ORDER.indexOf(row.state)
  if (changed)
    await tx
      .updateTable('channels.outbound_message')
      .set({
        state,
        problem,
        ...(state === 'delivered' ? { delivered_at: at } : {}),
        ...(state === 'read' ? { read_at: at } : {}),
      })
      .where('id', '=', row.id)
      .execute()
  return { id: row.id, ticket_id: row.ticket_id, changed }
}

/** Given-up messages, the newest first. */
export function deadLetters(tx: Tx, after: { at: Date; id: string } | null, most: number) {
  let query = tx
    .selectFrom('channels.outbound_message as m')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'm.brand_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .select([
      'm.id',
      'm.ticket_id',
      'm.payload_enc',
      'm.problem',
      'm.tries',
      'm.created_at',
      'm.channel_id',
      'c.name',
      'c.kind',
    ])
    .where('m.state', '=', 'failed')
  if (after)
    query = query.where((e) =>
      e.or([
        e('m.created_at', '<', after.at),
        e.and([e('m.created_at', '=', after.at), e('m.id', '<', after.id)]),
      ]),
    )
  return query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(most).execute()
}

/** A dead letter goes out again, or is put away; false when it is none. */
export async function settleDead(tx: Tx, id: string, to: 'queued' | 'dropped', at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('channels.outbound_message')
    .set({
      state: to,
      tries: 0,
      next_try_at: to === 'queued' ? at : null,
      ...(to === 'queued' ? { problem: '' } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
