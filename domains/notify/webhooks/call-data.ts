import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type CallRow = Selectable<DB['notify.hook_call']>

export async function insertCalls(tx: Tx, rows: Insertable<DB['notify.hook_call']>[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('notify.hook_call')
    .values(rows)
    .onConflict((c) => c.columns(['brand_id', 'endpoint_id', 'event_id']).doNothing())
    .execute()
}

export async function dueCalls(services: Services, at: Date, each: number, most: number) {
  const { rows } = await sql<{ brand_id: string; id: string }>`
    select brand_id, id from notify.hook_calls_due(${at}, ${each}, ${most})`.execute(services.db.open)
  return rows
}

/** Takes one call for so long; undefined when somebody else has it. */
export function leaseCall(tx: Tx, id: string, at: Date, until: Date): Promise<CallRow | undefined> {
  return tx
    .updateTable('notify.hook_call')
    .set((e) => ({ next_try_at: until, tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', at)
    .returningAll()
    .executeTakeFirst()
}

export async function updateCall(tx: Tx, id: string, set: Updateable<DB['notify.hook_call']>): Promise<void> {
  await tx.updateTable('notify.hook_call').set(set).where('id', '=', id).execute()
}

export function findCall(tx: Tx, id: string): Promise<CallRow | undefined> {
  return tx.selectFrom('notify.hook_call').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What still waits for a disabled endpoint is kept for a replay. */
export async function missQueued(tx: Tx, endpointId: string): Promise<void> {
  await tx
    .updateTable('notify.hook_call')
    .set({ state: 'missed', next_try_at: null })
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'queued')
    .execute()
}

export function listCalls(
  tx: Tx,
  endpointId: string,
  { state, after }: { state?: string | undefined; after?: string | undefined },
  most: number,
): Promise<CallRow[]> {
  let query = tx.selectFrom('notify.hook_call').selectAll().where('endpoint_id', '=', endpointId)
  if (state) query = query.where('state', '=', state)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(most).execute()
}

const AGAIN = { state: 'queued', again: true, tries: 0, problem: '' } as const

/** Queues one call again, whatever became of it; undefined when there is none. */
export function replayOne(tx: Tx, id: string, at: Date): Promise<CallRow | undefined> {
  return tx
    .updateTable('notify.hook_call')
    .set({ ...AGAIN, next_try_at: at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function replaySpan(
  tx: Tx,
  endpointId: string,
  { from, to, states, at, most }: { from: Date; to: Date; states: string[]; at: Date; most: number },
): Promise<number> {
  const chosen = tx
    .selectFrom('notify.hook_call')
    .select('id')
    .where('endpoint_id', '=', endpointId)
    .where('happened_at', '>=', from)
    .where('happened_at', '<=', to)
    .where('state', 'in', states)
    .orderBy('happened_at')
    .orderBy('id')
    .limit(most)
  const done = await tx
    .updateTable('notify.hook_call')
    .set({ ...AGAIN, next_try_at: at })
    .where('id', 'in', chosen)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
