import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import {
  messageAdded,
  type ProgressAnswer,
  type ProgressMessage,
  type ProgressRating,
  proposalAnswered,
  type TicketStatus,
} from '#contracts/tickets'
import { storeInbound, takePhotos } from '#domains/channels'
import type { Ctx } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { settle, takeBack } from '../handling/close.ts'
import { type Desk, newId } from '../handling/desk.ts'
import { addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { beginAgain } from '../handling/reopen.ts'
import { goOn } from '../handling/reply.ts'
import { keepRating } from '../satisfaction/keep-rating.ts'
import { addWords, listenTo } from '../triage/hear-words.ts'
import { asCustomer } from './progress-door.ts'
import { allowed } from './read-progress.ts'

/** A sentence or a photo more. A ticket that waited for the customer goes on; a closed one stays closed unless it is reopened. */
export function addCustomerMessage(
  outer: Ctx,
  token: string,
  input: z.infer<typeof ProgressMessage>,
  locale: Locale,
): Promise<void> {
  return asCustomer(outer, token, locale, async (desk, ownId) => {
    if (!input.text && !input.photos.length) throw ticketErrors.nothingSaid({}, 'text')
    if (!allowedNow(desk).includes('message'))
      throw ticketErrors.illegalMove({ from: desk.ticket.status, to: 'in_progress' })
    if (!(await isNew(desk, input.messageId, input))) return
    await takePhotos(desk.tx, desk.ticket.id, input.photos, `ticket:${ownId}`)
    addWords(desk, { text: input.text }, { photos: input.photos })
    if (desk.ticket.status === 'waiting_customer') goOn(desk)
    if (desk.ticket.status === 'set_aside') await takeBack(desk)
    heard(desk, 'customer_replied')
    tell(desk, messageAdded)
    record(desk, 'tickets.customerMessage', { photos: input.photos.length })
  })
}

/** Accept, or reject with a reason: a rejected solution reopens the ticket with somebody else, higher up (F1). */
export function answerProposal(
  outer: Ctx,
  token: string,
  input: z.infer<typeof ProgressAnswer>,
  locale: Locale,
): Promise<void> {
  return asCustomer(outer, token, locale, async (desk) => {
    const can = allowedNow(desk)
    if (input.accept) {
      if (desk.ticket.status === 'resolved') return
      if (!can.includes('answer')) throw ticketErrors.noProposal()
      settle(desk)
      heard(desk, 'customer_replied')
      tell(desk, proposalAnswered)
      return
    }
    if (!can.includes('answer') && !can.includes('reopen')) throw ticketErrors.reopenTooLate()
    if (!desk.playbook.playbook.closing.rejectReasons.some((r) => r.key === input.reason))
      throw ticketErrors.reasonUnknown({}, 'reason')
    if (input.words) addWords(desk, { text: input.words }, { rejected: input.reason })
    addFact(desk, 'rejected', { reason: input.reason })
    record(desk, 'tickets.reject', { reason: input.reason })
    tell(desk, proposalAnswered)
    await beginAgain(desk, { by: 'customer', reason: input.reason })
  })
}

/** CSAT of the handling (F3), once per cycle; a later one replaces it until the ticket is closed for good. */
export function rateHandling(
  outer: Ctx,
  token: string,
  input: z.infer<typeof ProgressRating>,
  locale: Locale,
): Promise<void> {
  return asCustomer(outer, token, locale, async (desk) => {
    if (!['resolved', 'closed'].includes(desk.ticket.status)) throw ticketErrors.ratingTooEarly()
    const known = new Set(desk.playbook.playbook.closing.ratingReasons.map((r) => r.key))
    if (input.reasons.some((r) => !known.has(r))) throw ticketErrors.reasonUnknown({}, 'reasons')
    await keepRating(desk, { ...input, via: 'page' })
    addFact(desk, 'rated', { stars: input.stars, reasons: input.reasons }, input.words)
    listenTo(desk, { text: input.words, stars: input.stars })
    record(desk, 'tickets.rate', { stars: input.stars })
    touch(desk)
  })
}

function allowedNow(desk: Desk) {
  return allowed(desk.ticket, desk.ticket.status as TicketStatus, desk.playbook.playbook, desk.now)
}

/** A repeated send of the same message changes nothing. */
async function isNew(desk: Desk, messageId: string, raw: unknown): Promise<boolean> {
  const { ctx, tx, ticket, now } = desk
  const id = newId()
  const payload = ctx.keys.seal(ticket.brand_id, JSON.stringify(raw))!.toString('hex')
  const external_id = `${ticket.id}:${messageId}`
  const before = await storeInbound(tx, ticket.brand_id, now, [
    { id, channel_id: ticket.channel_id, external_id, payload, ticket_id: ticket.id },
  ])
  return before.get(`${ticket.channel_id} ${external_id}`)?.fresh === true
}

function heard(desk: Desk, kind: 'customer_replied'): void {
  notify(desk, [desk.ticket.assignee_id], kind)
  touch(desk)
}
