import { v7 as uuidv7 } from 'uuid'
import type { OrderSeal } from '#contracts/incidents/seal'
import { nameStopped, stopWithin } from '#domains/orders'
import { findShops } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, numberOf, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { involveShops } from '../people/involve-shops.ts'
import { insertSeal, type SealRow, sealsOf, shopsOf } from './seal-data.ts'
import { addTold, type ToldOf, tellShops } from './tell-shops.ts'
import { peopleOf } from './told-people.ts'

const MOST_REASON = 200

/**
 * Seals something at shops (E2): from this moment it can't be sold there, and whoever works there is told to take it away and to say how much.
 * Shape:  stop-sale, seal and messages are of one transaction; a drill stops no sale. Shops that the room did not have are involved from now on; those
 *         that are asked for the very same already are not asked twice.
 * Errors: incidents.notInPlan when the plan has no seal; incidents.nothingSealed; incidents.periodWrong; incidents.shopUnknown for a shop out of
 *         reach; incidents.alreadySealed when no shop is left; orders.itemUnknown.
 */
export function orderSeal(ctx: Ctx, id: string, input: OrderSeal): Promise<void> {
  return atIncident(ctx, id, 'incidents.seal', async (desk) => {
    const { incident, now, plan, tx } = desk
    refuseWrong(desk, input)
    const named = [...new Set(input.shopIds)]
    const shops = await shopsInReach(desk, named)
    const shopIds = await notYetAsked(desk, input, named)
    const { itemId, ingredient, batchCode } = input
    const reason = `${numberOf(incident)} ${input.instruction}`.slice(0, MOST_REASON)
    const what = { itemId, ingredient, batchCode }
    const stop = incident.drill
      ? { id: null, what: await nameStopped(tx, what) }
      : await stopWithin(tx, ctx, { ...what, reason }, shopIds)
    const seal = uuidv7()
    const { staffId, name } = staffOf(ctx)
    const row = { brand_id: incident.brand_id, seal_id: seal }
    const nextAt = new Date(now.getTime() + plan.sealEveryMin * 60_000)
    await insertSeal(
      tx,
      {
        brand_id: incident.brand_id,
        id: seal,
        incident_id: id,
        what: stop.what,
        item_id: itemId ?? null,
        ingredient: ingredient ?? '',
        batch_code: batchCode ?? '',
        made_from: input.from ? new Date(input.from) : null,
        made_to: input.to ? new Date(input.to) : null,
        instruction: input.instruction,
        sample: input.sample,
        stop_id: stop.id,
        every_min: plan.sealEveryMin,
        ordered_at: now,
        ordered_by: staffId,
        ordered_by_name: name,
      },
      shopIds.map((shop_id) => ({ ...row, shop_id, told_at: now, next_at: nextAt })),
    )
    const roster = await desk.roster()
    const of: ToldOf = new Map()
    for (const shopId of shopIds) addTold(of, peopleOf(roster, shopId), shopId)
    tellShops(desk, seal, shopIds, { of, times: 1 })
    const names = shopIds.map((shopId) => shops.get(shopId)?.name ?? '')
    const told = { seal, what: stop.what, count: shopIds.length, shops: names, shopIds }
    addFact(desk, 'sealed', told, input.instruction)
    record(desk, 'seal', { seal, what: stop.what, shops: shopIds.length })
    await involveShops(desk, shopIds)
  })
}

function refuseWrong({ plan }: IncidentDesk, input: OrderSeal): void {
  if (!plan.seal) throw incidentErrors.notInPlan()
  if (!input.itemId && !input.ingredient && !input.batchCode) throw incidentErrors.nothingSealed({}, 'itemId')
  if (input.from && input.to && input.from >= input.to) throw incidentErrors.periodWrong({}, 'to')
}

/** A second tap, or a second person, asks nobody twice for the same. Errors: incidents.alreadySealed. */
async function notYetAsked({ tx, incident }: IncidentDesk, input: OrderSeal, shopIds: string[]) {
  const same = (await sealsOf(tx, incident.id)).filter((seal) => !seal.lifted_at && isSame(seal, input))
  const asked = await shopsOf(
    tx,
    same.map((seal) => seal.id),
    shopIds,
  )
  const left = shopIds.filter((id) => !asked.some((shop) => shop.shop_id === id))
  if (!left.length) throw incidentErrors.alreadySealed({ name: same[0]!.ordered_by_name })
  return left
}

function isSame(seal: SealRow, { itemId, ingredient, batchCode, from, to }: OrderSeal): boolean {
  const instant = (at: string | undefined) => (at ? Date.parse(at) : undefined)
  return (
    seal.item_id === (itemId ?? null) &&
    seal.ingredient === (ingredient ?? '') &&
    seal.batch_code === (batchCode ?? '') &&
    seal.made_from?.getTime() === instant(from) &&
    seal.made_to?.getTime() === instant(to)
  )
}

/** Whoever answers for some shops seals at these and at no other. */
async function shopsInReach({ ctx, tx }: IncidentDesk, shopIds: string[]) {
  const reach = scopeOf(ctx.actor, 'incidents.seal')?.shops ?? []
  const shops = await findShops(tx, shopIds)
  const unknown = shopIds.find((id) => !shops.has(id) || (reach !== 'all' && !reach.includes(id)))
  if (unknown) throw incidentErrors.shopUnknown({ id: unknown }, 'shopIds')
  return shops
}
