import type { Ctx, Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { brandsWithNoted, foldNoted, insertNoted } from './facts-data.ts'

type Said = { customerId: string; at: Date; shopId: string | null }
export type NotedTicket = Said & { id: string; kind: string }
export type NotedOrder = Said & {
  id: string
  /** delivery, pickup, dine_in, visit */
  kind: string
  /** False once it was cancelled. */
  counts: boolean
  /** What it is worth now: less whatever was paid back. */
  spentMinor: number
  /** What was ordered, by name. */
  items: readonly string[]
}
export type NotedRating = Said & { id: string; stars: number }

const COMPLAINTS: readonly string[] = ['complaint', 'emergency']

/** Tickets of customers as they stand now; said again they replace what was said. In the figures of the file within a second. */
export function noteTicket(tx: Tx, ctx: Ctx, tickets: readonly NotedTicket[]): Promise<void> {
  return insertNoted(
    tx,
    ctx.actor.brandId,
    tickets.map(({ id, kind, ...said }) => ({
      ...said,
      source: `ticket:${id}`,
      what: 'ticket',
      kind,
      tickets: 1,
      complaints: COMPLAINTS.includes(kind) ? 1 : 0,
    })),
  )
}

/** Orders of customers as they stand now: placed, changed, paid back, cancelled. Shape: `at` is when it was placed. */
export function noteOrder(tx: Tx, ctx: Ctx, orders: readonly NotedOrder[]): Promise<void> {
  return insertNoted(
    tx,
    ctx.actor.brandId,
    orders.map(({ id, counts, ...said }) => ({
      ...said,
      source: `order:${id}`,
      what: 'order',
      orders: counts ? 1 : 0,
      spentMinor: counts ? said.spentMinor : 0,
    })),
  )
}

/** How a customer judged us, 1 to 5 stars; `id` says which judgement it is. */
export function noteRating(tx: Tx, ctx: Ctx, ratings: readonly NotedRating[]): Promise<void> {
  return insertNoted(
    tx,
    ctx.actor.brandId,
    ratings.map(({ id, stars, ...said }) => ({
      ...said,
      source: `rating:${id}`,
      what: 'rating',
      rating: stars,
    })),
  )
}

const AT_ONCE = 2000

export async function sweepFacts(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await brandsWithNoted(services))
    done += await services.db.inBrand(brandId, (tx) => foldNoted(tx, brandId, AT_ONCE))
  return done
}
