import type { Ctx } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'

/** Which shops it is about; their people may read the room. Errors: incidents.shopUnknown. */
export function saveShops(ctx: Ctx, id: string, shopIds: readonly string[]): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const { shops } = await desk.roster()
    const unknown = shopIds.find((one) => !shops.some((s) => s.id === one))
    if (unknown) throw incidentErrors.shopUnknown({ id: unknown }, 'shopIds')
    const before = desk.incident.shop_ids
    desk.incident.shop_ids = [...new Set(shopIds)]
    const nameOf = (one: string) => shops.find((s) => s.id === one)?.name ?? ''
    addFact(desk, 'shops', {
      joined: shopIds.filter((one) => !before.includes(one)).map(nameOf),
      left: before.filter((one) => !shopIds.includes(one)).map(nameOf),
    })
    record(desk, 'saveShops', { shops: shopIds })
  })
}
