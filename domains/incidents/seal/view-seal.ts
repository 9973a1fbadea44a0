import type { AttachmentView } from '#contracts/channels'
import type { Seal, SealShop } from '#contracts/incidents/seal'
import type { Locale } from '#contracts/kit'
import type { AskedShop, SealRow } from './seal-data.ts'
import { sayUnit, unitOf } from './units.ts'

type Shown = {
  locale: Locale
  shopNames: ReadonlyMap<string, { name: string }>
  photos: ReadonlyMap<string, AttachmentView>
}

/** `seen`: the shops that the reader reaches; the sums are over all. */
export function viewSeal(
  seal: SealRow,
  all: readonly AskedShop[],
  seen: readonly AskedShop[],
  shown: Shown,
): Seal {
  return {
    id: seal.id,
    what: seal.what,
    itemId: seal.item_id,
    ingredient: seal.ingredient,
    batchCode: seal.batch_code,
    from: seal.made_from?.toISOString() ?? null,
    to: seal.made_to?.toISOString() ?? null,
    instruction: seal.instruction,
    sample: seal.sample,
    orderedAt: seal.ordered_at.toISOString(),
    orderedBy: seal.ordered_by_name,
    liftedAt: seal.lifted_at?.toISOString() ?? null,
    liftedBy: seal.lifted_by_name,
    liftedWhy: seal.lifted_why,
    shops: seen.map((shop) => viewShop(shop, shown)),
    acknowledged: all.filter((shop) => shop.state !== 'waiting').length,
    of: all.length,
    sums: sumsOf(all, shown.locale),
  }
}

export function viewShop(shop: AskedShop, { shopNames, photos, locale }: Shown): SealShop {
  const { answer } = shop
  return {
    shopId: shop.shop_id,
    name: shopNames.get(shop.shop_id)?.name ?? '',
    state: shop.state as SealShop['state'],
    toldAt: shop.told_at.toISOString(),
    asked: shop.asked,
    late: answer?.late ?? shop.asked > 1,
    at: answer?.at.toISOString() ?? null,
    by: answer?.by_name ?? '',
    quantity: answer?.quantity ?? null,
    unit: sayUnit(unitOf(answer?.unit ?? ''), locale),
    sampleKept: answer?.sample_kept ?? '',
    sampleMissing: answer?.sample_missing ?? '',
    note: answer?.note ?? '',
    photos: (answer?.file_ids ?? []).flatMap((id) => photos.get(id) ?? []),
  }
}

/** What was found, added up by unit whatever the language it was said in, the units in the order of their names. Thousandths are kept. */
function sumsOf(shops: readonly Pick<AskedShop, 'answer'>[], locale: Locale): Seal['sums'] {
  const found = shops.flatMap(({ answer }) => (answer?.state === 'acknowledged' ? [answer] : []))
  return [...Map.groupBy(found, (answer) => unitOf(answer.unit))]
    .map(([unit, answers]) => ({
      unit: sayUnit(unit, locale),
      quantity: Math.round(answers.reduce((sum, a) => sum + (a.quantity ?? 0), 0) * 1000) / 1000,
    }))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))
}
