import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { OrderId } from '../taking/order-data.ts'

export type BoardTask = {
  id: string
  order_id: string
  station_id: string | null
  state: 'waiting' | 'making' | 'checking' | 'done'
  quantity: number
  make_s: number
  start_by: Date
  due_at: Date
  expected_at: Date
  margin_s: number
  warned_at: Date | null
  started_at: Date | null
  made_at: Date | null
  staff_id: string | null
  fixed: boolean
  rework: number
  back_reason: string
  updated_at: Date
  number: number
  kind: string
  status: string
  taboos: string[]
  order_note: string
  summary: string
  locale: string
  warnings: string[]
  promised_at: Date | null
  order_expected_at: Date | null
  name: string
  option_words: string
  note: string
  station: string
  allergens: string[]
}

const MOST = 600

/**
 * Everything a shop's kitchen has in its hands: all dishes of orders that have not left it, the earliest due first.
 * Shape: no column says for whom it is.
 */
export async function kitchenTasks(tx: Tx, shopId: string): Promise<BoardTask[]> {
  const { rows } = await sql<BoardTask>`/* kept plan */
    select k.id, k.order_id, k.station_id, k.state, k.quantity, k.make_s, k.start_by, k.due_at, k.expected_at, k.margin_s, k.warned_at,
      k.started_at, k.made_at, k.staff_id, k.fixed, k.rework, k.back_reason, k.updated_at,
      o.number, o.kind, o.status, o.taboos, o.note as order_note, o.summary, o.locale, o.warnings, o.promised_at, o.expected_at as order_expected_at,
      i.name, i.option_words, i.note, i.station, coalesce(m.allergens, '{}') as allergens
    from orders.order o join orders.kitchen_task k on k.brand_id = o.brand_id and k.order_id = o.id
    join orders.order_item i on i.brand_id = k.brand_id and i.id = k.order_item_id
    left join orders.menu_item m on m.brand_id = i.brand_id and m.id = i.item_id
    where o.shop_id = ${shopId}::uuid and o.closed_at is null and o.status in ('confirmed', 'preparing', 'quality_check', 'ready')
      and k.state <> 'cancelled'
    order by k.due_at, k.start_by, k.id limit ${MOST}`.execute(tx)
  return rows
}

export type StopOnTask = { id: string; at: Date; reason: string; what: string; task_id: string | null }

/**
 * What quality has stopped at this shop (E2), with the dishes in the kitchen that hold something of it; a stop that touches none has
 * one line without a task. Shape: `orderId` asks about one order only.
 */
export async function stopsInKitchen(tx: Tx, shopId: string, orderId?: OrderId): Promise<StopOnTask[]> {
  // Nearly always nothing is stopped, and every tap asks.
  const { rows: open } = await sql`/* kept plan */ select 1 as one from orders.stop_sale
    where lifted_at is null and (shop_ids is null or ${shopId}::uuid = any(shop_ids)) limit 1`.execute(tx)
  if (!open.length) return []
  const { rows } = await sql<StopOnTask>`
    select x.id, x.at, x.reason, concat_ws(' · ', m.name, x.ingredient, x.batch_code) as what, k.id as task_id
    from orders.stop_sale x
    left join orders.menu_item m on m.brand_id = x.brand_id and m.id = x.item_id
    left join lateral (
      select k.id from orders.order o join orders.kitchen_task k on k.brand_id = o.brand_id and k.order_id = o.id
      join orders.order_item i on i.brand_id = k.brand_id and i.id = k.order_item_id
      where o.brand_id = x.brand_id and o.shop_id = ${shopId}::uuid and o.closed_at is null and k.state <> 'cancelled'
        ${orderId ? sql`and o.id = ${orderId}` : sql``}
        and (i.item_id = x.item_id or (x.batch_code is null and x.ingredient = any(i.ingredients))
          or (x.batch_code is not null and (exists (select from orders.task_batch t join orders.batch b on b.brand_id = t.brand_id and b.id = t.batch_id
                where t.brand_id = k.brand_id and t.task_id = k.id and b.code = x.batch_code and (x.ingredient is null or b.ingredient = x.ingredient))
            or (k.state = 'waiting' and exists (select from orders.batch b where b.brand_id = k.brand_id and b.shop_id = k.shop_id and b.closed_at is null
                and b.code = x.batch_code and (x.ingredient is null or b.ingredient = x.ingredient) and b.ingredient = any(i.ingredients))))))
    ) k on true
    where x.lifted_at is null and (x.shop_ids is null or ${shopId}::uuid = any(x.shop_ids))
    order by x.at desc, x.id limit ${MOST}`.execute(tx)
  return rows
}

export type PlanChange = { id: string; staffId: string | null; expectedAt: Date; updatedAt: Date }

/** What planning has found. A task in somebody's hands at this moment, or changed since it was read, keeps what it has. */
export async function savePlan(
  tx: Tx,
  plan: { brandId: string; shopId: string; at: Date },
  changes: readonly PlanChange[],
): Promise<void> {
  if (changes.length)
    await sql`/* kept plan */
      with planned as (select * from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
          as x(id uuid, "staffId" uuid, "expectedAt" timestamptz, "updatedAt" timestamptz)),
        free as (select k.brand_id, k.id from orders.kitchen_task k join planned x on x.id = k.id and x."updatedAt" = k.updated_at
          where k.state in ('waiting', 'making') for update of k skip locked)
      update orders.kitchen_task k set staff_id = x."staffId", expected_at = x."expectedAt"
      from free f join planned x on x.id = f.id where k.brand_id = f.brand_id and k.id = f.id`.execute(tx)
  await tx
    .insertInto('orders.kitchen_plan')
    .values({ brand_id: plan.brandId, shop_id: plan.shopId, planned_at: plan.at })
    .onConflict((c) => c.columns(['brand_id', 'shop_id']).doUpdateSet({ planned_at: plan.at }))
    .execute()
}

export async function markWarned(tx: Tx, taskIds: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable('orders.kitchen_task')
    .set({ warned_at: at })
    .where('id', 'in', [...taskIds])
    .execute()
}

/** Takes the kitchen's warning off the dishes of an order. Shape: whether there was one. */
export async function unmarkWarned(tx: Tx, orderId: string): Promise<boolean> {
  const unmarked = await tx
    .updateTable('orders.kitchen_task')
    .set({ warned_at: null })
    .where('order_id', '=', orderId)
    .where('warned_at', 'is not', null)
    .returning('id')
    .execute()
  return unmarked.length > 0
}
