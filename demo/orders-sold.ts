import { PlaceOrder } from '#contracts/orders'
import type { PlatformNews } from '#domains/orders'
import type { DemoBrand } from './demo-file.ts'
import { standardMin } from './orders-deeds.ts'
import { doorOf } from './orders-doors.ts'
import { itemsOf, type Line } from './orders-lines.ts'
import type { Plot } from './orders-plots.ts'

/** What one customer of the demo has bought, and how. */
export type Sale = {
  brand: Pick<DemoBrand, 'pack' | 'shops'>
  shop: { id: string; code: string }
  plot: Plot
  lines: Line[]
  person?: { name: string; phone: string } | undefined
  /** The menu's ids by SKU. */
  items: ReadonlyMap<string, string>
  random: () => number
}
export type Platform = Pick<PlatformNews, 'source' | 'externalId'>

const MIN_MS = 60_000
const DAY_MIN = 24 * 60

/** What is brought to somebody without a number was ordered through a platform; machines come by parcel. */
export function platformOf({ brand, plot, person, random }: Sale): Platform | null {
  const machine = brand.pack === 'general'
  if (!plot.brought || (person && !machine)) return null
  const externalId = `60${Array.from({ length: 13 }, () => Math.floor(random() * 10)).join('')}`
  return { source: machine ? 'douyin' : random() < 0.6 ? 'meituan' : 'eleme', externalId }
}

/** What the kitchen needs by its standard, in minutes: each station makes its own at the same time. */
export function makeMinOf({ brand, lines }: Sale): number {
  const known = new Map(itemsOf(brand.pack).map((item) => [item.sku, item]))
  return Math.max(...lines.map(({ sku, quantity }) => standardMin(known.get(sku)?.makeS ?? 120, quantity)))
}

/** How long the customer is told to wait; machines come in two days. */
export function usualMin(sale: Sale): number {
  if (!sale.plot.brought) return makeMinOf(sale) + 4
  return sale.brand.pack === 'general' ? 2 * DAY_MIN : makeMinOf(sale) + 38
}

/** An order of the brand's own: by name in the app, else at the counter. */
export function ownOrder({ brand, shop, plot, lines, person, items, random }: Sale): PlaceOrder {
  const known = brand.shops.find((s) => s.code === shop.code)!
  const here = brand.pack === 'restaurant' || (brand.pack === 'milk_tea' && !person && random() < 0.5)
  return PlaceOrder.parse({
    shopId: shop.id,
    kind: plot.brought ? 'delivery' : here ? 'dine_in' : 'pickup',
    source: person ? (brand.pack === 'general' ? 'website' : 'mini_program') : 'counter',
    ...(person ? { name: person.name, contact: person.phone } : {}),
    ...(plot.brought && person ? { address: doorOf(known, person.phone), deliveryFeeMinor: 500 } : {}),
    items: lines.map(({ sku, ...line }) => ({ itemId: items.get(sku)!, ...line })),
    paid: true,
  })
}

export function platformOrder(sale: Sale, carried: boolean, at: Date): NonNullable<PlatformNews['order']> {
  const { brand, shop, lines, random } = sale
  const items = itemsOf(brand.pack)
  const known = brand.shops.find((s) => s.code === shop.code)!
  const door = doorOf(known, String(random()))
  const rows = lines.map(({ sku, quantity, options }) => {
    const item = items.find((i) => i.sku === sku)!
    const chosen = (item.options ?? []).flatMap(({ key, choices }) =>
      choices.filter((c) => options[key]?.includes(c.key)).map((c) => c.name),
    )
    return { name: item.name, sku, quantity, priceMinor: item.priceMinor, options: chosen.join(' · ') }
  })
  const total = rows.reduce((sum, row) => sum + row.quantity * row.priceMinor, 0)
  const fee = carried || brand.pack === 'general' ? 0 : 500
  return {
    shown: '',
    name: '',
    phone: '',
    address: carried ? '' : door.text,
    point: carried ? null : door.point,
    items: rows,
    note: lines[0]?.note ?? '',
    wantedAt: new Date(at.getTime() + usualMin(sale) * MIN_MS).toISOString(),
    deliveryFeeMinor: fee,
    discountMinor: 0,
    totalMinor: total + fee,
    carried,
  }
}
