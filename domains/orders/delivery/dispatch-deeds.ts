import type { z } from 'zod'
import { type DispatchBoard, roundChanged, type SettleStop } from '#contracts/orders/delivery'
import { findStaffNames } from '#domains/people'
import { type Ctx, systemContext } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { addTrace, type OrderDesk, openOrder, recordOrder, saveOrder } from '../taking/order-desk.ts'
import * as data from './delivery-data.ts'
import { bringBack, deliver } from './finish-stop.ts'
import { planShop } from './plan-shop.ts'
import { readBoard } from './read-board.ts'

/** Still at the shop: may go to anybody. */
const AT_SHOP = ['waiting', 'assigned', 'failed']

type Board = z.infer<typeof DispatchBoard>
type AtStop = { desk: OrderDesk; stop: data.DeliveryData }

/**
 * Somebody at the board gives a stop to a rider, who keeps it whatever the plan says (O3).
 * Errors: orders.notFound, orders.alreadyCarried, orders.stopOver, orders.riderOff when the rider is off duty or does not ride for that shop.
 */
export function assignRider(ctx: Ctx, id: string, riderId: string): Promise<Board> {
  return atStop(ctx, id, async ({ desk, stop }) => {
    refuseCarried(stop)
    const rider = (await data.ridersOnDuty(desk.tx, [stop.shop_id])).find((r) => r.staff_id === riderId)
    if (!rider) throw orderErrors.riderOff({}, 'riderId')
    const name = (await findStaffNames(desk.tx, [riderId])).get(riderId) ?? ''
    await data.updateDelivery(desk.tx, id, {
      state: 'assigned',
      rider_id: riderId,
      fixed: true,
      // At the end of the round until the next plan, which follows at once.
      seq: 99,
      pick_seq: 98,
      assigned_at: desk.now,
      plan_at: desk.now,
      updated_at: desk.now,
    })
    addTrace(desk, 'dispatched', { riderId, rider: name, how: 'person' })
    recordOrder(desk, 'orders.assignRider', { rider: name })
    return [riderId]
  })
}

/** Gives it back to the plan. Errors: orders.notFound, orders.alreadyCarried, orders.stopOver. */
export function releaseRider(ctx: Ctx, id: string): Promise<Board> {
  return atStop(ctx, id, async ({ desk, stop }) => {
    refuseCarried(stop)
    await data.updateDelivery(desk.tx, id, { fixed: false, plan_at: desk.now, updated_at: desk.now })
    recordOrder(desk, 'orders.releaseRider')
    return []
  })
}

/**
 * What somebody at the desk enters for a rider whose phone is gone, and sending out once more what came back.
 * Errors: orders.notFound, orders.stopOver when it is not on its way, or has not come back.
 */
export function settleStop(ctx: Ctx, id: string, input: z.infer<typeof SettleStop>): Promise<Board> {
  return atStop(ctx, id, async ({ desk, stop }) => {
    const wanted = input.outcome === 'again' ? 'failed' : 'picked_up'
    if (stop.state !== wanted) throw orderErrors.stopOver()
    recordOrder(desk, 'orders.settleStop', { outcome: input.outcome, reason: input.reason })
    if (input.outcome === 'delivered')
      await deliver(desk, stop, { kind: 'desk', at: desk.now.toISOString(), reason: input.reason }, desk.now)
    else if (input.outcome === 'returned') await bringBack(desk, stop, input.reason, desk.now)
    else
      await data.updateDelivery(desk.tx, id, {
        state: 'waiting',
        rider_id: null,
        fixed: false,
        picked_up_at: null,
        arrived_at: null,
        first_eta_at: null,
        code_tries: 0,
        trouble: null,
        plan_at: desk.now,
        updated_at: desk.now,
      })
    return []
  })
}

function refuseCarried(stop: data.DeliveryData): void {
  if (stop.state === 'picked_up') throw orderErrors.alreadyCarried()
  if (!AT_SHOP.includes(stop.state)) throw orderErrors.stopOver()
}

/** One deed on one stop in reach; the rounds are planned anew before the board is answered. */
async function atStop(ctx: Ctx, id: string, work: (at: AtStop) => Promise<string[]>): Promise<Board> {
  const scope = scopeOf(ctx.actor, 'orders.dispatch')
  const shopId = await ctx.transaction(async (tx) => {
    const known = await data.findDelivery(tx, scope, id)
    const desk = known && (await openOrder(ctx, tx, known.order_id, scope))
    // Read once more: whoever held the order may have changed it.
    const stop = desk && (await data.findDelivery(tx, scope, id))
    if (!desk || !stop) throw orderErrors.notFound()
    const concerned = await work({ desk, stop })
    await saveOrder(desk)
    const staffIds = [stop.rider_id, ...concerned]
    await publish(
      tx,
      ctx,
      eventRow(roundChanged, { shopId: stop.shop_id }, { shopId: stop.shop_id, staffIds }),
    )
    return stop.shop_id
  })
  await planShop(systemContext(ctx, ctx.actor.brandId), shopId)
  return readBoard(ctx)
}
