import { noteRating, noteTicket, refillFacts } from '#domains/customers'
import type { Ctx, Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { ratingsOf, ticketsAfter } from './refill-data.ts'

const AT_ONCE = 1000

/** Tickets and judgements of before the customers' figures are said to them, once. */
export function sweepPastTickets(services: Services): Promise<number> {
  return refillFacts(services, 'tickets', sayTickets)
}

async function sayTickets(tx: Tx, ctx: Ctx, after: string): Promise<string | null> {
  const found = await ticketsAfter(tx, after, AT_ONCE)
  if (!found.length) return null
  const theirs = found.flatMap(({ customer_id, ...t }) =>
    customer_id && t.status !== 'set_aside' ? [{ ...t, customer_id }] : [],
  )
  await noteTicket(
    tx,
    ctx,
    theirs.map((t) => ({
      id: t.id,
      kind: t.kind,
      customerId: t.customer_id,
      at: t.opened_at,
      shopId: t.shop_id,
    })),
  )
  const owners = new Map(theirs.map((t) => [t.id, t.customer_id]))
  const ratings = owners.size ? await ratingsOf(tx, [...owners.keys()]) : []
  await noteRating(
    tx,
    ctx,
    ratings.map((r) => ({
      id: `${r.ticket_id}:${r.cycle}`,
      customerId: owners.get(r.ticket_id)!,
      at: r.at,
      shopId: r.shop_id,
      stars: r.stars,
    })),
  )
  return found.at(-1)!.id
}
