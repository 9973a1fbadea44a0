import type { Locale } from '#contracts/kit'
import { customerContext } from '#domains/channels'
import type { Ctx, Services } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Scope } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { ticketByToken } from './progress-data.ts'

export const OWN_TICKET: Scope = { shops: 'all', own: false, staffId: null }

/**
 * The one ticket that a private link opens: the one it was made for (`ownId`), or the same customer's that it was merged into.
 * Errors: tickets.notFound; whether a token ever existed is not told.
 */
export async function findByToken(
  services: Services,
  token: string,
): Promise<{ brandId: string; ticketId: string; ownId: string }> {
  const found = await ticketByToken(services.db.open, hashSecret(token))
  if (!found) throw ticketErrors.notFound()
  return { brandId: found.brand_id, ticketId: found.ticket_id, ownId: found.own_id }
}

const MERGED_MEANWHILE = Symbol('merged meanwhile')
const MOST_TRIES = 3

/** One deed of the customer on the own ticket; `ownId` is the ticket the link was made for. One that is merged at this moment is followed. */
export async function asCustomer<T>(
  outer: Ctx,
  token: string,
  locale: Locale,
  work: (desk: Desk, ownId: string) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { brandId, ticketId, ownId } = await findByToken(outer, token)
    const ctx = customerContext(outer, brandId, locale, outer.requestId)
    const done = await ctx.transaction(async (tx) => {
      const desk = await openDesk(ctx, tx, ticketId, OWN_TICKET)
      if (!desk) throw ticketErrors.notFound()
      // Waiting for its lock, never for two: the other one is locked in a transaction of its own.
      if (desk.ticket.merged_into) return MERGED_MEANWHILE
      const result = await work(desk, ownId)
      await saveDesk(desk)
      return result
    })
    if (done !== MERGED_MEANWHILE) return done as T
  }
  throw ticketErrors.notFound()
}
