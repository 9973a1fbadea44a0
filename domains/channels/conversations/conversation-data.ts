import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Party, Window } from '../connect/connector.ts'
import { widerWindow } from './window.ts'

export type ConversationRow = {
  id: string
  brand_id: string
  channel_id: string
  address_enc: Buffer
  name_enc: Buffer | null
  customer_id: string | null
  shop_id: string | null
  ticket_id: string | null
  window_ends_at: Date | null
  window_left: number | null
  unreachable: string
  state: Record<string, unknown>
}

/** The conversation with a party, locked; made when this is its first word. */
export async function openConversation(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  party: Party,
): Promise<ConversationRow> {
  const { brandId } = ctx.actor
  const index = ctx.keys.blindIndex(brandId, `address ${channelId}`, party.address)
  const row = {
    brand_id: brandId,
    id: uuidv7(),
    channel_id: channelId,
    address_index: index,
    address_enc: ctx.keys.seal(brandId, party.address)!,
    created_at: ctx.now(),
  }
  await tx
    .insertInto('channels.conversation')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
  const found = await tx
    .selectFrom('channels.conversation')
    .selectAll()
    .where('channel_id', '=', channelId)
    .where('address_index', '=', index)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return found as unknown as ConversationRow
}

export async function findConversation(tx: Tx, id: string): Promise<ConversationRow | undefined> {
  const row = await tx.selectFrom('channels.conversation').selectAll().where('id', '=', id).executeTakeFirst()
  return row as unknown as ConversationRow | undefined
}

export async function lockConversation(tx: Tx, id: string): Promise<ConversationRow | undefined> {
  const row = await tx
    .selectFrom('channels.conversation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as unknown as ConversationRow | undefined
}

export async function findConversationsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, ConversationRow>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('channels.conversation')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as ConversationRow]))
}

export type ConversationNews = {
  name?: string | undefined
  customerId?: string | null | undefined
  shopId?: string | null | undefined
  ticketId?: string | null | undefined
  window?: Window | undefined
  unreachable?: string | undefined
  state?: Record<string, unknown> | undefined
  heardAt?: Date | undefined
}

/** Lays what is new over a conversation; what is not given stays. */
export async function updateConversation(
  tx: Tx,
  ctx: Ctx,
  row: ConversationRow,
  news: ConversationNews,
): Promise<void> {
  const window = news.window && widerWindow(row, news.window, ctx.now())
  const set = {
    ...(news.name ? { name_enc: ctx.keys.seal(row.brand_id, news.name) } : {}),
    ...(news.customerId ? { customer_id: news.customerId } : {}),
    ...(news.shopId ? { shop_id: news.shopId } : {}),
    ...(news.ticketId ? { ticket_id: news.ticketId } : {}),
    ...(window ? { window_ends_at: window.endsAt, window_left: window.left } : {}),
    ...(news.unreachable === undefined ? {} : { unreachable: news.unreachable }),
    ...(news.state ? { state: sql<string>`state || ${JSON.stringify(news.state)}::jsonb` } : {}),
    ...(news.heardAt ? { last_in_at: news.heardAt } : {}),
  }
  if (!Object.keys(set).length) return
  await tx.updateTable('channels.conversation').set(set).where('id', '=', row.id).execute()
}

/** One of the window's messages is used up. */
export async function spendWindow(tx: Tx, id: string): Promise<void> {
  await sql`update channels.conversation set window_left = greatest(window_left - 1, 0) where id = ${id}::uuid and window_left is not null`.execute(
    tx,
  )
}
