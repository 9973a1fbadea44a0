import type { ItemOption, MenuItem } from '#contracts/orders/menu'
import type { ItemRow, ShopItemRow } from './menu-data.ts'

/** Why items are stopped, by item, and the stations of the shop that was asked for. */
type MenuFacts = { stopped: ReadonlyMap<string, string>; stations: readonly string[] }

/** One item as it is read; for a shop with its own price and whether it can be had there. */
export function viewItem(row: ItemRow | ShopItemRow, { stopped, stations }: MenuFacts): MenuItem {
  const atShop = 'unavailable' in row ? row : null
  const stopReason = stopped.get(row.id) ?? ''
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
    unavailable: atShop ? atShop.unavailable : !row.on ? 'off' : stopReason ? 'stopped' : null,
    soldOutUntil: atShop?.sold_out_until?.toISOString() ?? null,
    stopReason,
    atShop: atShop && {
      state: (atShop.shop_state ?? 'on') as 'on' | 'off' | 'sold_out',
      priceMinor: atShop.shop_price,
      brandPriceMinor: row.price_minor,
      hasStation: stations.includes(row.station),
    },
  }
}
