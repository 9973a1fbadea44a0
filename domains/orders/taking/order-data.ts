import { type Expression, type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { KEPT_PLAN } from '#platform/db/kept-plan'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export type OrderData = Selectable<DB['orders.order']>
export type ItemData = Selectable<DB['orders.order_item']>
export type TraceData = Selectable<DB['orders.trace']>
export type NewOrder = Insertable<DB['orders.order']>
export type NewItem = Insertable<DB['orders.order_item']>
export type NewTrace = Omit<Insertable<DB['orders.trace']>, 'data'> & { data: Record<string, unknown> }

/** An order by its id, or by what the database knows it by. */
export type OrderId = string | Expression<string>

/** The reader's scope is part of the query; the row is locked, so that two people's deeds follow one another. */
export function lockOrder(
  tx: Tx,
  scope: Scope | null,
  id: OrderId,
  { skipLocked = false }: { skipLocked?: boolean } = {},
): Promise<OrderData | undefined> {
  let query = tx
    .selectFrom('orders.order')
    .selectAll()
    .where('id', '=', id)
    .where(inScope(scope, { shop: 'shop_id' }))
    .forUpdate()
    .modifyEnd(KEPT_PLAN)
  if (skipLocked) query = query.skipLocked()
  return query.executeTakeFirst()
}

export function findOrder(tx: Tx, scope: Scope | null, id: string): Promise<OrderData | undefined> {
  return tx
    .selectFrom('orders.order')
    .selectAll()
    .where('id', '=', id)
    .where(inScope(scope, { shop: 'shop_id' }))
    .modifyEnd(KEPT_PLAN)
    .executeTakeFirst()
}

/** The order that a service knows by this number, if it has been taken already. */
export function findByExternal(
  tx: Tx,
  source: string,
  externalId: string,
): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('orders.order')
    .select('id')
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .modifyEnd(KEPT_PLAN)
    .executeTakeFirst()
}

/** Null when this order of a service is there already: whoever comes second takes the first one's. */
export async function insertOrder(
  tx: Tx,
  order: NewOrder,
  items: NewItem[],
): Promise<{ order: OrderData; items: ItemData[] } | null> {
  const made = await tx
    .insertInto('orders.order')
    .values(order)
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()
  return made ? { order: made, items: await insertItems(tx, items) } : null
}

/** Shape: as they stand, in the order in which they were given. */
export async function insertItems(tx: Tx, items: NewItem[]): Promise<ItemData[]> {
  if (!items.length) return []
  const rows = await tx.insertInto('orders.order_item').values(items).returningAll().execute()
  return rows.sort((a, b) => a.position - b.position)
}

export function itemsOf(tx: Tx, orderId: OrderId): Promise<ItemData[]> {
  return tx
    .selectFrom('orders.order_item')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('position')
    .modifyEnd(KEPT_PLAN)
    .execute()
}

export async function removeItems(tx: Tx, orderId: string): Promise<void> {
  await tx.deleteFrom('orders.order_item').where('order_id', '=', orderId).execute()
}

export async function updateOrder(
  tx: Tx,
  id: string,
  { id: _id, brand_id, number, token_hash, ...set }: OrderData,
): Promise<void> {
  await tx.updateTable('orders.order').set(set).where('id', '=', id).execute()
}

export async function insertTrace(tx: Tx, lines: readonly NewTrace[]): Promise<void> {
  if (!lines.length) return
  const rows = lines.map((line) => ({ ...line, data: JSON.stringify(line.data) }))
  await tx.insertInto('orders.trace').values(rows).execute()
}

export function traceOf(tx: Tx, orderId: string): Promise<TraceData[]> {
  return tx
    .selectFrom('orders.trace')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
}

export function ticketsOf(tx: Tx, orderId: string): Promise<{ id: string; number: string }[]> {
  return tx
    .selectFrom('orders.order_ticket')
    .select(['ticket_id as id', 'number'])
    .where('order_id', '=', orderId)
    .orderBy('at')
    .limit(20)
    .execute()
}

/** Whether this compensation stands in the order's trace already. */
export async function refundedBy(tx: Tx, orderId: string, compensationId: string): Promise<boolean> {
  const line = await tx
    .selectFrom('orders.trace')
    .select('id')
    .where('order_id', '=', orderId)
    .where('kind', '=', 'refunded')
    .where(sql<boolean>`data ->> 'compensationId' = ${compensationId}`)
    .executeTakeFirst()
  return line !== undefined
}

export type RefundsWithin = { from: Date; to: Date; shopId?: string | undefined }

/** What was given back without a ticket, beyond what had to go back, from one instant to another. */
export async function refundsByShop(
  tx: Tx,
  scope: Scope | null,
  { from, to, shopId }: RefundsWithin,
): Promise<{ shopId: string; amountMinor: number }[]> {
  const { rows } = await sql<{ shop_id: string; given: string }>`
    select o.shop_id, sum((t.data ->> 'goodwillMinor')::int) as given
    from orders.trace t join orders.order o on o.brand_id = t.brand_id and o.id = t.order_id
    where t.kind = 'refunded' and t.at >= ${from} and t.at < ${to} and not t.data ? 'compensationId' and ${inScope(scope, { shop: 'o.shop_id' })}
      and ${shopId ? sql<boolean>`o.shop_id = ${shopId}::uuid` : sql<boolean>`true`}
    group by o.shop_id having sum((t.data ->> 'goodwillMinor')::int) > 0 order by o.shop_id`.execute(tx)
  return rows.map((row) => ({ shopId: row.shop_id, amountMinor: Number(row.given) }))
}
