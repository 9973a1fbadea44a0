import type { AffectedQuery } from '#contracts/incidents/affected'
import { waysTo } from '#domains/channels'
import { type CustomerContacts, contactsOf, headsOf } from '#domains/customers'
import { customersOf, type Had } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { incidentErrors } from '../errors.ts'

/** So many orders and visits are looked at at once, the newest. */
const MOST = 10_000
/** Longer than anything is kept that is sold. */
const MOST_DAYS = 400
const DAY_MS = 86_400_000
export const NO_WAY = 'none'

/** One customer with the latest order or visit that had it. */
type Found = { customer: CustomerContacts; had: Had; way: string; problem: string }
type LookedFor = { people: Found[]; had: Had[]; unknown: number; more: boolean }

/**
 * Whose orders and visits had it (E3), each customer once, with the way by which they can be written to.
 * Shape:  somebody who does not want to be written to is called by hand, and so is who has no way.
 * Errors: incidents.nothingLookedFor without item, ingredient, batch and shop; incidents.periodWrong,
 *         incidents.periodTooLong.
 */
export async function lookFor(tx: Tx, ctx: Ctx, query: AffectedQuery): Promise<LookedFor> {
  const { itemIds, ingredient, batchCodes, shopIds, from, to } = query
  if (!itemIds.length && !ingredient && !batchCodes.length && !shopIds.length)
    throw incidentErrors.nothingLookedFor({}, 'itemIds')
  if (from >= to) throw incidentErrors.periodWrong({}, 'to')
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS)
    throw incidentErrors.periodTooLong({ days: MOST_DAYS }, 'from')
  const { had, more } = await customersOf(tx, { ...query, from: new Date(from), to: new Date(to) }, MOST)
  const heads = await headsOf(
    tx,
    had.flatMap((one) => one.customerId ?? []),
  )
  const latest = new Map<string, Had>()
  for (const one of had) {
    const head = one.customerId && heads.get(one.customerId)
    if (head && !latest.has(head)) latest.set(head, one)
  }
  const people = await withWays(tx, ctx, latest)
  return { people, had, unknown: had.filter((one) => !one.customerId).length, more }
}

async function withWays(tx: Tx, ctx: Ctx, latest: ReadonlyMap<string, Had>): Promise<Found[]> {
  const customers = await contactsOf(tx, ctx, [...latest.keys()])
  const ways = await waysOf(
    tx,
    ctx,
    [...customers.values()].map((customer) => ({
      customer,
      conversationId: latest.get(customer.id)!.conversationId,
    })),
  )
  return [...latest].flatMap(([id, had]) => {
    const customer = customers.get(id)
    return customer ? [{ customer, had, ...wayOf(customer, ways.get(id)?.way) }] : []
  })
}

/** The ways of those who may be written to. */
export function waysOf(
  tx: Tx,
  ctx: Ctx,
  people: readonly { customer: CustomerContacts; conversationId: string | null }[],
) {
  const asked = people.filter(({ customer }) => !customer.declined)
  return waysTo(
    tx,
    ctx,
    asked.map(({ customer: { id, identities, phone }, conversationId }) => ({
      id,
      identities,
      phone,
      conversationId,
    })),
  )
}

export function wayOf(customer: CustomerContacts, way: string | undefined): { way: string; problem: string } {
  if (customer.declined) return { way: NO_WAY, problem: 'declined' }
  // A number without a way: no text messages are connected; it can be rung all the same.
  return way ? { way, problem: '' } : { way: NO_WAY, problem: customer.phone ? 'no_sms' : 'no_phone' }
}
