import { orderLate } from '#contracts/orders'
import { type Services, systemContext } from '#platform/context'
import { dueOrders } from '../due-data.ts'
import { ANY_ORDER, addTrace, type OrderDesk, openOrder, saveOrder, tellOrder, warn } from './order-desk.ts'

const AT_ONCE = 200

/** Orders whose customer nobody has reached in time, and orders past their promise: marked once, so that somebody looks (O1, O2). */
export async function sweepOverdue(services: Services): Promise<number> {
  const due = await dueOrders(services.db.open, 'orders_due', services.now(), AT_ONCE)
  for (const { brand_id, order_id } of due) {
    const ctx = systemContext(services, brand_id)
    await ctx.transaction(async (tx) => {
      const desk = await openOrder(ctx, tx, order_id, ANY_ORDER, { skipLocked: true })
      if (!desk) return
      mark(desk)
      await saveOrder(desk)
    })
  }
  return due.length
}

function mark(desk: OrderDesk): void {
  const { order, now } = desk
  if (order.closed_at) return
  if (order.contact_by && order.contact_by <= now && warn(desk, 'contact'))
    addTrace(desk, 'late', { what: 'contact' })
  if (order.promised_at && order.promised_at <= now && warn(desk, 'late')) {
    addTrace(desk, 'late', { what: 'promise', status: order.status })
    tellOrder(desk, orderLate, { reason: 'promise' })
  }
}
