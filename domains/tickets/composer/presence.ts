import type { z } from 'zod'
import { PRESENCE_S, type Presence, type PresenceList } from '#contracts/tickets/composer'
import { findStaffNames } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { announce } from '#platform/events/announce'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket } from '../handling/desk-data.ts'
import { clearPresence, presentOn, removePresence, setPresent } from './presence-data.ts'

/** Name of the note in the live stream: only what stands over the composer is fetched again. */
export const COMPOSER_CHANGED = 'tickets.presence'

/**
 * Says that a person has the ticket open, or writes to the customer; said anew while it lasts, because silence ends it.
 * Shape: everybody else who is there. They are told at once of who comes and of who begins or stops writing, not of each renewal.
 */
export function bePresent(
  ctx: Ctx,
  ticketId: string,
  state: Presence['state'],
): Promise<z.infer<typeof PresenceList>> {
  const { staffId, brandId } = staffOf(ctx)
  const now = ctx.now()
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    await clearPresence(tx, now)
    const present = await presentOn(tx, ticketId, now)
    const before = present.find((p) => p.staff_id === staffId)
    const until = new Date(now.getTime() + PRESENCE_S * 1000)
    await setPresent(tx, { brand_id: brandId, ticket_id: ticketId, staff_id: staffId, state, until })
    if (before?.state !== state) await tellComposers(tx, ctx, ticketId)
    return { now: now.toISOString(), presence: await othersOn(tx, ctx, ticketId) }
  })
}

/** Gone before the silence says so; twice changes nothing. */
export function endPresence(ctx: Ctx, ticketId: string): Promise<void> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    if (await removePresence(tx, ticketId, staffId)) await tellComposers(tx, ctx, ticketId)
  })
}

/** Everybody who has the ticket open at this moment, the reader excepted. */
export async function othersOn(tx: Tx, ctx: Ctx, ticketId: string): Promise<Presence[]> {
  const { staffId } = staffOf(ctx)
  const rows = (await presentOn(tx, ticketId, ctx.now())).filter((p) => p.staff_id !== staffId)
  const names = await findStaffNames(
    tx,
    rows.map((r) => r.staff_id),
  )
  return rows.map((r) => ({
    staffId: r.staff_id,
    name: names.get(r.staff_id) ?? '',
    state: r.state,
    until: r.until.toISOString(),
  }))
}

/** Everybody who has the ticket open looks again at its composer, on each of their devices. */
export async function tellComposers(tx: Tx, ctx: Ctx, ticketId: string): Promise<void> {
  const present = await presentOn(tx, ticketId, ctx.now())
  await announce(tx, ctx, COMPOSER_CHANGED, { ticketId, staffIds: present.map((p) => p.staff_id) })
}
