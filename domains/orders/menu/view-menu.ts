import type { ItemOption, MenuItem } from '#contracts/orders/menu'
import type { ItemRow, ShopItemRow } from './menu-data.ts'

/** One item as it is read; for a shop with its own price and whether it can be had there. */
export function viewItem(row: ItemRow | ShopItemRow): MenuItem {
  const atShop = 'unavailable' in row ? row : null
  return {
    id: row.id,
    sku: row.code,
    name: row.name,
    section: row.section,
    kind: row.kind as MenuItem['kind'],
    priceMinor: atShop?.shop_price ?? row.price_minor,
    options: row.options as ItemOption[],
    station: row.station,
    makeS: row.make_s,
    ingredients: row.ingredients,
    allergens: row.allergens,
    on: row.on,
    position: row.position,
    unavailable: atShop ? atShop.unavailable : row.on ? null : 'off',
    soldOutUntil: atShop?.sold_out_until?.toISOString() ?? null,
  }
}
