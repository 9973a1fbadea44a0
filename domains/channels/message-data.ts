import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type Payload, sealPayload } from './outbox/payload.ts'

export type NewInbound = {
  id: string
  channel_id: string
  external_id: string
  payload: string
  ticket_id: string
}

/**
 * Stores raw messages before anything is acknowledged (I3). A repeated one (same channel and external id) is not stored again.
 * Shape: `payload` is sealed, in hex; returns the ticket each external id belongs to, the earlier one's for a repeat.
 *        Rows must be sorted by external id, so that two transactions never wait for each other crosswise.
 */
export async function storeInbound(tx: Tx, brandId: string, at: Date, rows: NewInbound[]) {
  const stored = await sql<{ channel_id: string; external_id: string; ticket_id: string; fresh: boolean }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, channel_id uuid, external_id text, payload text, ticket_id uuid)),
    kept as (insert into channels.inbound_message (brand_id, id, channel_id, external_id, payload_enc, ticket_id, received_at)
      select ${brandId}::uuid, id, channel_id, external_id, decode(payload, 'hex'), ticket_id, ${at} from given
      on conflict (brand_id, channel_id, external_id) do nothing returning channel_id, external_id, ticket_id)
    select channel_id, external_id, ticket_id, true as fresh from kept`.execute(tx)
  const known = new Map(
    stored.rows.map((r) => [`${r.channel_id} ${r.external_id}`, { ticketId: r.ticket_id, fresh: true }]),
  )
  const repeats = rows.filter((r) => !known.has(`${r.channel_id} ${r.external_id}`))
  if (repeats.length) {
    const earlier = await tx
      .selectFrom('channels.inbound_message')
      .select(['channel_id', 'external_id', 'ticket_id'])
      .where((e) => e.or(repeats.map((r) => e.and({ channel_id: r.channel_id, external_id: r.external_id }))))
      .execute()
    for (const r of earlier)
      known.set(`${r.channel_id} ${r.external_id}`, { ticketId: r.ticket_id ?? '', fresh: false })
  }
  return known
}

/** What was stored under these ids of a channel, opened; for telling a repeat from another message of the same id. */
export async function storedPayloads(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  externalIds: readonly string[],
): Promise<Map<string, unknown>> {
  if (!externalIds.length) return new Map()
  const rows = await tx
    .selectFrom('channels.inbound_message')
    .select(['external_id', 'payload_enc'])
    .where('channel_id', '=', channelId)
    .where('external_id', 'in', [...externalIds])
    .execute()
  return new Map(
    rows.map((r) => [r.external_id, JSON.parse(ctx.keys.open(ctx.actor.brandId, r.payload_enc) || 'null')]),
  )
}

export type NewOutbound = {
  id: string
  channel_id: string
  /** Null: news that belong to no ticket. */
  ticket_id: string | null
  /** In whose conversation it is delivered; null: the customer reads it on the progress page, where it stands at once. */
  conversation_id: string | null
  payload: Payload
}

/** Puts messages to customers into the outbox, in the transaction of whatever said them; one of a conversation goes out by that conversation's channel. */
export async function insertOutbound(tx: Tx, ctx: Ctx, at: Date, messages: readonly NewOutbound[]) {
  if (!messages.length) return
  const rows = messages.map(({ payload, ...m }) => ({
    ...m,
    state: m.conversation_id ? 'queued' : 'sent',
    payload: m.conversation_id ? sealPayload(ctx, payload).toString('hex') : null,
  }))
  await sql`insert into channels.outbound_message (brand_id, id, channel_id, ticket_id, conversation_id, payload_enc, state, created_at, sent_at, next_try_at)
    select ${ctx.actor.brandId}::uuid, x.id, coalesce(c.channel_id, x.channel_id), x.ticket_id, x.conversation_id, decode(payload, 'hex'), x.state, ${at},
      case when x.state = 'sent' then ${at}::timestamptz end, case when x.state = 'queued' then ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, channel_id uuid, ticket_id uuid, conversation_id uuid, payload text, state text)
    left join channels.conversation c on c.brand_id = ${ctx.actor.brandId}::uuid and c.id = x.conversation_id`.execute(
    tx,
  )
}

export function outboundStates(tx: Tx, ids: string[]) {
  return tx
    .selectFrom('channels.outbound_message')
    .select(['id', 'state', 'problem'])
    .where('id', 'in', ids)
    .execute()
}

/** The customer has opened the page on which these messages stand. */
export async function markRead(tx: Tx, ticketId: string, at: Date) {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'read', read_at: at })
    .where('ticket_id', '=', ticketId)
    .where('state', 'in', ['sent', 'delivered'])
    .execute()
}
