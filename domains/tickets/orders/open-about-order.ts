import type { FeedbackBody } from '#contracts/channels'
import type { ChannelKind } from '#contracts/playbook'
import { channelOfKind, lockConversation } from '#domains/channels'
import { type AboutOrder, ownTicket } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { ticketErrors } from '../errors.ts'
import type { Incoming } from '../intake/decide-opening.ts'
import { openWithin } from '../intake/open-within.ts'

type Said = Pick<FeedbackBody, 'content' | 'photos' | 'category'> & {
  externalId: string
  photoOwner: string
  sureKind?: 'complaint'
  sureRisk?: Incoming['sureRisk']
  facts?: Record<string, unknown>
}

/**
 * Opens a ticket about one order, in the name of whoever ordered: in the order's own conversation where there is one, so that answers go there.
 * Shape: the ticket's id; it is tied to the order by its number, and the order's page leads to it.
 */
export async function openAboutOrder(tx: Tx, ctx: Ctx, order: AboutOrder, said: Said): Promise<string> {
  const { content, photos, category, facts, ...how } = said
  const talk = order.conversationId ? await lockConversation(tx, order.conversationId) : undefined
  const channel = await channelFor(tx, order, talk?.channel_id)
  const ticketId = await openWithin(tx, ctx, {
    ...channel,
    ...how,
    shopId: order.shopId,
    place: '',
    locale: order.locale,
    partial: true,
    sender: { proof: 'order' },
    body: {
      content,
      photos,
      ...(category ? { category } : {}),
      name: order.name || undefined,
      contact: order.contact || undefined,
      orderNumber: order.number,
    },
    ...(talk ? { stored: { conversationId: talk.id, ...(facts ? { facts } : {}) } } : { facts }),
  } satisfies Incoming)
  await ownTicket(tx, order.id, ticketId)
  return ticketId
}

/** The channel it was ordered in; where that is none of ours, the website, for the order's page is a page of it. */
async function channelFor(
  tx: Tx,
  order: AboutOrder,
  talkChannel: string | undefined,
): Promise<Pick<Incoming, 'channelId' | 'channelKind'>> {
  const own = await channelOfKind(tx, order.source)
  if (own && (!talkChannel || own.id === talkChannel)) return { channelId: own.id, channelKind: order.source }
  const website = own ?? (await channelOfKind(tx, 'website')) ?? (await channelOfKind(tx, 'counter'))
  if (!website) throw ticketErrors.channelOff()
  return { channelId: talkChannel ?? website.id, channelKind: website.kind as ChannelKind }
}
