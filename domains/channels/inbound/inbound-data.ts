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
    .select(['id', 'channel_id', 'external_id', 'payload_enc', 'tries', 'received_at'])
    .where('id', '=', id)
    .where('state', '=', 'received')
  if (lock) query = query.forUpdate().skipLocked()
  return (await query.executeTakeFirst()) ?? null
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
