import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { HeardRow } from '../hear/heard-data.ts'
import { insertCalls } from './call-data.ts'
import { HOOK_EVENTS } from './catalogue.ts'
import { listeningEndpoints } from './endpoint-data.ts'
import { payloadOf } from './payload.ts'

/** One call of each endpoint that wants this event; a disabled one gets it into its log, to be told later. */
export async function addCalls(ctx: Ctx, tx: Tx, event: HeardRow): Promise<void> {
  const name = HOOK_EVENTS[event.name]
  if (!name) return
  const endpoints = (await listeningEndpoints(tx)).filter((e) => e.events.includes(name))
  if (!endpoints.length) return
  const payload = await payloadOf(ctx, tx, event, name)
  if (!payload) return
  const now = ctx.now()
  await insertCalls(
    tx,
    endpoints.map((endpoint) => ({
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      endpoint_id: endpoint.id,
      event_id: event.event_id,
      event: name,
      body: JSON.stringify(payload),
      happened_at: event.at,
      state: endpoint.state === 'on' ? 'queued' : 'missed',
      next_try_at: endpoint.state === 'on' ? now : null,
      created_at: now,
    })),
  )
}
