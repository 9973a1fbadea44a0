import type { z } from 'zod'
import type { SaveShops } from '#contracts/incidents'
import type { Ctx } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { callNewcomers } from '../people/involve-shops.ts'

/**
 * Which shops it is about: their people may read the room, and those who were out of reach are called as the plan says.
 * Shape:  without shops it is of the whole brand, whatever is said. Errors: incidents.shopUnknown.
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
    Object.assign(incident, { shop_ids: shopIds, whole_brand: whole })
    const nameOf = (one: string) => shops.find((s) => s.id === one)?.name ?? ''
    addFact(desk, 'shops', {
      joined: shopIds.filter((one) => !before.includes(one)).map(nameOf),
      left: before.filter((one) => !shopIds.includes(one)).map(nameOf),
      ...(turned ? { whole } : {}),
    })
    record(desk, 'saveShops', { shops: shopIds, whole })
    await callNewcomers(desk, before)
  })
}
