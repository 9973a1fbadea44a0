import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { KEPT_PLAN } from '#platform/db/kept-plan'
import type { DB } from '#platform/db/schema.gen'

export type ItemRow = Selectable<DB['orders.menu_item']>
export type ShopItemRow = ItemRow & {
  shop_price: number | null
  /** What the shop has said itself; null: nothing. */
  shop_state: string | null
  /** off: not on the menu; sold_out: until the shop says otherwise; stopped: by quality. Null: can be had. */
  unavailable: 'off' | 'sold_out' | 'stopped' | null
  sold_out_until: Date | null
}

/**
 * The menu as one shop sells it at this moment: own prices, what is sold out, what quality has stopped (E2).
 * Shape: `ids` limits it to these items. A stop by batch counts while the shop has that batch in use.
 */
export async function shopMenu(
  tx: Tx,
  shopId: string,
  at: Date,
  ids?: readonly string[],
): Promise<ShopItemRow[]> {
  const { rows } = await sql<ShopItemRow>`/* kept plan */
    select m.*, s.price_minor as shop_price, case when s.state = 'sold_out' and s.until <= ${at} then 'on' else s.state end as shop_state,
      case when s.state = 'sold_out' and s.until > ${at} then s.until end as sold_out_until,
      case when not m."on" or s.state = 'off' then 'off'
           when exists (select from orders.stop_sale x where x.lifted_at is null and ${stopsItem(shopId)}) then 'stopped'
           when s.state = 'sold_out' and (s.until is null or s.until > ${at}) then 'sold_out' end as unavailable
    from orders.menu_item m left join orders.shop_item s on s.brand_id = m.brand_id and s.shop_id = ${shopId}::uuid and s.item_id = m.id
    ${ids ? sql`where m.id = any(${[...ids]}::uuid[])` : sql``}
    order by m.section, m.position, m.code limit 2000`.execute(tx)
  return rows
}

/** The brand's own menu, without any shop's view of it. */
export function brandMenu(tx: Tx): Promise<ItemRow[]> {
  return tx
    .selectFrom('orders.menu_item')
    .selectAll()
    .orderBy('section')
    .orderBy('position')
    .orderBy('code')
    .limit(2000)
    .execute()
}

/** The stations a shop has; those it has closed are not among them. */
export function stationsOf(tx: Tx, shopId: string) {
  return tx
    .selectFrom('orders.station')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('closed_at', 'is', null)
    .orderBy('key')
    .modifyEnd(KEPT_PLAN)
    .execute()
}

/**
 * Why quality has stopped items, by item; the newest reason of each.
 * Shape: with a shop, by the same conditions as shopMenu; without one only what is stopped at all shops, whatever the batch.
 */
export async function stopReasons(tx: Tx, shopId: string | null): Promise<Map<string, string>> {
  const where = shopId
    ? stopsItem(shopId)
    : sql`x.shop_ids is null and (x.item_id = m.id or (x.batch_code is null and x.ingredient = any(m.ingredients)))`
  const { rows } = await sql<{ id: string; reason: string }>`
    select distinct on (m.id) m.id, x.reason from orders.stop_sale x join orders.menu_item m on m.brand_id = x.brand_id and ${where}
    where x.lifted_at is null order by m.id, x.at desc`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.reason]))
}

/** Whether the stop `x` holds the item `m` at a shop: itself, an ingredient of it, or a batch of one that the shop has in use. */
const stopsItem = (shopId: string) =>
  sql`(x.shop_ids is null or ${shopId}::uuid = any(x.shop_ids)) and (x.item_id = m.id or (x.batch_code is null and x.ingredient = any(m.ingredients))
    or (x.batch_code is not null and exists (select from orders.batch b where b.shop_id = ${shopId}::uuid and b.closed_at is null
      and b.code = x.batch_code and (x.ingredient is null or b.ingredient = x.ingredient) and b.ingredient = any(m.ingredients))))`

/** Names of what is on the menu and made with an ingredient; of a batch alone, with whatever it is a batch of. */
export async function madeWith(tx: Tx, what: { ingredient: string; batchCode: string }): Promise<string[]> {
  const { ingredient, batchCode } = what
  if (!ingredient && !batchCode) return []
  const used = ingredient
    ? sql`${ingredient} = any(m.ingredients)`
    : sql`exists (select from orders.batch b where b.code = ${batchCode} and b.ingredient = any(m.ingredients))`
  const { rows } = await sql<{ name: string }>`
    select m.name from orders.menu_item m where m."on" and ${used} order by m.section, m.position, m.code limit 100`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}

const UNIQUE_VIOLATION = '23505'
type NewMenuItem = Insertable<DB['orders.menu_item']>

/** Shape: false when another item of the brand has this code; the transaction is lost then. */
export async function saveItemRow(tx: Tx, row: NewMenuItem): Promise<boolean> {
  const { brand_id: _brand, id: _id, ...set } = row
  try {
    await tx
      .insertInto('orders.menu_item')
      .values(row)
      .onConflict((c) => c.columns(['brand_id', 'id']).doUpdateSet(set))
      .execute()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
    throw error
  }
}

export function lockItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  return tx.selectFrom('orders.menu_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function findItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  return tx.selectFrom('orders.menu_item').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findItemNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('orders.menu_item')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function saveShopItemRow(tx: Tx, row: Insertable<DB['orders.shop_item']>): Promise<void> {
  const { brand_id: _brand, shop_id: _shop, item_id: _item, ...set } = row
  await tx
    .insertInto('orders.shop_item')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'shop_id', 'item_id']).doUpdateSet(set))
    .execute()
}

/** By its key: the station a shop has or had keeps its id. */
export async function saveStationRow(tx: Tx, row: Insertable<DB['orders.station']>): Promise<void> {
  const { name, capacity, staff_ids } = row
  await tx
    .insertInto('orders.station')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['brand_id', 'shop_id', 'key'])
        .doUpdateSet({ name, capacity, staff_ids: staff_ids ?? [], closed_at: null }),
    )
    .execute()
}

export async function closeStationRow(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('orders.station').set({ closed_at: at, staff_ids: [] }).where('id', '=', id).execute()
}

/** How many dishes of open orders wait, are made or looked at there. */
export async function openTasksAt(tx: Tx, stationId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from orders.kitchen_task k join orders.order o on o.brand_id = k.brand_id and o.id = k.order_id
    where k.station_id = ${stationId}::uuid and k.state not in ('done', 'cancelled') and o.closed_at is null`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
