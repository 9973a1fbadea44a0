import type { Locale } from '#contracts/kit'
import { customerContext } from '#domains/channels'
import type { Ctx, Services } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Scope } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { ticketByToken } from './progress-data.ts'

export const OWN_TICKET: Scope = { shops: 'all', own: false, staffId: null }

/** The one ticket that a private link opens. Errors: tickets.notFound; whether a token ever existed is not told. */
export async function findByToken(
  services: Services,
  token: string,
): Promise<{ brandId: string; ticketId: string }> {
  const found = await ticketByToken(services.db.open, hashSecret(token))
  if (!found) throw ticketErrors.notFound()
  return { brandId: found.brand_id, ticketId: found.ticket_id }
}

/** One deed of the customer on the own ticket. */
export async function asCustomer<T>(
  outer: Ctx,
  token: string,
  locale: Locale,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const { brandId, ticketId } = await findByToken(outer, token)
  const ctx = customerContext(outer, brandId, locale, outer.requestId)
  return ctx.transaction(async (tx) => {
    const desk = await openDesk(ctx, tx, ticketId, OWN_TICKET)
    if (!desk) throw ticketErrors.notFound()
    const result = await work(desk)
    await saveDesk(desk)
    return result
  })
}
