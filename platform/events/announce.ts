import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'

/**
 * Tells the open consoles of these people, and of nobody else, that something fleeting changed (who is writing, what is held back).
 * Shape: no row, no subscribers; the note goes out with the transaction or not at all, and is lost on whoever is not connected.
 */
export async function announce(
  tx: Tx,
  ctx: Ctx,
  name: string,
  to: { ticketId: string; staffIds: readonly string[] },
): Promise<void> {
  if (!to.staffIds.length) return
  const note = { b: ctx.actor.brandId, n: name, t: to.ticketId, p: to.staffIds, o: true, at: Date.now() }
  await sql`select pg_notify('huiyin_live', ${JSON.stringify(note)})`.execute(tx)
}

/** Tells the open consoles of everybody who may see these tickets that something of them changed which is no event: that a message has gone out. */
export async function announceTickets(
  tx: Tx,
  ctx: Ctx,
  name: string,
  tickets: readonly { ticketId: string; shopId: string | null }[],
): Promise<void> {
  if (!tickets.length) return
  const notes = tickets.map(({ ticketId, shopId }) =>
    JSON.stringify({ b: ctx.actor.brandId, n: name, t: ticketId, s: shopId ?? undefined, at: Date.now() }),
  )
  await sql`select pg_notify('huiyin_live', note) from unnest(${notes}::text[]) as note`.execute(tx)
}
