import type { OrderKind, OrderStatus } from '#contracts/orders'
import { orderErrors } from './errors.ts'

/**
 * Where an order may go from each status (O1). `quality_check` goes back to `preparing` when something must be made anew; a start that
 * was tapped by mistake takes `preparing` back to `confirmed`.
 */
export const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  draft: ['placed', 'cancelled'],
  placed: ['confirmed', 'cancelled'],
  confirmed: ['preparing', 'cancelled'],
  preparing: ['confirmed', 'quality_check', 'cancelled'],
  quality_check: ['preparing', 'ready', 'cancelled'],
  ready: ['preparing', 'delivering', 'delivered', 'cancelled'],
  delivering: ['ready', 'delivered', 'cancelled'],
  delivered: ['reviewed', 'refunded'],
  reviewed: ['refunded'],
  cancelled: ['refunded'],
  refunded: [],
}

/** Nobody has to do anything for it any more. */
export const OVER: readonly OrderStatus[] = ['delivered', 'reviewed', 'cancelled', 'refunded']
/** The kitchen has not begun: everything may still be changed. */
export const CHANGEABLE: readonly OrderStatus[] = ['draft', 'placed', 'confirmed']

/** Only what is brought is on its way; everything else goes from the counter (or the treatment room) into the customer's hands. */
export function mayMove(from: OrderStatus, to: OrderStatus, kind: OrderKind): boolean {
  if (!NEXT[from].includes(to)) return false
  if (to === 'delivering') return kind === 'delivery'
  if (from === 'ready' && to === 'delivered') return kind !== 'delivery'
  return true
}

/** Errors: orders.illegalMove with from and to. */
export function move(from: OrderStatus, to: OrderStatus, kind: OrderKind): OrderStatus {
  if (!mayMove(from, to, kind)) throw orderErrors.illegalMove({ from, to })
  return to
}
