import type { z } from 'zod'
import type { DeliveryFacts } from '#contracts/orders/delivery'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { findOrder } from '../taking/order-data.ts'
import { orderNumber } from '../taking/order-desk.ts'
import { deliveryOfOrder } from './delivery-data.ts'
import { readPicture } from './door-picture.ts'

/**
 * How one order was carried, for whoever looks into it. The picture of the door only for whoever may see name and address; each look is kept.
 * Errors: orders.notFound when it is out of reach.
 */
export async function readDeliveryFacts(ctx: Ctx, orderId: string): Promise<z.infer<typeof DeliveryFacts>> {
  const { file, ...facts } = await ctx.transaction(async (tx) => {
    const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.read'), orderId)
    if (!order) throw orderErrors.notFound()
    const row = await deliveryOfOrder(tx, orderId)
    if (!row) return { delivery: null, file: undefined }
    const clear = covers(scopeOf(ctx.actor, 'orders.reveal'), { shopId: order.shop_id })
    const file = clear ? row.proof?.file : undefined
    if (file)
      await audit(tx, ctx, {
        action: 'orders.lookAtProof',
        subjectKind: 'order',
        subjectId: orderId,
        subject: orderNumber(order),
      })
    const names = await findStaffNames(tx, row.rider_id ? [row.rider_id] : [])
    return {
      file,
      delivery: {
        state: row.state as 'waiting',
        rider: names.get(row.rider_id ?? '') ?? '',
        firstEtaAt: row.first_eta_at?.toISOString() ?? null,
        etaAt: row.eta_at?.toISOString() ?? null,
        deliveredAt: row.delivered_at?.toISOString() ?? null,
        proof: row.proof?.kind ?? null,
        trouble: row.trouble,
      },
    }
  })
  return { ...facts, picture: file ? await readPicture(ctx, file) : '' }
}
