import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { MOST_IN_A_NOTE } from './publish.ts'

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

/**
 * Tells the open screens of an emergency room that it has another version: those who reach one of its shops (none: the whole brand) and its people.
 * Shape: the ids of the room and its version only, so that whoever has that version already asks for nothing.
 */
export async function announceRoom(
  tx: Tx,
  ctx: Ctx,
  name: string,
  room: { incidentId: string; version: number; shopIds: readonly string[]; staffIds: readonly string[] },
): Promise<void> {
  const base = { b: ctx.actor.brandId, n: name, i: room.incidentId, v: room.version, at: Date.now() }
  const many = room.shopIds.length > MOST_IN_A_NOTE
  const notes = [JSON.stringify({ ...base, ...(many ? { e: true } : { ss: room.shopIds }) })]
  const people = [...new Set(room.staffIds)]
  for (let n = 0; n < people.length; n += MOST_IN_A_NOTE)
    notes.push(JSON.stringify({ ...base, p: people.slice(n, n + MOST_IN_A_NOTE), o: true }))
  await sql`select pg_notify('huiyin_live', note) from unnest(${notes}::text[]) as note`.execute(tx)
}
