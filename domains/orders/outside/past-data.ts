import type { Tx } from '#platform/db/database'
import type { NewItem, NewOrder } from '../taking/order-data.ts'

type Made = { order: NewOrder & { id: string }; items: NewItem[] }
/** PostgreSQL takes 65,535 values in one statement. */
const ORDERS_AT_ONCE = 1000
const ITEMS_AT_ONCE = 3000

/** Returns the ids of those that were not there yet. */
export async function insertPast(tx: Tx, made: readonly Made[]): Promise<Set<string>> {
  const fresh = new Set<string>()
  for (const some of inParts(made, ORDERS_AT_ONCE)) {
    const rows = await tx
      .insertInto('orders.order')
      .values(some.map(({ order }) => order))
      .onConflict((c) => c.doNothing())
      .returning('id')
      .execute()
    for (const { id } of rows) fresh.add(id)
  }
  const items = made.flatMap((one) => (fresh.has(one.order.id) ? one.items : []))
  for (const some of inParts(items, ITEMS_AT_ONCE))
    await tx.insertInto('orders.order_item').values(some).execute()
  return fresh
}

export function numberedPast(
  tx: Tx,
  numbers: readonly string[],
): Promise<{ external_id: string; shop_id: string; contact_enc: Buffer | null }[]> {
  return tx
    .selectFrom('orders.order')
    .select(['external_id', 'shop_id', 'contact_enc'])
    .where('external_id', 'in', [...new Set(numbers)])
    .where('external_id', '<>', '')
    .execute()
}

function* inParts<T>(all: readonly T[], most: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most)
}
