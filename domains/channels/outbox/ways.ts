import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { channelSends } from '../connect/sends.ts'
import { ADDRESSED_BY, ownConversations } from './own-conversation-data.ts'
import { fallbackChannel, optedOut } from './second-way-data.ts'
import { kindsOfConversations } from './ways-data.ts'

type Reached = {
  id: string
  /** Where the matter itself was talked about: an order's conversation. */
  conversationId: string | null
  /** In the clear. */
  identities: readonly { kind: string; value: string }[]
  /** In the clear; empty: not known. */
  phone: string
}
/** `way`: the kind of channel. With a conversation it goes there, otherwise to the phone as an SMS. */
type WayTo = { way: string; conversationId: string | null }

/**
 * By which way each of these people can be written to now, in the order that every message of the brand follows: the conversation of the matter
 * where the brand may write first, the one in which the person was heard last, SMS, and where nothing else is left the platform's own conversation.
 * Shape: people without a way are absent. Places that can't be reached any more, and numbers that have opted out, are no way.
 */
export async function waysTo(tx: Tx, ctx: Ctx, people: readonly Reached[]): Promise<Map<string, WayTo>> {
  const given = people.flatMap((p) => p.conversationId ?? [])
  const phones = people.map((p) => p.phone).filter(Boolean)
  const [kinds, own, sms] = await Promise.all([
    kindsOfConversations(tx, given),
    ownConversations(tx, ctx, people),
    fallbackChannel(tx),
  ])
  const out = sms ? await optedOut(tx, ctx, sms.id, phones) : new Set<string>()
  const ways = people.map(({ id, conversationId, phone }): [string, WayTo | null] => {
    const kind = conversationId ? kinds.get(conversationId) : undefined
    if (kind && kind in ADDRESSED_BY) return [id, { way: kind, conversationId }]
    const heard = own.get(id)
    if (heard) return [id, heard]
    if (sms && phone && !out.has(phone)) return [id, { way: 'sms', conversationId: null }]
    return [id, kind && channelSends(kind) ? { way: kind, conversationId } : null]
  })
  return new Map(ways.flatMap(([id, way]) => (way ? [[id, way] as const] : [])))
}
