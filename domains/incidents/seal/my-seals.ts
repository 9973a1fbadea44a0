import type { AttachmentView } from '#contracts/channels'
import type { ShopSeal } from '#contracts/incidents/seal'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { photoViews, readPhotoOf } from '#domains/channels'
import { madeWith } from '#domains/orders'
import { findShops } from '#domains/people'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { numberOf } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { countAnswers, type SealWithRoom, sealsWithRooms } from './my-seals-data.ts'
import * as data from './seal-data.ts'
import { viewShop } from './view-seal.ts'

/**
 * What the reader's shops have to seal now and what they have sealed; those that have not answered come first.
 * Shape: whoever has no shops of their own but answers for any of the brand sees only what still waits.
 */
export function readMySeals(ctx: Ctx): Promise<ShopSeal[]> {
  return ctx.transaction(async (tx) => viewAsked(tx, ctx, await data.sealedAt(tx, shopsOf(ctx))))
}

/** One shop's part of one seal. Errors: incidents.sealUnknown out of reach. */
export function readShopSeal(ctx: Ctx, sealId: string, shopId: string): Promise<ShopSeal> {
  return ctx.transaction(async (tx) => {
    const reach = shopsOf(ctx)
    if (reach !== 'all' && !reach.includes(shopId)) throw incidentErrors.sealUnknown()
    const [seal] = await viewAsked(tx, ctx, await data.shopsOf(tx, [sealId], [shopId]))
    if (!seal) throw incidentErrors.sealUnknown()
    return seal
  })
}

/** A picture that a shop in reach has sent with its answer. Errors: incidents.sealUnknown, channels.notFound. */
export async function readSealFile(ctx: Ctx, sealId: string, fileId: string, size: 'full' | 'thumb') {
  const seal = await ctx.transaction(async (tx) => {
    const asked = await data.shopsOf(tx, [sealId], shopsOf(ctx))
    if (!asked.some(({ answer }) => answer?.file_ids.includes(fileId))) throw incidentErrors.sealUnknown()
    return data.findSeal(tx, sealId)
  })
  return readPhotoOf(ctx, seal!.incident_id, fileId, size)
}

const shopsOf = (ctx: Ctx) => scopeOf(ctx.actor, 'incidents.acknowledgeSeal')?.shops ?? []

async function viewAsked(tx: Tx, ctx: Ctx, asked: data.AskedShop[]): Promise<ShopSeal[]> {
  if (!asked.length) return []
  const ids = [...new Set(asked.map((shop) => shop.seal_id))]
  const [seals, counts, shopNames] = await Promise.all([
    sealsWithRooms(tx, ids),
    countAnswers(tx, ids, shopsOf(ctx)),
    findShops(tx, [...new Set(asked.map((shop) => shop.shop_id))]),
  ])
  const toldOf = new Map<string, Told>()
  for (const seal of seals) toldOf.set(seal.id, await viewTold(tx, ctx, seal))
  const photosOf = new Map<string, ReadonlyMap<string, AttachmentView>>()
  for (const [seal, shops] of Map.groupBy(asked, (shop) => shop.seal_id)) {
    const files = shops.flatMap(({ answer }) => answer?.file_ids ?? [])
    photosOf.set(seal, await photoViews(tx, ctx, files, `/api/seals/${seal}/files`))
  }
  return asked.map((shop) => ({
    ...toldOf.get(shop.seal_id)!,
    ...(counts.get(shop.seal_id) ?? { of: 0, answered: 0 }),
    shop: viewShop(shop, { locale: ctx.locale, shopNames, photos: photosOf.get(shop.seal_id)! }),
  }))
}

type Told = Omit<ShopSeal, 'of' | 'answered' | 'shop'>

/** What every shop is told alike. */
async function viewTold(tx: Tx, ctx: Ctx, seal: SealWithRoom): Promise<Told> {
  const { ingredient, batch_code: batchCode, item_id } = seal
  return {
    id: seal.id,
    incidentId: seal.incident_id,
    number: numberOf(seal),
    drill: seal.drill,
    reason: say((seal.plan as EmergencyPlan).name, ctx.locale),
    what: seal.what,
    ingredient,
    batchCode,
    products: item_id ? [] : await madeWith(tx, { ingredient, batchCode }),
    instruction: seal.instruction,
    sample: seal.sample,
    orderedAt: seal.ordered_at.toISOString(),
    orderedBy: seal.ordered_by_name,
  }
}
