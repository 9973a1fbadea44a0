import type { Locale } from '#contracts/kit'
import { customerContext } from '#domains/channels'
import type { Ctx, Services } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import { orderErrors } from '../errors.ts'
import { ANY_ORDER, type OrderDesk, openOrder, saveOrder } from '../taking/order-desk.ts'
import { orderByToken } from './order-page-data.ts'

/** The one order that a private link opens. Errors: orders.linkUnknown; whether it ever existed is not told. */
export async function findOrderByToken(
  services: Services,
  token: string,
): Promise<{ brandId: string; orderId: string }> {
  const found = await orderByToken(services.db.open, hashSecret(token))
  if (!found) throw orderErrors.linkUnknown()
  return { brandId: found.brand_id, orderId: found.order_id }
}

/** One deed of the customer on the own order. */
export async function asOrderer<T>(
  outer: Ctx,
  token: string,
  locale: Locale,
  work: (desk: OrderDesk) => Promise<T> | T,
): Promise<T> {
  const { brandId, orderId } = await findOrderByToken(outer, token)
  const ctx = customerContext(outer, brandId, locale, outer.requestId)
  return ctx.transaction(async (tx) => {
    const desk = await openOrder(ctx, tx, orderId, ANY_ORDER)
    if (!desk) throw orderErrors.linkUnknown()
    const result = await work(desk)
    await saveOrder(desk)
    return result
  })
}
