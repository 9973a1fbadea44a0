import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { type SaveShop, type Shop, shopChanged } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { inScope, scopeOf } from '#platform/permissions'
import { peopleErrors } from '../errors.ts'
import { createShop } from './create-shop.ts'
import { readRegion } from './region-data.ts'
import { readShop, readShops, replaceDepartments, type StoredShop, updateShop } from './shop-data.ts'
import { checkWeek, checkZone } from './week.ts'

export function listShops(ctx: Ctx): Promise<Shop[]> {
  const visible = inScope(scopeOf(ctx.actor, 'people.readShops'), { shop: 's.id' })
  return ctx.transaction(async (tx) => (await readShops(tx, visible)).map(viewShop))
}

/** Errors: people.needsWholeBrand, and those of createShop. */
export function addShop(ctx: Ctx, input: z.infer<typeof SaveShop>): Promise<Shop> {
  needWholeBrand(ctx, 'people.openShops')
  return ctx.transaction(async (tx) => freshShop(tx, ctx, await createShop(tx, ctx, input)))
}

/**
 * Changes what is given; what is absent stays.
 * Errors: people.shopNotFound outside the scope, people.needsWholeBrand to move a shop to another region, people.unknownRegion,
 *         people.unknownZone, people.badHours, people.shopCodeTaken.
 */
export function changeShop(ctx: Ctx, id: string, input: Partial<z.infer<typeof SaveShop>>): Promise<Shop> {
  return ctx.transaction(async (tx) => {
    const visible = inScope(scopeOf(ctx.actor, 'people.manageShops'), { shop: 's.id' })
    const before = await readShop(tx, id, visible)
    if (!before) throw peopleErrors.shopNotFound()
    const { regionId, departments, point, ...plain } = input
    if (input.zone) checkZone(input.zone)
    if (input.hours) checkWeek(input.hours, 'hours')
    if (regionId && regionId !== before.region_id) await checkMove(tx, ctx, regionId)
    await updateShop(tx, id, {
      ...plain,
      ...(regionId ? { region_id: regionId } : {}),
      ...(point === undefined ? {} : { lat: point?.lat ?? null, lng: point?.lng ?? null }),
    })
    if (departments) await saveDepartments(tx, ctx, id, departments)
    const after = await freshShop(tx, ctx, id)
    await audit(tx, ctx, {
      action: 'people.changeShop',
      subjectKind: 'shop',
      subjectId: id,
      subject: after.name,
      data: { before: changed(viewShop(before), input), after: input },
    })
    await publish(tx, ctx, eventRow(shopChanged, { shopId: id }, { shopId: id }))
    return after
  })
}

async function checkMove(tx: Tx, ctx: Ctx, regionId: string): Promise<void> {
  needWholeBrand(ctx, 'people.manageShops')
  if (!(await readRegion(tx, regionId))) throw peopleErrors.unknownRegion({}, 'regionId')
}

function saveDepartments(tx: Tx, ctx: Ctx, id: string, names: string[]): Promise<void> {
  const wanted = [...new Set(names)].map((name) => ({ id: uuidv7(), name }))
  return replaceDepartments(tx, { brandId: ctx.actor.brandId, id }, wanted)
}

/** What the changed fields were before. */
function changed(before: Shop, input: Partial<z.infer<typeof SaveShop>>): Record<string, unknown> {
  const was: Record<string, unknown> = { ...before, departments: before.departments.map((d) => d.name) }
  return Object.fromEntries(Object.keys(input).map((key) => [key, was[key]]))
}

async function freshShop(tx: Tx, ctx: Ctx, id: string): Promise<Shop> {
  const row = await readShop(tx, id, inScope(scopeOf(ctx.actor, 'people.manageShops'), { shop: 's.id' }))
  if (!row) throw peopleErrors.shopNotFound()
  return viewShop(row)
}

/** Errors: people.needsWholeBrand unless the caller holds the action for the brand, not just for shops of it. */
export function needWholeBrand(ctx: Ctx, action: string): void {
  if (scopeOf(ctx.actor, action)?.shops !== 'all') throw peopleErrors.needsWholeBrand()
}

function viewShop(row: StoredShop): Shop {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    regionId: row.region_id,
    regionName: row.region_name,
    address: row.address,
    phone: row.phone,
    zone: row.zone,
    hours: row.hours,
    state: row.state,
    point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    departments: row.departments,
    staffCount: row.staff_count,
  }
}
