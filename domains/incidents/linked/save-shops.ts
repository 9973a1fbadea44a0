import type { z } from 'zod'
import type { SaveShops } from '#contracts/incidents'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { forgetUnreachable } from '../drafts/forget-drafts.ts'
import { incidentErrors } from '../errors.ts'
import { callNewcomers } from '../people/involve-shops.ts'

/**
 * Which shops it is about: their people may read the room, and those who were out of reach are called as the plan says.
 * Shape:  without shops it is of the whole brand, whatever is said. Whoever answers for some shops brings in and takes out these and no others, and
 *         neither makes it the whole brand's nor less; whoever leads the room may do all of it. Errors: incidents.shopUnknown.
 */
export function saveShops(ctx: Ctx, id: string, input: z.infer<typeof SaveShops>): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const { incident } = desk
    const { shops } = await desk.roster()
    const shopIds = [...new Set(input.shopIds)]
    const unknown = shopIds.find((one) => !shops.some((s) => s.id === one))
    if (unknown) throw incidentErrors.shopUnknown({ id: unknown }, 'shopIds')
    const before = incident.shop_ids
    const whole = input.wholeBrand || shopIds.length === 0
    const turned = whole !== incident.whole_brand
    const moved = [
      ...shopIds.filter((one) => !before.includes(one)),
      ...before.filter((one) => !shopIds.includes(one)),
    ]
    refuseOutOfReach(desk, moved, turned)
    Object.assign(incident, { shop_ids: shopIds, whole_brand: whole })
    const nameOf = (one: string) => shops.find((s) => s.id === one)?.name ?? ''
    addFact(desk, 'shops', {
      joined: shopIds.filter((one) => !before.includes(one)).map(nameOf),
      left: before.filter((one) => !shopIds.includes(one)).map(nameOf),
      ...(turned ? { whole } : {}),
    })
    record(desk, 'saveShops', { shops: shopIds, whole })
    await callNewcomers(desk, before)
    await forgetUnreachable(desk)
  })
}

function refuseOutOfReach({ ctx, incident }: IncidentDesk, moved: readonly string[], turned: boolean): void {
  const reach = scopeOf(ctx.actor, 'incidents.lead')?.shops ?? []
  if (reach === 'all' || incident.leader_id === staffOf(ctx).staffId) return
  const foreign = moved.find((one) => !reach.includes(one))
  if (foreign || turned) throw incidentErrors.shopUnknown({ id: foreign ?? '' }, 'shopIds')
}
