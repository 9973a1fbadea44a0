import type { Locale } from '#contracts/kit'
import type { ChannelKind } from '#contracts/playbook'
import { ticketChanged } from '#contracts/tickets'
import type { DetachMessage } from '#contracts/tickets/links'
import { type ConversationRow, copyFiles, lockConversation, updateConversation } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type Scope, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { addFact, numberOf, record, tell, touch } from '../handling/desk-moves.ts'
import type { Incoming } from '../intake/decide-opening.ts'
import { ticketsOf, withTicket } from '../intake/heard-data.ts'
import { loadWorld, openChecked } from '../intake/open-tickets.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { detachedAs, findSaid, type SaidRow } from './detach-data.ts'
import { linkErrors } from './errors.ts'
import { saveRelation } from './links-data.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/**
 * Takes one message of the customer out into a ticket of its own, which goes its own way: judged, routed and timed anew, with the same
 * customer, the message's files and the same conversation. The message stays where it was said; both tickets name each other.
 * Shape:  returns the new ticket's id; the same message again returns the same ticket.
 * Errors: tickets.notFound, links.sourceMerged, links.notSaid for what is no message of the customer here, links.onlyMessage for the
 *         one with which the ticket began.
 */
export async function detachMessage(ctx: Ctx, id: string, input: DetachMessage): Promise<string> {
  const scope = scopeOf(ctx.actor, 'tickets.merge')
  const found = await ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scope, id)
    if (!ticket) throw ticketErrors.notFound()
    const said = await findSaid(tx, id, input.entryId)
    if (!said) throw linkErrors.notSaid()
    if (said.first) throw linkErrors.onlyMessage()
    return { ticket, said, before: await detachedAs(tx, id, input.entryId) }
  })
  if (found.before) return found.before
  const { ticket, said } = found
  const photoOwner = `detached:${staffOf(ctx).staffId}`
  const photos = await copyFiles(ctx, photosOf(said), photoOwner)
  return ctx.transaction(async (tx) => {
    // The conversation first, as whoever hears a message does.
    const talk = ticket.conversation_id ? await lockConversation(tx, ticket.conversation_id) : undefined
    const source = await openDesk(ctx, tx, id, scope)
    if (!source) throw ticketErrors.notFound()
    refuseOwnCase(source)
    if (source.ticket.merged_into) throw linkErrors.sourceMerged({ number: numberOf(source.ticket) })
    const before = await detachedAs(tx, id, said.id)
    if (before) return before
    const incoming = incomingOf(source.ticket, said, { photos, photoOwner })
    const world = await loadWorld(tx, ctx)
    const [freshId] = await openChecked(tx, ctx, [{ i: incoming, channelSends: false }], world)
    await tie(tx, source, { freshId: freshId!, said, reason: input.reason })
    if (talk) await talkAlso(tx, ctx, talk, { from: id, to: freshId!, newest: said.newest })
    return freshId!
  })
}

/** Nothing is acknowledged: the customer wrote it long ago and was answered then. */
function incomingOf(
  source: TicketRow,
  said: SaidRow,
  { photos, photoOwner }: { photos: string[]; photoOwner: string },
): Incoming {
  const { about, saidAt, quoted } = said.data
  return {
    channelId: source.channel_id,
    channelKind: source.channel_kind as ChannelKind,
    externalId: `detached:${said.id}`,
    shopId: source.shop_id,
    place: source.place,
    locale: source.locale as Locale,
    quiet: true,
    partial: true,
    photoOwner,
    facts: { about, quoted, saidAt: saidAt ?? said.at.toISOString() },
    ...(source.conversation_id ? { stored: { conversationId: source.conversation_id } } : {}),
    body: { content: said.text, photos },
  }
}

async function tie(
  tx: Tx,
  source: Desk,
  { freshId, said, reason }: { freshId: string; said: SaidRow; reason: string },
): Promise<void> {
  const { ctx } = source
  const fresh = (await openDesk(ctx, tx, freshId, EVERYTHING))!
  const { customer_id, customer_name } = source.ticket
  Object.assign(fresh.ticket, { customer_id, customer_name })
  const [from, number] = [numberOf(source.ticket), numberOf(fresh.ticket)]
  addFact(source, 'detached', { id: freshId, number, entryId: said.id }, reason)
  addFact(fresh, 'detached_from', { id: source.ticket.id, number: from, entryId: said.id }, reason)
  record(source, 'tickets.detach', { number, reason })
  record(fresh, 'tickets.openDetached', { from, reason })
  const row = { brandId: source.ticket.brand_id, one: source.ticket.id, other: freshId, note: reason }
  await saveRelation(tx, { ...row, byId: staffOf(ctx).staffId, at: source.now })
  tell(source, ticketChanged)
  touch(source)
  await saveDesk(source)
  await saveDesk(fresh)
}

/**
 * What is needed to answer (the mail that is answered) is known for the new ticket too. What is said next without naming a ticket
 * goes to the new one when nothing was said after its message.
 */
async function talkAlso(
  tx: Tx,
  ctx: Ctx,
  talk: ConversationRow,
  { from, to, newest }: { from: string; to: string; newest: boolean },
): Promise<void> {
  const answerTo = ticketsOf(talk.state)[from]
  await updateConversation(tx, ctx, talk, {
    ...(newest && talk.ticket_id === from ? { ticketId: to } : {}),
    ...(answerTo ? { state: withTicket(talk.state, to, answerTo) } : {}),
  })
}

function photosOf({ data }: SaidRow): string[] {
  return Array.isArray(data.photos) ? data.photos.filter((one) => typeof one === 'string') : []
}
