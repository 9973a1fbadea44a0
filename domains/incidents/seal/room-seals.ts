import type { Seal } from '#contracts/incidents/seal'
import { photoViews } from '#domains/channels'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type AskedShop, sealsOf, shopsOf } from './seal-data.ts'
import { viewSeal } from './view-seal.ts'

/** The seals of one room; of each, shops that have not answered come first, then by code. Shape: `shops` limits their shops to those that the reader reaches. */
export async function roomSeals(
  tx: Tx,
  ctx: Ctx,
  incidentId: string,
  shops: 'all' | readonly string[],
): Promise<Seal[]> {
  const seals = await sealsOf(tx, incidentId)
  const asked = await shopsOf(
    tx,
    seals.map((s) => s.id),
  )
  const [shopNames, photos] = await Promise.all([
    findShops(tx, [...new Set(asked.map((s) => s.shop_id))]),
    photoViews(
      tx,
      ctx,
      asked.flatMap((s) => s.answer?.file_ids ?? []),
      `/api/incidents/${incidentId}/files`,
    ),
  ])
  const place = new Map(
    [...shopNames.values()].sort((a, b) => (a.code < b.code ? -1 : 1)).map((shop, n) => [shop.id, n]),
  )
  const last = (shop: AskedShop) => (shop.state === 'waiting' ? 0 : place.size)
  const ordered = asked.toSorted(
    (a, b) => last(a) + (place.get(a.shop_id) ?? 0) - last(b) - (place.get(b.shop_id) ?? 0),
  )
  return seals.map((seal) => {
    const all = ordered.filter((s) => s.seal_id === seal.id)
    const seen = shops === 'all' ? all : all.filter((s) => shops.includes(s.shop_id))
    return viewSeal(seal, all, seen, { shopNames, photos, locale: ctx.locale })
  })
}
