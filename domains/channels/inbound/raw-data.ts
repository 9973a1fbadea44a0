import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { gatherer } from '#platform/jobs/gather'
import type { Raw } from '../connect/connector.ts'

const MOST_ID = 200

/** Stores what came, as it came; what is known already changes nothing (I3). Shape: returns how many were new. */
export function keepRaw(ctx: Ctx, channelId: string, messages: readonly Raw[]): Promise<number> {
  return messages.length ? keepTogether(ctx, { channelId, messages }) : Promise.resolve(0)
}

type Came = { channelId: string; messages: readonly Raw[] }

/** In a storm of pushes many reach the disk with one commit. */
const keepTogether = gatherer<Came, number>((ctx, all) => ctx.transaction((tx) => insertAll(tx, ctx, all)), {
  most: 40,
  atOnce: 2,
})

export async function insertRaw(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  messages: readonly Raw[],
): Promise<number> {
  const [kept] = await insertAll(tx, ctx, [{ channelId, messages }])
  return kept!
}

/** Shape: returns how many of each were new, in the order given. Sorted, so that two transactions never wait for each other crosswise. */
async function insertAll(tx: Tx, ctx: Ctx, all: readonly Came[]): Promise<number[]> {
  const { brandId } = ctx.actor
  const rows = all.flatMap(({ channelId, messages }, n) =>
    messages.map((m) => ({
      n,
      id: uuidv7(),
      channel_id: channelId,
      external_id: m.externalId.slice(0, MOST_ID),
      thread: m.thread ? ctx.keys.blindIndex(brandId, 'thread', m.thread).toString('hex').slice(0, 32) : '',
      payload: ctx.keys.seal(brandId, JSON.stringify(m))!.toString('hex'),
    })),
  )
  const sorted = rows.toSorted((a, b) =>
    a.channel_id + a.external_id < b.channel_id + b.external_id ? -1 : 1,
  )
  const { rows: kept } = await sql<{ id: string }>`
    insert into channels.inbound_message (brand_id, id, channel_id, external_id, thread, payload_enc, state, received_at)
    select ${brandId}::uuid, id, channel_id, external_id, thread, decode(payload, 'hex'), 'received', ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as x(id uuid, channel_id uuid, external_id text, thread text, payload text)
    on conflict (brand_id, channel_id, external_id) do nothing returning id`.execute(tx)
  const fresh = new Set(kept.map((row) => row.id))
  return all.map((_, n) => rows.filter((row) => row.n === n && fresh.has(row.id)).length)
}
