import type { Ctx, Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { brandsWithNoted, foldNoted, insertNoted } from './facts-data.ts'

export type NotedTicket = { customerId: string; at: Date; shopId: string | null; complaint: boolean }
export type NotedOrder = { customerId: string; at: Date; shopId: string; spentMinor: number; orders?: number }

/** Tickets of customers were opened. In the figures of the file within a second. */
export function noteTicket(tx: Tx, ctx: Ctx, tickets: readonly NotedTicket[]): Promise<void> {
  return insertNoted(
    tx,
    ctx.actor.brandId,
    tickets.map(({ complaint, ...t }) => ({ ...t, tickets: 1, complaints: complaint ? 1 : 0 })),
  )
}

/**
 * Customers have bought. `orders` is 1; a cancelled or refunded order takes its amount back with a negative `spentMinor` and `orders: -1` (cancelled) or 0 (refunded).
 * Shape: `at` is when it was placed, also of what is taken back.
 */
export function noteOrder(tx: Tx, ctx: Ctx, orders: readonly NotedOrder[]): Promise<void> {
  return insertNoted(
    tx,
    ctx.actor.brandId,
    orders.map((o) => ({ ...o, orders: o.orders ?? 1 })),
  )
}

/** How a customer judged us, 1 to 5 stars. */
export function noteRating(
  tx: Tx,
  ctx: Ctx,
  ratings: readonly { customerId: string; at: Date; shopId: string | null; stars: number }[],
): Promise<void> {
  return insertNoted(
    tx,
    ctx.actor.brandId,
    ratings.map(({ stars, ...r }) => ({ ...r, rating: stars })),
  )
}

const AT_ONCE = 2000

export async function sweepFacts(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await brandsWithNoted(services))
    done += await services.db.inBrand(brandId, (tx) => foldNoted(tx, brandId, AT_ONCE))
  return done
}
