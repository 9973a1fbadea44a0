import { type Insertable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { StationLoad } from '../taking/promise-time.ts'

export type NewTask = Insertable<DB['orders.kitchen_task']>

/** What waits at each station of a shop, in seconds of work. */
export async function stationLoads(tx: Tx, shopId: string): Promise<(StationLoad & { id: string })[]> {
  const { rows } = await sql<StationLoad & { id: string }>`/* kept plan */
    select s.id, s.key, s.capacity, coalesce(sum(k.make_s * k.quantity) filter (where k.state in ('waiting', 'making')), 0)::int as "queuedS"
    from orders.station s left join orders.kitchen_task k on k.brand_id = s.brand_id and k.shop_id = s.shop_id and k.station_id = s.id
      and k.state in ('waiting', 'making')
    where s.shop_id = ${shopId}::uuid and s.closed_at is null group by s.brand_id, s.id, s.key, s.capacity order by s.key`.execute(
    tx,
  )
  return rows
}

export async function insertTasks(tx: Tx, tasks: NewTask[]): Promise<void> {
  if (tasks.length)
    await tx
      .insertInto('orders.kitchen_task')
      .values(tasks)
      .onConflict((c) => c.doNothing())
      .execute()
}

export async function cancelTasks(tx: Tx, orderId: string, at: Date): Promise<void> {
  await tx
    .updateTable('orders.kitchen_task')
    .set({ state: 'cancelled', updated_at: at })
    .where('order_id', '=', orderId)
    .where('state', '!=', 'done')
    .execute()
}

/** For an order that is planned anew before anybody has begun. */
export async function removeTasks(tx: Tx, orderId: string): Promise<void> {
  await tx.deleteFrom('orders.kitchen_task').where('order_id', '=', orderId).execute()
}

/** A new promise gives the kitchen the same time more or less; what was announced as slow may be announced again. */
export async function shiftTasks(tx: Tx, orderId: string, byMs: number, at: Date): Promise<void> {
  await sql`
    update orders.kitchen_task set due_at = due_at + ${byMs} * interval '1 millisecond', start_by = start_by + ${byMs} * interval '1 millisecond',
      warned_at = null, updated_at = ${at}
    where order_id = ${orderId}::uuid and state in ('waiting', 'making', 'checking')`.execute(tx)
}
