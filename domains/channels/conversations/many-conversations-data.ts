import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Party } from '../connect/connector.ts'
import type { ConversationNews, ConversationRow } from './conversation-data.ts'
import { widerWindow } from './window.ts'

/** A party as one channel knows it. */
export type Partner = { channelId: string; from: Party }

export const partnerKey = ({ channelId, from }: Partner): string => `${channelId} ${from.address}`

/**
 * The conversations with several parties, locked; made where this is a first word.
 * Shape: by partnerKey. Made and locked in one order, so that two transactions never wait for each other crosswise.
 */
export async function openConversations(
  tx: Tx,
  ctx: Ctx,
  partners: readonly Partner[],
): Promise<Map<string, ConversationRow>> {
  const { brandId } = ctx.actor
  const byIndex = new Map(
    partners.map((partner) => {
      const { channelId, from } = partner
      const index = ctx.keys.blindIndex(brandId, `address ${channelId}`, from.address).toString('hex')
      return [`${channelId} ${index}`, { ...partner, index }]
    }),
  )
  if (!byIndex.size) return new Map()
  const wanted = [...byIndex.values()].sort((a, b) => (a.index < b.index ? -1 : 1))
  const found = await lockConversations(tx, brandId, wanted)
  const known = new Set(found.map(indexKey))
  const first = wanted.filter(({ channelId, index }) => !known.has(`${channelId} ${index}`))
  if (first.length) {
    await insertConversations(tx, ctx, first)
    found.push(...(await lockConversations(tx, brandId, first)))
  }
  return new Map(found.map((row) => [partnerKey(byIndex.get(indexKey(row))!), row]))
}

type Indexed = Partner & { index: string }
type Found = ConversationRow & { address_index: Buffer }

const indexKey = (row: Found): string => `${row.channel_id} ${row.address_index.toString('hex')}`

async function lockConversations(tx: Tx, brandId: string, wanted: readonly Indexed[]): Promise<Found[]> {
  const asked = JSON.stringify(wanted.map(({ channelId, index }) => ({ channelId, index })))
  const { rows } = await sql<Found>`
    select c.* from jsonb_to_recordset(${asked}::jsonb) as x("channelId" uuid, index text)
    join channels.conversation c on c.brand_id = ${brandId}::uuid and c.channel_id = x."channelId" and c.address_index = decode(x.index, 'hex')
    order by c.address_index, c.channel_id for update of c`.execute(tx)
  return rows
}

async function insertConversations(tx: Tx, ctx: Ctx, first: readonly Indexed[]): Promise<void> {
  const { brandId } = ctx.actor
  await tx
    .insertInto('channels.conversation')
    .values(
      first.map(({ channelId, from, index }) => ({
        brand_id: brandId,
        id: uuidv7(),
        channel_id: channelId,
        address_index: Buffer.from(index, 'hex'),
        address_enc: ctx.keys.seal(brandId, from.address)!,
        created_at: ctx.now(),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The same as updateConversation in memory: the row as it will be, and what is new of it, for saveConversations. */
export function layOver(
  ctx: Ctx,
  row: ConversationRow,
  news: ConversationNews,
  more: ConversationNews,
): void {
  const window = more.window && widerWindow(row, more.window, ctx.now())
  if (window) Object.assign(row, { window_ends_at: window.endsAt, window_left: window.left })
  if (more.shopId) row.shop_id = more.shopId
  if (more.ticketId) row.ticket_id = more.ticketId
  if (more.customerId) row.customer_id = more.customerId
  if (more.unreachable !== undefined) row.unreachable = more.unreachable
  if (more.state) row.state = { ...row.state, ...more.state }
  const state = more.state && { ...news.state, ...more.state }
  const given = Object.entries(more).filter(
    ([key, value]) => value || (key === 'unreachable' && value === ''),
  )
  Object.assign(news, Object.fromEntries(given), state ? { state } : {}, window ? { window } : {})
}

/** Saves what was laid over several conversations. */
export async function saveConversations(
  tx: Tx,
  ctx: Ctx,
  changed: readonly { row: ConversationRow; news: ConversationNews }[],
): Promise<void> {
  const rows = changed
    .filter(({ news }) => Object.keys(news).length)
    .map(({ row, news }) => ({
      id: row.id,
      name: news.name ? ctx.keys.seal(row.brand_id, news.name)?.toString('hex') : null,
      customer: news.customerId ?? null,
      shop: news.shopId ?? null,
      ticket: news.ticketId ?? null,
      windowed: news.window !== undefined,
      endsAt: news.window?.endsAt ?? null,
      left: news.window?.left ?? null,
      unreachable: news.unreachable ?? null,
      state: news.state ?? {},
      heardAt: news.heardAt ?? null,
    }))
  if (!rows.length) return
  await sql`update channels.conversation c set name_enc = coalesce(decode(x.name, 'hex'), c.name_enc), customer_id = coalesce(x.customer, c.customer_id),
      shop_id = coalesce(x.shop, c.shop_id), ticket_id = coalesce(x.ticket, c.ticket_id),
      window_ends_at = case when x.windowed then x."endsAt" else c.window_ends_at end, window_left = case when x.windowed then x."left" else c.window_left end,
      unreachable = coalesce(x.unreachable, c.unreachable), state = c.state || x.state, last_in_at = coalesce(x."heardAt", c.last_in_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, name text, customer uuid, shop uuid, ticket uuid, windowed boolean,
      "endsAt" timestamptz, "left" int, unreachable text, state jsonb, "heardAt" timestamptz)
    where c.brand_id = platform.brand() and c.id = x.id`.execute(tx)
}
