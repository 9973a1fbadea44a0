import { orderLate } from '#contracts/orders'
import { addTrace, type OrderDesk, setStatus, tellOrder } from '../taking/order-desk.ts'
import { paidMinor } from '../taking/order-money.ts'
import { type DeliveryData, type HandedOver, updateDelivery } from './delivery-data.ts'
import { minutes } from './reckon-round.ts'

/** In the customer's hands: what proves it, how late, and how wrong the arrival was that had been told on leaving. */
export async function deliver(
  desk: OrderDesk,
  stop: DeliveryData,
  proof: HandedOver,
  at: Date,
): Promise<void> {
  const { order, tx, now } = desk
  setStatus(desk, 'delivered', {}, at)
  order.expected_at = at
  addTrace(
    desk,
    'handed_over',
    {
      proof: proof.kind,
      riderId: stop.rider_id,
      ...(proof.reason ? { reason: proof.reason } : {}),
      lateMin: order.first_promised_at ? Math.max(0, Math.round(minutes(order.first_promised_at, at))) : 0,
      ...(stop.first_eta_at ? { etaErrorMin: Math.round(minutes(stop.first_eta_at, at)) } : {}),
    },
    at,
  )
  if (!order.paid) {
    const amountMinor = order.total_minor - paidMinor(order)
    Object.assign(order, { paid: true, paid_minor: null })
    addTrace(desk, 'paid', { amountMinor, riderId: stop.rider_id }, at)
  }
  await updateDelivery(tx, stop.id, {
    state: 'delivered',
    proof,
    delivered_at: at,
    plan_at: null,
    updated_at: now,
  })
}

/** Back at the counter: the order is ready again, and somebody decides what happens with it. */
export async function bringBack(
  desk: OrderDesk,
  stop: DeliveryData,
  reason: string,
  at: Date,
): Promise<void> {
  setStatus(desk, 'ready', { reason }, at)
  addTrace(desk, 'returned', { riderId: stop.rider_id, reason }, at)
  tellOrder(desk, orderLate, { reason: 'returned' })
  await updateDelivery(desk.tx, stop.id, {
    state: 'failed',
    fixed: false,
    eta_at: null,
    plan_at: null,
    updated_at: desk.now,
  })
}
