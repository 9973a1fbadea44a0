import type { OrderData } from '../taking/order-data.ts'
import { paidMinor, wasCancelled } from '../taking/order-money.ts'

export type Money = {
  orders: number
  cancelled: number
  total_minor: number
  discount_minor: number
  delivery_fee_minor: number
  received_minor: number
  refunded_minor: number
}
type Moneyed = Pick<
  OrderData,
  | 'status'
  | 'total_minor'
  | 'discount_minor'
  | 'delivery_fee_minor'
  | 'refunded_minor'
  | 'paid'
  | 'paid_minor'
> &
  Partial<Pick<OrderData, 'delivered_at'>>

const NOTHING: Money = {
  orders: 0,
  cancelled: 0,
  total_minor: 0,
  discount_minor: 0,
  delivery_fee_minor: 0,
  received_minor: 0,
  refunded_minor: 0,
}
const KEYS = Object.keys(NOTHING) as (keyof Money)[]

/** What an order stands for in the books as it is now. A draft is nothing yet; a cancelled one keeps what was received and given back. */
export function moneyOf(order: Moneyed | null): Money {
  if (!order || order.status === 'draft') return NOTHING
  const counts = !wasCancelled(order)
  return {
    orders: counts ? 1 : 0,
    cancelled: counts ? 0 : 1,
    total_minor: counts ? order.total_minor : 0,
    discount_minor: counts ? order.discount_minor : 0,
    delivery_fee_minor: counts ? order.delivery_fee_minor : 0,
    received_minor: paidMinor(order),
    refunded_minor: order.refunded_minor,
  }
}

/** What has moved between the two; null when nothing has. */
export function moved(before: Money, after: Money): Money | null {
  const by = Object.fromEntries(KEYS.map((key) => [key, after[key] - before[key]])) as Money
  return KEYS.some((key) => by[key] !== 0) ? by : null
}
