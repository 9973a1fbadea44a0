import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { KEPT_PLAN } from '#platform/db/kept-plan'
import type { DB } from '#platform/db/schema.gen'

export type BatchRow = Selectable<DB['orders.batch']>
export type StopRow = Selectable<DB['orders.stop_sale']>

/** The newest first: what is in use, and what was in the last weeks. `expires_day` is a day and no instant: 2026-03-02. */
export function batchesOf(
  tx: Tx,
  shopId: string,
  since: Date,
): Promise<(BatchRow & { expires_day: string | null })[]> {
  return tx
    .selectFrom('orders.batch')
    .selectAll()
    .select(sql<string | null>`expires_on::text`.as('expires_day'))
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
    .where(sql<boolean>`ingredient = any(${[...ingredients]}::text[])`)
    .modifyEnd(KEPT_PLAN)
    .execute()
}

/** The same for what goes into one dish in the kitchen. */
export function batchesForTask(tx: Tx, shopId: string, taskId: string): Promise<BatchRow[]> {
  return tx
    .selectFrom('orders.batch')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`ingredient in (select unnest(i.ingredients) from orders.kitchen_task k
        join orders.order_item i on i.brand_id = k.brand_id and i.id = k.order_item_id where k.id = ${taskId}::uuid)`,
    )
    .modifyEnd(KEPT_PLAN)
    .execute()
}

/** Nobody else opens a batch of this ingredient at this shop before the end of the transaction. */
export async function lockIngredient(tx: Tx, shopId: string, ingredient: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`orders.batch ${shopId} ${ingredient}`}, 0))`.execute(
    tx,
  )
}

/** Batches that are open at these shops, with how many shops have each. */
export async function openBatchesIn(
  tx: Tx,
  shops: 'all' | string[],
): Promise<{ ingredient: string; code: string; shops: number }[]> {
  const { rows } = await sql<{ ingredient: string; code: string; shops: number }>`
    select ingredient, code, count(*)::int as shops from orders.batch
    where closed_at is null and ${shops === 'all' ? sql`true` : sql`shop_id = any(${shops}::uuid[])`}
    group by ingredient, code order by ingredient, code limit 2000`.execute(tx)
  return rows
}

type Held = { itemId?: string | undefined; ingredient?: string | undefined; batchCode?: string | undefined }

/** Those of the shops that have a batch of it open, or without a batch's code sell it or something made with it. */
export async function shopsHolding(
  tx: Tx,
  { itemId, ingredient, batchCode }: Held,
  shopIds: readonly string[],
): Promise<Set<string>> {
  const open = sql`exists (select from orders.batch b where b.shop_id = s.id and b.closed_at is null
    ${batchCode ? sql`and b.code = ${batchCode}` : sql``} ${ingredient ? sql`and b.ingredient = ${ingredient}` : sql``})`
  const fits = itemId ? sql`m.id = ${itemId}::uuid` : sql`${ingredient ?? ''} = any(m.ingredients)`
  const sold = sql`exists (select from orders.menu_item m where m."on" and ${fits} and not exists (
    select from orders.shop_item x where x.shop_id = s.id and x.item_id = m.id and x.state = 'off'))`
  const held = batchCode ? open : itemId ? sold : ingredient ? sql`(${open} or ${sold})` : sql`false`
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${[...shopIds]}::uuid[]) s(id) where ${held}`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** The stop that holds this batch at this shop, the newest of several. */
export function stopOnBatch(
  tx: Tx,
  shopId: string,
  ingredient: string,
  code: string,
): Promise<{ reason: string } | undefined> {
  return tx
    .selectFrom('orders.stop_sale')
    .select('reason')
    .where('lifted_at', 'is', null)
    .where('batch_code', '=', code)
    .where((e) => e.or([e('ingredient', 'is', null), e('ingredient', '=', ingredient)]))
    .where(sql<boolean>`(shop_ids is null or ${shopId}::uuid = any(shop_ids))`)
    .orderBy('at', 'desc')
    .executeTakeFirst()
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
