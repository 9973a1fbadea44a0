import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type BatchRow = Selectable<DB['orders.batch']>
export type StopRow = Selectable<DB['orders.stop_sale']>

/** The newest first: what is in use, and what was in the last weeks. */
export function batchesOf(tx: Tx, shopId: string, since: Date): Promise<BatchRow[]> {
  return tx
    .selectFrom('orders.batch')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where((e) => e.or([e('closed_at', 'is', null), e('closed_at', '>', since)]))
    .orderBy('opened_at', 'desc')
    .limit(300)
    .execute()
}

/** The batches that a shop has open of these ingredients. */
export function batchesInUse(tx: Tx, shopId: string, ingredients: readonly string[]): Promise<BatchRow[]> {
  if (!ingredients.length) return Promise.resolve([])
  return tx
    .selectFrom('orders.batch')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('closed_at', 'is', null)
    .where('ingredient', 'in', [...ingredients])
    .execute()
}

export async function closeBatches(tx: Tx, shopId: string, ingredient: string, at: Date): Promise<void> {
  await tx
    .updateTable('orders.batch')
    .set({ closed_at: at })
    .where('shop_id', '=', shopId)
    .where('ingredient', '=', ingredient)
    .where('closed_at', 'is', null)
    .execute()
}

export async function insertBatch(tx: Tx, row: Insertable<DB['orders.batch']>): Promise<void> {
  await tx.insertInto('orders.batch').values(row).execute()
}

export function findBatch(tx: Tx, id: string): Promise<BatchRow | undefined> {
  return tx.selectFrom('orders.batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The open stops first, then the lifted ones of the last weeks. */
export function stopsOf(tx: Tx, since: Date): Promise<StopRow[]> {
  return tx
    .selectFrom('orders.stop_sale')
    .selectAll()
    .where((e) => e.or([e('lifted_at', 'is', null), e('lifted_at', '>', since)]))
    .orderBy(sql`lifted_at is not null`)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
}

export async function insertStop(tx: Tx, row: Insertable<DB['orders.stop_sale']>): Promise<void> {
  await tx.insertInto('orders.stop_sale').values(row).execute()
}

export function lockStop(tx: Tx, id: string): Promise<StopRow | undefined> {
  return tx.selectFrom('orders.stop_sale').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function liftStopRow(tx: Tx, id: string, at: Date, by: string): Promise<void> {
  await tx
    .updateTable('orders.stop_sale')
    .set({ lifted_at: at, lifted_by: by })
    .where('id', '=', id)
    .execute()
}

/** Open orders that hold something of a stop, by stop. */
export async function openOrdersOf(tx: Tx, stopIds: readonly string[]): Promise<Map<string, number>> {
  if (!stopIds.length) return new Map()
  const { rows } = await sql<{ id: string; n: number }>`
    select x.id, (select count(distinct o.id)::int from orders.order o join orders.order_item i on i.brand_id = o.brand_id and i.order_id = o.id
      where o.closed_at is null and (x.shop_ids is null or o.shop_id = any(x.shop_ids))
        and (i.item_id = x.item_id or (x.ingredient is not null and x.ingredient = any(i.ingredients))
          or (x.batch_code is not null and exists (select from orders.task_batch t join orders.batch b on b.brand_id = t.brand_id and b.id = t.batch_id
            where t.order_id = o.id and b.code = x.batch_code)))) as n
    from orders.stop_sale x where x.id = any(${[...stopIds]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.n]))
}
