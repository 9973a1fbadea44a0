import { keepPastOrders, type PastOrder } from '#domains/orders'
import type { Roster } from '#domains/people'
import { type Services, systemContext } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'
import { itemsOf } from './orders-lines.ts'
import { seededRandom } from './timing.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack' | 'brand'>
  roster: Roster
  ends: Date
  /** Whose name the brand knows already. */
  customers: readonly { phone: string }[]
}

const DAY_MS = 86_400_000
const DAYS = 90
/** How many a day the file of the old till names for the whole brand, at weekends half as many again. */
const A_DAY: Partial<Record<string, number>> = { milk_tea: 9, takeaway: 9, restaurant: 7, general: 2 }
const HOURS = [11, 11, 12, 12, 12, 13, 14, 15, 17, 18, 18, 19, 19, 20]
const BY_PLATFORM: readonly string[] = ['takeaway', 'milk_tea']

/** Ninety days of ordinary orders, as the brand has taken them over from its old till: nobody complained about these. */
export async function tellPast(told: Telling): Promise<void> {
  const { services, brandId, brand, roster, ends } = told
  const each = A_DAY[brand.pack]
  if (!each || !roster.shops.length) return
  const random = seededRandom(brand.brand.login.length * 7919)
  const orders: PastOrder[] = []
  for (let ago = DAYS; ago > 0; ago--) {
    const day = new Date(ends.getTime() - ago * DAY_MS)
    const busy = [0, 6].includes(day.getUTCDay()) ? 1.5 : 1
    const count = Math.round(each * busy * (0.7 + random() * 0.6))
    for (let n = 0; n < count; n++)
      orders.push(pastOrder(told, day, `${ago}${String(n).padStart(2, '0')}`, random))
  }
  const ctx = systemContext({ ...services, now: () => new Date(ends.getTime() - DAY_MS) }, brandId)
  await ctx.transaction((tx) => keepPastOrders(tx, ctx, orders, '历史订单.xlsx'))
}

function pastOrder(
  { brand, roster, customers }: Telling,
  day: Date,
  number: string,
  random: () => number,
): PastOrder {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const at = new Date(day)
  at.setUTCHours(pick(HOURS) - 8, Math.floor(random() * 60), Math.floor(random() * 60), 0)
  const item = pick(itemsOf(brand.pack))
  const quantity = brand.pack === 'general' ? 1 : pick([1, 1, 2, 2, 3])
  const platform = BY_PLATFORM.includes(brand.pack) && random() < 0.45
  const known = !platform && customers.length && random() < 0.6
  return {
    source: platform ? pick(['meituan', 'meituan', 'eleme'] as const) : 'import',
    number: platform ? `50${Math.floor(random() * 1e6)}${number}` : `LS${number}`,
    shopId: pick(roster.shops).id,
    at,
    amountMinor: item.priceMinor * quantity,
    items: `${item.name}×${quantity}`,
    contact: known ? pick(customers).phone : '',
  }
}
