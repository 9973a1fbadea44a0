import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Raw } from '../connect/connector.ts'

const MOST_ID = 200

/** Stores what came, as it came; what is known already changes nothing (I3). Shape: returns how many were new. */
export function keepRaw(ctx: Ctx, channelId: string, messages: readonly Raw[]): Promise<number> {
  if (!messages.length) return Promise.resolve(0)
  return ctx.transaction((tx) => insertRaw(tx, ctx, channelId, messages))
}

export async function insertRaw(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  messages: readonly Raw[],
): Promise<number> {
  const { brandId } = ctx.actor
  const rows = messages
    .map((m) => ({
      id: uuidv7(),
      external_id: m.externalId.slice(0, MOST_ID),
      thread: m.thread ? ctx.keys.blindIndex(brandId, 'thread', m.thread).toString('hex').slice(0, 32) : '',
      payload: ctx.keys.seal(brandId, JSON.stringify(m))!.toString('hex'),
    }))
    .sort((a, b) => (a.external_id < b.external_id ? -1 : 1))
  const { rows: kept } = await sql`
    insert into channels.inbound_message (brand_id, id, channel_id, external_id, thread, payload_enc, state, received_at)
    select ${brandId}::uuid, id, ${channelId}::uuid, external_id, thread, decode(payload, 'hex'), 'received', ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, external_id text, thread text, payload text)
    on conflict (brand_id, channel_id, external_id) do nothing returning id`.execute(tx)
  return kept.length
}
