import { type Expression, type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { KEPT_PLAN } from '#platform/db/kept-plan'
import type { DB } from '#platform/db/schema.gen'
import type { OrderId } from '../taking/order-data.ts'

export type TaskRow = Selectable<DB['orders.kitchen_task']>
export type TapRow = Selectable<DB['orders.kitchen_tap']>
export type NewTap = Omit<Insertable<DB['orders.kitchen_tap']>, 'before'> & { before: TaskBefore | null }

/** What a tap may change, as it was before: dates as text, because it is kept as JSON. */
export type TaskBefore = {
  [K in (typeof CHANGED)[number]]: TaskRow[K] extends Date | null ? string | null : TaskRow[K]
}
const CHANGED = [
  'state',
  'station_id',
  'staff_id',
  'fixed',
  'started_at',
  'made_at',
  'made_by',
  'checked_at',
  'checked_by',
  'back_reason',
  'rework',
  'last_tap',
] as const

/** The order to which a task of this shop belongs, for other statements to name it by. */
export function orderOfTask(shopId: string, taskId: string): Expression<string> {
  return sql<string>`(select order_id from orders.kitchen_task where id = ${taskId}::uuid and shop_id = ${shopId}::uuid)`
}

/** Every dish of an order; the order's lock keeps others from changing them. */
export function tasksOf(tx: Tx, orderId: OrderId): Promise<TaskRow[]> {
  return tx
    .selectFrom('orders.kitchen_task')
    .selectAll()
    .where('order_id', '=', orderId)
    .modifyEnd(KEPT_PLAN)
    .execute()
}

/** What a tap has changed and nothing else: the plan writes the rest beside it. */
export async function saveTask(tx: Tx, task: TaskRow): Promise<void> {
  const set = Object.fromEntries(CHANGED.map((key) => [key, task[key]])) as Pick<
    TaskRow,
    (typeof CHANGED)[number]
  >
  await tx
    .updateTable('orders.kitchen_task')
    .set({ ...set, updated_at: task.updated_at })
    .where('id', '=', task.id)
    .execute()
}

export function findTap(tx: Tx, key: string): Promise<TapRow | undefined> {
  return tx
    .selectFrom('orders.kitchen_tap')
    .selectAll()
    .where('key', '=', key)
    .modifyEnd(KEPT_PLAN)
    .executeTakeFirst()
}

export async function insertTap(tx: Tx, tap: NewTap): Promise<void> {
  await tx
    .insertInto('orders.kitchen_tap')
    .values({ ...tap, before: tap.before && JSON.stringify(tap.before) })
    .execute()
}

export function beforeOf(task: TaskRow): TaskBefore {
  return Object.fromEntries(
    CHANGED.map((key) => {
      const value = task[key]
      return [key, value instanceof Date ? value.toISOString() : value]
    }),
  ) as TaskBefore
}

/** Puts a task back to what it was. */
export function restore(task: TaskRow, before: TaskBefore): void {
  const date = (text: string | null) => (text ? new Date(text) : null)
  const { started_at, made_at, checked_at, ...rest } = before
  Object.assign(task, rest, {
    started_at: date(started_at),
    made_at: date(made_at),
    checked_at: date(checked_at),
  })
}

/** Which batches go into a dish: once per dish and batch. */
export async function insertTaskBatches(
  tx: Tx,
  task: Pick<TaskRow, 'brand_id' | 'id' | 'order_id'>,
  batchIds: readonly string[],
  at: Date,
): Promise<void> {
  if (!batchIds.length) return
  const rows = batchIds.map((batch_id) => ({
    brand_id: task.brand_id,
    task_id: task.id,
    batch_id,
    order_id: task.order_id,
    at,
  }))
  await tx
    .insertInto('orders.task_batch')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** A start that was tapped by mistake used no batch. */
export async function removeTaskBatches(tx: Tx, taskId: string, at: Date): Promise<void> {
  await tx.deleteFrom('orders.task_batch').where('task_id', '=', taskId).where('at', '=', at).execute()
}
