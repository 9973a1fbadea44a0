import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { EventContract } from '#contracts/kit'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'

/** Who may learn of it at once: the live stream compares with the reader's scope. */
export type Audience = {
  ticketId?: string
  /** Whoever reaches this shop; without one whoever reaches the whole brand. */
  shopId?: string | null
  /** Whoever reaches any shop of the brand. */
  everyShop?: boolean
  staffIds?: (string | null)[]
  /** Nobody but these people. */
  only?: boolean
  incidentId?: string
}

/** So many people are named in one note to the live streams. */
export const MOST_IN_A_NOTE = 150

export type EventRow = { id: string; name: string; body: unknown; subscribed: boolean; audience: Audience }

const subscribed = new Set<string>()

/** Called once by main: only events that somebody subscribes to cost a job. */
export function declareSubscribed(names: Iterable<string>): void {
  for (const name of names) subscribed.add(name)
}

export function eventRow<T extends z.ZodType>(
  event: EventContract<T>,
  body: z.infer<T>,
  audience: Audience = {},
): EventRow {
  return { id: uuidv7(), name: event.name, body, subscribed: subscribed.has(event.name), audience }
}

/**
 * Announces what happened: the row, the wake-up of its subscribers and the live note are committed with their cause or not at all.
 * Shape: subscribers run as jobs, at least once; browsers get ids only.
 */
export async function publish(tx: Tx, ctx: Ctx, ...events: EventRow[]): Promise<void> {
  if (!events.length) return
  const rows = JSON.stringify(events.map((e) => ({ ...e, live: liveNotes(ctx.actor.brandId, e) })))
  await sql`/* kept plan */
    with given as (select * from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, name text, body jsonb, subscribed boolean, live jsonb)),
    kept as (insert into platform.event (brand_id, id, name, body, at)
      select ${ctx.actor.brandId}::uuid, id, name, body, ${ctx.now()} from given returning id)
    select (select count(pg_notify('huiyin_live', note)) from jsonb_array_elements_text(live) as note),
      case when subscribed then platform.queue_job('events.deliver', jsonb_build_object('brandId', ${ctx.actor.brandId}::text, 'eventId', id), null, 12) end
    from given`.execute(tx)
}

/** NOTIFY carries 8,000 bytes, an id is 39 of them: an event for more people goes out in several notes, the first with whoever else may learn of it. */
function liveNotes(brandId: string, { name, audience }: EventRow): string[] {
  const { ticketId, shopId, everyShop, staffIds, only, incidentId } = audience
  const people = staffIds && [...new Set(staffIds.filter((id) => id !== null))]
  const about = { b: brandId, n: name, t: ticketId, i: incidentId, at: Date.now() }
  const first = {
    ...about,
    s: shopId ?? undefined,
    e: everyShop || undefined,
    p: people?.slice(0, MOST_IN_A_NOTE),
    o: only,
  }
  const notes = [JSON.stringify(first)]
  for (let n = MOST_IN_A_NOTE; n < (people?.length ?? 0); n += MOST_IN_A_NOTE)
    notes.push(JSON.stringify({ ...about, p: people!.slice(n, n + MOST_IN_A_NOTE), o: true }))
  return notes
}
