import type { Locale } from '#contracts/kit'
import type { ChannelKind } from '#contracts/playbook'
import { messageAdded, proposalAnswered } from '#contracts/tickets'
import {
  type ConversationNews,
  type ConversationRow,
  channelSends,
  type HeardMessages,
  type HeardOne,
  openConversation,
  takeDelivery,
  takePhotos,
  updateConversation,
} from '#domains/channels'
import { findShopByCode } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { takeCall } from '../calls/take-call.ts'
import { OWN_TICKET } from '../followup/progress-door.ts'
import { settle, takeBack } from '../handling/close.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { addEntry, addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { beginAgain } from '../handling/reopen.ts'
import { goOn } from '../handling/reply.ts'
import { takeOrderNews } from '../orders/take-order.ts'
import { answerGiven, oweAnswer } from '../tasks/answer-by.ts'
import { addWords } from '../triage/hear-words.ts'
import type { Incoming, World } from './decide-opening.ts'
import { findTicketOf, withTicket } from './heard-data.ts'
import { knowCustomer } from './know-customer.ts'
import { openStored } from './open-tickets.ts'
import { type SpokenAnswer, spokenAnswer } from './spoken-answer.ts'
import { isNobody, whoSpeaks } from './who-speaks.ts'

export type Message = Extract<HeardOne['heard'], { sort: 'message' }>

/**
 * Saves what a channel has heard: said to an open ticket of this conversation it goes there, otherwise it opens one (I3).
 * Shape: returns the ticket that the raw message belongs to; null when it is about none. `world` is what decisions look at, shared by
 *        messages that are read together; without it each looks for itself.
 */
export async function takeHeard(tx: Tx, ctx: Ctx, all: HeardMessages, world?: World): Promise<string | null> {
  let ticketId: string | null = null
  for (const one of all.heard) {
    const { heard } = one
    if (heard.sort === 'receipt') await takeDelivery(tx, ctx, all, heard)
    else if (heard.sort === 'contact') await takeContact(tx, ctx, all.channel.id, heard)
    else if (heard.sort === 'fact') ticketId = (await takeFact(tx, ctx, all.channel, heard)) ?? ticketId
    else if (heard.sort === 'call') ticketId = (await takeCall(tx, ctx, all.channel.id, heard)) ?? ticketId
    else if (heard.sort === 'order') await takeOrderNews(tx, ctx, all, heard)
    else if (heard.sort === 'message')
      ticketId = (await takeMessage(tx, ctx, all, one, heard, world)) ?? ticketId
  }
  return ticketId
}

async function takeContact(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  heard: Extract<HeardOne['heard'], { sort: 'contact' }>,
): Promise<void> {
  const conversation = await openConversation(tx, ctx, channelId, heard.from)
  const shop = heard.shopCode ? await findShopByCode(tx, heard.shopCode) : undefined
  await updateConversation(tx, ctx, conversation, {
    name: heard.from.name,
    unreachable: heard.unreachable,
    window: heard.window,
    shopId: shop?.id,
    state: heard.state,
  })
}

async function takeFact(
  tx: Tx,
  ctx: Ctx,
  channel: HeardMessages['channel'],
  heard: Extract<HeardOne['heard'], { sort: 'fact' }>,
): Promise<string | null> {
  const conversation = await openConversation(tx, ctx, channel.id, heard.from)
  await updateConversation(tx, ctx, conversation, { state: heard.state })
  const desk = conversation.ticket_id ? await deskOf(tx, ctx, conversation.ticket_id) : null
  if (!desk) return null
  addFact(desk, heard.fact, heard.data)
  if (heard.answered) await answerGiven(desk, conversation.id)
  if (heard.answerBy) await oweAnswer(desk, { id: conversation.id, kind: channel.kind }, heard.answerBy)
  notify(desk, [desk.ticket.assignee_id], 'channel_fact')
  touch(desk)
  tell(desk, messageAdded)
  await saveDesk(desk)
  return desk.ticket.id
}

async function takeMessage(
  tx: Tx,
  ctx: Ctx,
  all: HeardMessages,
  one: HeardOne,
  heard: Message,
  world?: World,
): Promise<string | null> {
  const conversation = await openConversation(tx, ctx, all.channel.id, heard.from)
  const shopId = (await shopOf(tx, heard)) ?? conversation.shop_id
  await updateConversation(tx, ctx, conversation, newsOf(ctx, heard, shopId))
  const known = heard.fresh ? null : await findTicketOf(tx, heard, conversation)
  const desk = known ? await deskOf(tx, ctx, known) : null
  if (desk && goesOnTo(desk, heard)) {
    await say(desk, all, one, heard, conversation)
    await saveDesk(desk)
    await updateConversation(tx, ctx, conversation, talksAbout(conversation, heard, desk.ticket.id))
    return desk.ticket.id
  }
  if (heard.automatic) return null
  const incoming = incomingOf(all, one, heard, { conversationId: conversation.id, shopId })
  const ticketId = await openStored(tx, ctx, incoming, channelSends(all.channel.kind), world)
  const opened = heard.answerBy ? await deskOf(tx, ctx, ticketId) : null
  if (opened && heard.answerBy) {
    await oweAnswer(opened, { id: conversation.id, kind: all.channel.kind }, heard.answerBy)
    await saveDesk(opened)
  }
  await updateConversation(tx, ctx, conversation, talksAbout(conversation, heard, ticketId))
  return ticketId
}

/** What a message tells of the conversation in which it was said. */
export function newsOf(ctx: Ctx, heard: Message, shopId: string | null): ConversationNews {
  return {
    name: heard.from.name,
    shopId,
    window: heard.window,
    state: heard.state,
    ...(heard.automatic ? {} : { unreachable: '', heardAt: ctx.now() }),
  }
}

/** Whether it is said to this ticket; what a machine writes opens none, so it stays with a closed one. */
export const goesOnTo = ({ ticket }: Desk, heard: Message): boolean =>
  heard.automatic === true || !['closed', 'merged'].includes(ticket.status)

export function talksAbout(conversation: ConversationRow, heard: Message, ticketId: string) {
  if (!heard.answerTo) return { ticketId }
  const state = { ...conversation.state, ...heard.state }
  return { ticketId, state: { ...heard.state, ...withTicket(state, ticketId, heard.answerTo) } }
}

/** One message more on a ticket that is being handled; the desk is saved by whoever laid it there. */
export async function say(
  desk: Desk,
  all: HeardMessages,
  { files, lost }: HeardOne,
  heard: Message,
  conversation: ConversationRow,
): Promise<void> {
  await takePhotos(desk.tx, desk.ticket.id, files, all.photoOwner)
  const data = { photos: files, ...saidWith(heard, lost) }
  if (heard.automatic) {
    addEntry(desk, { kind: 'message_in', text: heard.text, data: { ...data, automatic: true } })
    return
  }
  desk.ticket.conversation_id ??= conversation.id
  await knowCustomer(desk, whoSpeaks(all.channel.kind as ChannelKind, heard.from))
  const answer = spokenAnswer(heard.text)
  if (answer && desk.ticket.status === 'proposed') {
    await takeAnswer(desk, answer, heard.text)
  } else {
    const { text, stars, kind, orderNumber } = heard
    addWords(desk, { text, stars, kind, orderNumber }, data)
    if (desk.ticket.status === 'waiting_customer') goOn(desk)
    if (desk.ticket.status === 'set_aside') await takeBack(desk)
  }
  if (heard.answerBy) await oweAnswer(desk, { id: conversation.id, kind: all.channel.kind }, heard.answerBy)
  notify(desk, [desk.ticket.assignee_id], 'customer_replied')
  touch(desk)
  tell(desk, messageAdded)
  record(desk, 'tickets.customerMessage', { photos: files.length, channel: all.channel.kind })
}

/** Yes or no to the solution, said in the customer's own channel (F1). */
async function takeAnswer(desk: Desk, answer: SpokenAnswer, words: string): Promise<void> {
  addWords(desk, { text: words }, { answer })
  tell(desk, proposalAnswered)
  if (answer === 'yes') return settle(desk)
  const [first] = desk.playbook.playbook.closing.rejectReasons
  addFact(desk, 'rejected', { reason: first?.key ?? '' })
  await beginAgain(desk, { by: 'customer', reason: first?.key ?? '' })
}

/** A message as the opening of a ticket sees it. */
export function incomingOf(
  all: HeardMessages,
  { files, lost }: HeardOne,
  heard: Message,
  { conversationId, shopId }: { conversationId: string; shopId: string | null },
): Incoming {
  const sender = whoSpeaks(all.channel.kind as ChannelKind, heard.from)
  return {
    channelId: all.channel.id,
    channelKind: all.channel.kind as ChannelKind,
    externalId: all.stored.external_id,
    shopId,
    place: heard.place ?? '',
    locale: 'zh-CN' as Locale,
    stars: heard.stars,
    sureKind: heard.kind,
    // No acknowledgement goes out there, so none is claimed.
    quiet: heard.state?.quiet === true ? (true as const) : undefined,
    photoOwner: all.photoOwner,
    sender,
    // The name under a public post is shown; nobody's file is made for it.
    author: isNobody(sender) ? heard.from.name : undefined,
    stored: { conversationId, facts: saidWith(heard, lost) },
    body: {
      content: heard.text,
      photos: files,
      contact: heard.from.contact,
      name: isNobody(sender) ? undefined : heard.from.name,
      orderNumber: heard.orderNumber,
    },
  }
}

function saidWith(heard: Message, lost: number): Record<string, unknown> {
  return {
    ...(heard.about && Object.keys(heard.about).length ? { about: heard.about } : {}),
    ...(heard.at ? { saidAt: heard.at.toISOString() } : {}),
    ...(heard.stars === undefined ? {} : { stars: heard.stars }),
    ...(lost ? { lost } : {}),
    ...(heard.quoted ? { quoted: heard.quoted } : {}),
  }
}

async function shopOf(tx: Tx, { shopId, shopCode }: Message): Promise<string | null> {
  if (shopId) return shopId
  return shopCode ? ((await findShopByCode(tx, shopCode))?.id ?? null) : null
}

/** The ticket, or the one that it was merged into. */
async function deskOf(tx: Tx, ctx: Ctx, id: string): Promise<Desk | null> {
  const desk = await openDesk(ctx, tx, id, OWN_TICKET)
  return desk?.ticket.merged_into ? openDesk(ctx, tx, desk.ticket.merged_into, OWN_TICKET) : desk
}
