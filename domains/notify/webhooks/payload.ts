import { healthChanged } from '#contracts/channels/connect'
import { channelWatcher } from '#domains/channels'
import { findShops } from '#domains/people'
import { type TicketFacts, ticketFacts } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { HeardRow } from '../hear/heard-data.ts'

/** Facts that an event carries beside its ticket, by the names of its body that may leave the program. */
const FACTS = ['compensationId', 'level'] as const

/** What an endpoint is told: ids and facts, nothing that a customer wrote or is called by. Null when there is nothing to tell. */
export async function payloadOf(ctx: Ctx, tx: Tx, event: HeardRow, name: string): Promise<object | null> {
  const data = event.name === healthChanged.name ? await channelData(tx, event) : await ticketData(tx, event)
  if (!data) return null
  return { id: event.event_id, event: name, at: event.at.toISOString(), brandId: ctx.actor.brandId, data }
}

async function channelData(tx: Tx, event: HeardRow): Promise<object | null> {
  const { channelId, state, code } = healthChanged.body.parse(event.body)
  const channel = await channelWatcher(tx, channelId)
  return channel ? { channel: { id: channelId, name: channel.name, kind: channel.kind }, state, code } : null
}

async function ticketData(tx: Tx, event: HeardRow): Promise<object | null> {
  const body = event.body as Record<string, unknown>
  const ticket = await ticketFacts(tx, String(body.ticketId))
  if (!ticket) return null
  const shop = ticket.shopId ? (await findShops(tx, [ticket.shopId])).get(ticket.shopId) : undefined
  const more = Object.fromEntries(
    FACTS.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]),
  )
  return {
    ticket: {
      ...publicTicket(ticket),
      shop: shop ? { id: shop.id, code: shop.code, name: shop.name } : null,
    },
    ...more,
  }
}

function publicTicket(ticket: TicketFacts) {
  const { shopId, calling, stars, channelKind, ...facts } = ticket
  return { ...facts, channel: channelKind, rating: stars, alarmOpen: calling }
}
