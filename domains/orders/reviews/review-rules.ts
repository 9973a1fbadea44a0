import type { OrderKind } from '#contracts/orders'
import type { ReviewWord } from '#contracts/orders/order-page'
import type { OrderData } from '../taking/order-data.ts'

export type ReviewAbout = { words?: ReviewWord[] }

const BROUGHT: readonly ReviewWord[] = ['on_time', 'well_packed', 'late', 'spilled', 'cold']
const MADE: readonly ReviewWord[] = ['tasty', 'taste', 'wrong', 'missing', 'cold']
const ALL: readonly ReviewWord[] = [
  'tasty',
  'on_time',
  'friendly',
  'well_packed',
  'late',
  'wrong',
  'missing',
  'cold',
  'spilled',
  'taste',
  'dirty',
  'rude',
]

/** What this kind of order can be praised or blamed for: nothing is spilled on the way in a treatment room. */
export function wordsFor(kind: OrderKind): ReviewWord[] {
  if (kind === 'delivery') return [...ALL]
  if (kind === 'visit')
    return ALL.filter((w) => w === 'on_time' || (!BROUGHT.includes(w) && !MADE.includes(w)))
  return ALL.filter((w) => w !== 'spilled')
}

/** Once, when it has been handed over: money back afterwards takes nobody's word away. */
export function mayReview(order: Pick<OrderData, 'status' | 'delivered_at'>, given: boolean): boolean {
  return !given && order.delivered_at !== null && ['delivered', 'refunded'].includes(order.status)
}
