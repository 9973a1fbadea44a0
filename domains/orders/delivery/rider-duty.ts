import type { z } from 'zod'
import { type RoundView, roundChanged, type SetPosition } from '#contracts/orders/delivery'
import { audit } from '#platform/audit/audit'
import { type Ctx, type StaffActor, staffOf } from '#platform/context'
import { withoutDisk } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { orderErrors } from '../errors.ts'
import * as data from './delivery-data.ts'
import { readRound } from './read-round.ts'

/** Positions that come closer together say nothing new. */
const POSITION_EVERY_MS = 5_000

/**
 * On duty and off again, by the rider. Off duty nothing is known of where the rider is, and what was not fetched goes to others.
 * Errors: orders.stillCarrying while something is on board.
 */
export async function setDuty(ctx: Ctx, on: boolean): Promise<RoundView> {
  const { staffId, name, brandId } = staffOf(ctx)
  await ctx.transaction(async (tx) => {
    const rider = await data.lockRider(tx, staffId)
    if (on === Boolean(rider?.on_duty_since)) return
    const round = await data.roundStops(tx, staffId)
    if (!on && round.some((stop) => stop.state === 'picked_up')) throw orderErrors.stillCarrying()
    const shopIds = shopsOf(staffOf(ctx))
    await data.saveRider(tx, {
      brand_id: brandId,
      staff_id: staffId,
      shop_ids: shopIds,
      on_duty_since: on ? ctx.now() : null,
      lat: null,
      lng: null,
      accuracy_m: null,
      position_at: null,
      held_until: null,
    })
    await data.nudge(tx, ctx.now(), { riderId: staffId, shopIds })
    await audit(tx, ctx, {
      action: 'orders.riderDuty',
      subjectKind: 'staff',
      subjectId: staffId,
      subject: name,
      data: { on },
    })
    const shops = shopIds.length ? shopIds.slice(0, 30) : [null]
    await publish(
      tx,
      ctx,
      ...shops.map((shopId) =>
        eventRow(roundChanged, { shopId: shopId ?? brandId }, { shopId, staffIds: [staffId] }),
      ),
    )
  })
  return readRound(ctx)
}

/** None named: every shop of the brand. */
function shopsOf({ grants }: StaffActor): string[] {
  const shops = grants.filter((grant) => grant.role === 'rider').map((grant) => grant.shops)
  return shops.includes('all') ? [] : [...new Set(shops.flat())]
}

/** Where the rider is, while on duty: the last place only, no way is kept. Errors: orders.offDuty. */
export function setPosition(ctx: Ctx, place: z.infer<typeof SetPosition>): Promise<void> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const at = ctx.now()
    const before = new Date(at.getTime() - POSITION_EVERY_MS)
    const { lat, lng, accuracyM } = place
    const [kept] = await Promise.all([
      data.savePosition(tx, staffId, { at, before }, { lat, lng, accuracy_m: accuracyM }),
      withoutDisk(tx),
    ])
    if (kept) return
    if (!(await data.findRider(tx, staffId))?.on_duty_since) throw orderErrors.offDuty()
  })
}
