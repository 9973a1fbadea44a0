import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Region } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { peopleErrors } from '../errors.ts'
import { insertRegion, readRegion, readRegions, renameRegion } from './region-data.ts'
import { needWholeBrand } from './shops.ts'

type RegionView = z.infer<typeof Region>

/** The brand's regions; to somebody of single shops only the regions of those. */
export function listRegions(ctx: Ctx): Promise<RegionView[]> {
  return ctx.transaction((tx) => readRegions(tx, scopeOf(ctx.actor, 'people.readShops')))
}

/** Errors: people.needsWholeBrand, people.regionTaken. */
export function addRegion(ctx: Ctx, name: string): Promise<RegionView> {
  needWholeBrand(ctx, 'people.manageRegions')
  return ctx.transaction(async (tx) => {
    const id = uuidv7()
    await insertRegion(tx, { brand_id: ctx.actor.brandId, id, name })
    await audit(tx, ctx, {
      action: 'people.createRegion',
      subjectKind: 'region',
      subjectId: id,
      subject: name,
    })
    return { id, name, shops: 0 }
  })
}

/** Errors: people.needsWholeBrand, people.regionNotFound, people.regionTaken. */
export function changeRegion(ctx: Ctx, id: string, name: string): Promise<RegionView> {
  needWholeBrand(ctx, 'people.manageRegions')
  return ctx.transaction(async (tx) => {
    const before = await readRegion(tx, id)
    if (!before) throw peopleErrors.regionNotFound()
    await renameRegion(tx, id, name)
    await audit(tx, ctx, {
      action: 'people.renameRegion',
      subjectKind: 'region',
      subjectId: id,
      subject: name,
      data: { before: before.name },
    })
    return { ...before, name }
  })
}
