import type { PlatformOrder } from '#contracts/orders/outside'
import type { ShopItemRow } from '../menu/menu-data.ts'
import type { PricedLine } from '../taking/price-items.ts'

const UNKNOWN_MAKE_S = 180

/**
 * A platform's lines with what the shop's menu knows of them, by SKU or by name: where they are made, how long that takes, what is in them.
 * Shape: price and options stay the platform's; what no menu knows stays by its name. `unavailable`: sold although the shop cannot make it.
 */
export function knownLines(
  items: PlatformOrder['items'],
  menu: readonly ShopItemRow[],
): { lines: PricedLine[]; unavailable: { name: string; reason: string }[] } {
  const unavailable: { name: string; reason: string }[] = []
  const lines = items.map((given): PricedLine => {
    const item =
      menu.find((m) => given.sku !== '' && m.code === given.sku) ??
      menu.find((m) => plain(m.name) === plain(given.name))
    if (item?.unavailable) unavailable.push({ name: item.name, reason: item.unavailable })
    return {
      itemId: item?.id ?? null,
      name: given.name || item?.name || given.sku,
      quantity: given.quantity,
      priceMinor: given.priceMinor,
      options: {},
      optionWords: given.options,
      note: '',
      station: item?.station ?? '',
      makeS: item?.make_s ?? UNKNOWN_MAKE_S,
      ingredients: item?.ingredients ?? [],
      allergens: item?.allergens ?? [],
    }
  })
  return { lines, unavailable }
}

/** 乌龙奶茶（大杯） is sold as 乌龙奶茶 (大杯) elsewhere. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
