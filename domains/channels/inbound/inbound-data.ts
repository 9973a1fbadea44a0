import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

export type Waiting = { brand_id: string; id: string }
export type StoredMessage = {
  id: string
  channel_id: string
  external_id: string
  payload_enc: Buffer
  tries: number
  received_at: Date
  thread: string
}

/** The oldest message of each thread that waits to be read, of all brands. */
export async function waitingMessages(services: Services, at: Date, most: number): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`select brand_id, id from channels.inbound_waiting(${at}, ${most})`.execute(
      services.db.open,
    )
  return rows
}

/** One stored message; with `lock` null when somebody else is at it or it is no longer waiting. */
export async function findStored(tx: Tx, id: string, lock: boolean): Promise<StoredMessage | null> {
  let query = tx
    .selectFrom('channels.inbound_message')
    .select(['id', 'channel_id', 'external_id', 'payload_enc', 'tries', 'received_at', 'thread'])
    .where('id', '=', id)
    .where('state', '=', 'received')
  if (lock) query = query.forUpdate().skipLocked()
  return (await query.executeTakeFirst()) ?? null
}

/**
 * Several that wait, each with those behind it in its thread, in the order in which they are read.
 * Shape: at most `most` of one thread; it ends at one that was put off, which the later ones must not overtake.
 */
export async function findTogether(
  tx: Tx,
  ids: readonly string[],
  at: Date,
  most: number,
): Promise<StoredMessage[]> {
  const { rows } = await sql<StoredMessage & { first_id: string; put_off: boolean }>`
    select h.id as first_id, m.id, m.channel_id, m.external_id, m.payload_enc, m.tries, m.received_at, m.thread,
      coalesce(m.next_try_at, m.received_at) > ${at} as put_off
    from channels.inbound_message h cross join lateral (
      select * from channels.inbound_message e where e.brand_id = h.brand_id and e.id = h.id and h.thread = ''
      union all
      (select * from channels.inbound_message e where e.brand_id = h.brand_id and e.channel_id = h.channel_id and e.thread = h.thread and h.thread <> ''
        and e.state = 'received' and (e.received_at, e.id) >= (h.received_at, h.id) order by e.received_at, e.id limit ${most})) m
    where h.brand_id = platform.brand() and h.id = any(${[...ids]}::uuid[]) and h.state = 'received'
    order by h.received_at, h.id, m.received_at, m.id`.execute(tx)
  const stopped = new Set<string>()
  return rows.filter((row) => {
    if (row.put_off) stopped.add(row.first_id)
    return !stopped.has(row.first_id)
  })
}

/** Of these messages those that still wait, now locked; what somebody else is at is left out. */
export async function lockTogether(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('channels.inbound_message')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'received')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Puts messages away that were read, each with the ticket that it belongs to. */
export async function settleTogether(
  tx: Tx,
  settled: readonly { id: string; ticketId: string | null }[],
): Promise<void> {
  if (!settled.length) return
  await sql`update channels.inbound_message m
    set state = case when x."ticketId" is null then 'noted' else 'threaded' end, problem = '', ticket_id = x."ticketId", next_try_at = null
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as x(id uuid, "ticketId" uuid)
    where m.brand_id = platform.brand() and m.id = x.id`.execute(tx)
}

export async function settleStored(
  tx: Tx,
  id: string,
  set: { state: 'threaded' | 'noted' | 'needs_look'; problem?: string; ticketId?: string | null },
): Promise<void> {
  await tx
    .updateTable('channels.inbound_message')
    .set({ state: set.state, problem: set.problem ?? '', ticket_id: set.ticketId ?? null, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

export async function postponeStored(tx: Tx, id: string, to: Date, problem: string): Promise<void> {
  await tx
    .updateTable('channels.inbound_message')
    .set((e) => ({ tries: e('tries', '+', 1), next_try_at: to, problem }))
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute()
}
