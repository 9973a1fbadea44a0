import { findShops } from '#domains/people'
import type { Tx } from '#platform/db/database'

/** So many shops are named in one sentence. */
const SHOPS_NAMED = 3

export type Say = (key: string, data?: Record<string, unknown>) => string

/** 阳光店、湖滨店等 5 家店; empty for no shop. */
export async function shopsMeant(tx: Tx, shopIds: readonly string[], say: Say): Promise<string> {
  const named = shopIds.slice(0, SHOPS_NAMED)
  const shops = await findShops(tx, named)
  const list = named.flatMap((id) => shops.get(id)?.name ?? []).join(say('text.and'))
  return shopIds.length > named.length ? say('text.shops', { list, count: shopIds.length }) : list
}
