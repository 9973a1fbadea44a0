import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type ItemRow = Selectable<DB['orders.menu_item']>
export type ShopItemRow = ItemRow & {
  shop_price: number | null
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
  const { rows } = await sql<ShopItemRow>`
    select m.*, s.price_minor as shop_price, case when s.state = 'sold_out' then s.until end as sold_out_until,
      case when not m."on" or s.state = 'off' then 'off'
           when exists (select from orders.stop_sale x where x.lifted_at is null and (x.shop_ids is null or ${shopId}::uuid = any(x.shop_ids))
             and (x.item_id = m.id or (x.batch_code is null and x.ingredient = any(m.ingredients))
               or (x.batch_code is not null and exists (select from orders.batch b where b.shop_id = ${shopId}::uuid and b.closed_at is null
                 and b.code = x.batch_code and (x.ingredient is null or b.ingredient = x.ingredient) and b.ingredient = any(m.ingredients))))) then 'stopped'
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

export function stationsOf(tx: Tx, shopId: string) {
  return tx.selectFrom('orders.station').selectAll().where('shop_id', '=', shopId).orderBy('key').execute()
}

type NewMenuItem = Insertable<DB['orders.menu_item']>

/** Errors: a unique violation on code when the brand has one of that name. */
export async function saveItemRow(tx: Tx, row: NewMenuItem): Promise<void> {
  const { brand_id: _brand, id: _id, ...set } = row
  await tx
    .insertInto('orders.menu_item')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'id']).doUpdateSet(set))
    .execute()
}

export function findItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  return tx.selectFrom('orders.menu_item').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findItemByCode(tx: Tx, code: string): Promise<{ id: string } | undefined> {
  return tx.selectFrom('orders.menu_item').select('id').where('code', '=', code).executeTakeFirst()
}

export async function saveShopItemRow(tx: Tx, row: Insertable<DB['orders.shop_item']>): Promise<void> {
  const { brand_id: _brand, shop_id: _shop, item_id: _item, ...set } = row
  await tx
    .insertInto('orders.shop_item')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'shop_id', 'item_id']).doUpdateSet(set))
    .execute()
}

export async function saveStationRow(tx: Tx, row: Insertable<DB['orders.station']>): Promise<void> {
  const { brand_id: _brand, id: _id, shop_id: _shop, ...set } = row
  await tx
    .insertInto('orders.station')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'id']).doUpdateSet(set))
    .execute()
}
