import { type Kysely, sql } from 'kysely'
import type { DB } from '#platform/db/schema.gen'

/** What waits for a sweep of this room, over all brands: what its function of the database says. Shape: at most `most`. */
async function due<Row>(db: Kysely<DB>, of: string, at: Date, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select * from ${sql.id('orders', of)}(${at}, ${most})`.execute(db)
  return rows
}

type DueOrder = { brand_id: string; order_id: string }
type DueShop = { brand_id: string; shop_id: string }

/** `orders_due`: past their contact clock or promise and not marked so; `reviews_due`, `aftercare_due`: their customer is asked now. */
export function dueOrders(
  db: Kysely<DB>,
  of: 'orders_due' | 'reviews_due' | 'aftercare_due',
  at: Date,
  most: number,
): Promise<DueOrder[]> {
  return due(db, of, at, most)
}

/** `kitchens_due`: shops whose kitchen is to be planned; `dispatch_due`: whose rounds are to be planned anew. */
export function dueShops(
  db: Kysely<DB>,
  of: 'kitchens_due' | 'dispatch_due',
  at: Date,
  most: number,
): Promise<DueShop[]> {
  return due(db, of, at, most)
}
