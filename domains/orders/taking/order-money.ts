import type { OrderData } from './order-data.ts'

type Money = Pick<OrderData, 'paid' | 'paid_minor' | 'total_minor' | 'refunded_minor'>
type Ended = Pick<OrderData, 'status'> & Partial<Pick<OrderData, 'delivered_at'>>
/** Their customers have paid the platform, and the platform gives it back. */
const OF_PLATFORMS: readonly string[] = ['meituan', 'eleme', 'douyin']

/** What came in for it. Units: minor, here and below. */
export function paidMinor({ paid, paid_minor, total_minor }: Omit<Money, 'refunded_minor'>): number {
  return paid_minor ?? (paid ? total_minor : 0)
}

/** What may still go back at most. */
export function leftMinor(order: Money): number {
  return Math.max(0, paidMinor(order) - order.refunded_minor)
}

/** What must still go back: all of it when nothing was brought, else what the order has become cheaper by. */
export function dueMinor(order: Money & Pick<OrderData, 'status' | 'source'>): number {
  if (OF_PLATFORMS.includes(order.source)) return 0
  if (order.status === 'cancelled') return leftMinor(order)
  return Math.max(0, paidMinor(order) - order.total_minor - order.refunded_minor)
}

/** What the customer has spent on it; what was paid too much and went back was never spent. */
export function spentMinor(order: Money): number {
  const tooMuch = Math.max(0, paidMinor(order) - order.total_minor)
  return order.total_minor - Math.max(0, order.refunded_minor - tooMuch)
}

/** Nothing was brought; its money may have gone back since. */
export function wasCancelled({ status, delivered_at }: Ended): boolean {
  return status === 'cancelled' || (status === 'refunded' && !delivered_at)
}
