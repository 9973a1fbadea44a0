import { v7 as uuidv7 } from 'uuid'
import type { Point } from '#contracts/kit'
import { type Shop, shopChanged, type Week } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { peopleErrors } from '../errors.ts'
import { readRegion } from './region-data.ts'
import { insertShop, replaceDepartments } from './shop-data.ts'
import { checkWeek, checkZone } from './week.ts'

export type NewShop = {
  code: string
  name: string
  regionId: string
  address?: string
  phone?: string
  zone?: string
  hours: Week
  state?: Shop['state']
  point?: Point | null
  departments?: string[]
}

/**
 * Opens a shop and announces it.
 * Errors: people.unknownRegion, people.unknownZone, people.badHours, people.shopCodeTaken.
 */
export async function createShop(tx: Tx, ctx: Ctx, shop: NewShop): Promise<string> {
  const id = uuidv7()
  const { brandId } = ctx.actor
  const zone = shop.zone ?? 'Asia/Shanghai'
  checkZone(zone)
  checkWeek(shop.hours, 'hours')
  if (!(await readRegion(tx, shop.regionId))) throw peopleErrors.unknownRegion({}, 'regionId')
  await insertShop(tx, {
    brand_id: brandId,
    id,
    code: shop.code,
    name: shop.name,
    region_id: shop.regionId,
    address: shop.address ?? '',
    phone: shop.phone ?? '',
    zone,
    hours: shop.hours,
    state: shop.state ?? 'open',
    lat: shop.point?.lat ?? null,
    lng: shop.point?.lng ?? null,
    created_at: ctx.now(),
  })
  await replaceDepartments(
    tx,
    { brandId, id },
    (shop.departments ?? []).map((name) => ({ id: uuidv7(), name })),
  )
  await audit(tx, ctx, {
    action: 'people.createShop',
    subjectKind: 'shop',
    subjectId: id,
    subject: shop.name,
    data: { code: shop.code },
  })
  await publish(tx, ctx, eventRow(shopChanged, { shopId: id }, { shopId: id }))
  return id
}
