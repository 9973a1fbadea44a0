import type { OrderToRefund } from '#domains/orders'
import type { Ctx } from '#platform/context'
import { sayMoney } from '#platform/locale'
import { compensationErrors } from './errors.ts'

/** A refund never gives back more of an order than is left of what was paid. Errors: compensation.beyondOrder. */
export function refuseBeyond(
  ctx: Ctx,
  order: OrderToRefund | null,
  { amountMinor, currency }: { amountMinor: number; currency: string },
): void {
  if (!order || amountMinor <= order.leftMinor) return
  const left = sayMoney(order.leftMinor, currency, ctx.locale)
  throw compensationErrors.beyondOrder({ number: order.number, left }, 'amountMinor')
}
