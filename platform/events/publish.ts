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
  const rows = JSON.stringify(events.map((e) => ({ ...e, live: livePayload(ctx.actor.brandId, e) })))
  await sql`/* kept plan */
    with given as (select * from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, name text, body jsonb, subscribed boolean, live text)),
    kept as (insert into platform.event (brand_id, id, name, body, at)
      select ${ctx.actor.brandId}::uuid, id, name, body, ${ctx.now()} from given returning id)
    select pg_notify('huiyin_live', live),
      case when subscribed then platform.queue_job('events.deliver', jsonb_build_object('brandId', ${ctx.actor.brandId}::text, 'eventId', id), null, 12) end
    from given`.execute(tx)
}

/** At most a few hundred bytes: NOTIFY carries 8,000. */
export function livePayload(brandId: string, e: EventRow): string {
  const { ticketId, shopId, everyShop, staffIds, only, incidentId } = e.audience
  return JSON.stringify({
    b: brandId,
    n: e.name,
    t: ticketId,
    s: shopId ?? undefined,
    e: everyShop || undefined,
    p: staffIds?.filter(Boolean),
    o: only,
    i: incidentId,
    at: Date.now(),
  })
}
