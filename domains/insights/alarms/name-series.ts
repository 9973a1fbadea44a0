import type { AlarmAbout, DayPart } from '#contracts/insights'
import { itemNames } from '#domains/orders'
import { findShops, findStaffNames } from '#domains/people'
import { categoryName, playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { partsOfKey, type SeriesRef } from '../listen/series-of.ts'

export type NameSeries = (ref: SeriesRef) => AlarmAbout

/** What series are called, in one look-up for all of them. Shape: a category by its own name, without the one above it. */
export async function nameSeries(ctx: Ctx, tx: Tx, refs: readonly SeriesRef[]): Promise<NameSeries> {
  const idsOf = (what: string) => [
    ...new Set(refs.filter((ref) => firstIs(ref) === what).map((ref) => partsOfKey(ref.key)[0]!)),
  ]
  const products = await itemNames(tx, idsOf('product'))
  const shops = await findShops(tx, idsOf('shop'))
  const riders = await findStaffNames(tx, idsOf('rider'))
  const { playbook } = await playbookInForce(tx)
  const firstName: Record<string, (id: string) => string[]> = {
    product: (id) => [products.get(id) ?? ''],
    shop: (id) => [shops.get(id)?.name ?? ''],
    rider: (id) => [riders.get(id) ?? ''],
  }
  return (ref) => {
    const parts = partsOfKey(ref.key)
    const category = hasCategory(ref) ? [categoryName(playbook, parts.at(-1)!, ctx.locale)] : []
    return {
      kind: ref.kind,
      names: [
        ...(firstName[firstIs(ref)]?.(parts[0]!) ?? []),
        ...category.map((name) => name.split(' › ').at(-1)!),
      ],
      batch: firstIs(ref) === 'batch' ? { ingredient: parts[0]!, code: parts[1]! } : null,
      part: ref.kind === 'shift' ? (parts[1] as DayPart) : null,
    }
  }
}

/** What stands first in a series' key. */
function firstIs({ kind }: SeriesRef): string {
  if (kind === 'shift') return 'shop'
  return ['product', 'shop', 'batch', 'rider'].find((what) => kind.split('_').includes(what)) ?? ''
}

const hasCategory = ({ kind }: SeriesRef) => kind.endsWith('category') || kind === 'topic'
