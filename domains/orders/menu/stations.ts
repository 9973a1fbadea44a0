import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { SaveStation, Station } from '#contracts/orders/menu'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { orderErrors } from '../errors.ts'
import { inShop, tellMenuChanged } from './in-shop.ts'
import * as data from './menu-data.ts'

export function readStations(ctx: Ctx, shopId: string): Promise<Station[]> {
  return inShop(ctx, shopId, (tx) => viewStations(tx, shopId))
}

/** Makes or changes the station of this key at a shop; one that was closed is open again. */
export function saveStation(
  ctx: Ctx,
  shopId: string,
  input: z.infer<typeof SaveStation>,
): Promise<Station[]> {
  return inShop(ctx, shopId, async (tx) => {
    await data.saveStationRow(tx, {
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      shop_id: shopId,
      key: input.key,
      name: input.name,
      capacity: input.capacity,
      staff_ids: input.staffIds,
    })
    await tellMenuChanged(tx, ctx, [shopId])
    await audit(tx, ctx, {
      action: 'orders.saveStation',
      subjectKind: 'shop',
      subjectId: shopId,
      subject: input.name,
      data: { key: input.key, capacity: input.capacity, people: input.staffIds.length },
    })
    return viewStations(tx, shopId)
  })
}

/** The shop has it no more. Errors: orders.notFound; orders.stationBusy while something waits or is made there. */
export function closeStation(ctx: Ctx, shopId: string, key: string): Promise<void> {
  return inShop(ctx, shopId, async (tx) => {
    const station = (await data.stationsOf(tx, shopId)).find((s) => s.key === key)
    if (!station) throw orderErrors.notFound()
    const open = await data.openTasksAt(tx, station.id)
    if (open) throw orderErrors.stationBusy({ station: station.name, count: open })
    await data.closeStationRow(tx, station.id, ctx.now())
    await tellMenuChanged(tx, ctx, [shopId])
    await audit(tx, ctx, {
      action: 'orders.closeStation',
      subjectKind: 'shop',
      subjectId: shopId,
      subject: station.name,
      data: { key },
    })
  })
}

async function viewStations(tx: Tx, shopId: string): Promise<Station[]> {
  const rows = await data.stationsOf(tx, shopId)
  const names = await findStaffNames(tx, [...new Set(rows.flatMap((r) => r.staff_ids))])
  return rows.map((row) => ({
    id: row.id,
    shopId: row.shop_id,
    key: row.key,
    name: row.name,
    capacity: row.capacity,
    people: row.staff_ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : [])),
  }))
}
