import type { z } from 'zod'
import { type AddNote, messageAdded, type SendReply, type TicketStatus } from '#contracts/tickets'
import { takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { refuseCollision } from '../composer/collision.ts'
import { deleteDraft } from '../composer/composer-data.ts'
import { refuseGaps } from '../composer/gaps.ts'
import { mention } from '../composer/mentions.ts'
import { ticketErrors } from '../errors.ts'
import { mayMove } from '../lifecycle.ts'
import { keepContacts } from '../tasks/open-tasks.ts'
import { atDesk, type Desk } from './desk.ts'
import {
  addEntry,
  addFact,
  addOutgoing,
  meetClock,
  notify,
  pauseClocks,
  record,
  resumeClocks,
  setStatus,
  tell,
  touch,
} from './desk-moves.ts'

type Reply = z.input<typeof SendReply>

/**
 * Answers the customer in the customer's channel (H1). The first human answer meets the respond clock; telling when the
 * solution comes meets the plan clock (H4); `wait` asks the customer something and pauses the clocks.
 * Errors: tickets.illegalMove on an ended ticket, tickets.expectedInPast, composer.someoneReplied, composer.gapsLeft.
 */
export function sendReply(ctx: Ctx, id: string, input: Reply): Promise<void> {
  return atDesk(ctx, id, 'tickets.reply', async (desk) => {
    await replyAt(desk, input)
    await deleteDraft(desk.tx, staffOf(ctx).staffId, id, 'reply')
  })
}

/** The answer at an open desk; `heldId` when it was held back first. */
export async function replyAt(desk: Desk, input: Reply, heldId?: string): Promise<void> {
  const { photos = [], expectedAt, wait = false } = input
  refuseEnded(desk)
  if (expectedAt && Date.parse(expectedAt) <= desk.now.getTime())
    throw ticketErrors.expectedInPast({}, 'expectedAt')
  refuseGaps(input.text)
  await refuseCollision(desk, input.afterEntry)
  await takePhotos(desk.tx, desk.ticket.id, photos, `staff:${staffOf(desk.ctx).staffId}`)
  addOutgoing(desk, input.text, { photos, expectedAt, heldId })
  answered(desk)
  await keepContacts(desk)
  if (expectedAt) {
    meetClock(desk, 'plan')
    addFact(desk, 'promised', { expectedAt })
    desk.ticket.fields = { ...(desk.ticket.fields as object), promisedAt: expectedAt }
  }
  if (wait) waitForCustomer(desk)
  tell(desk, messageAdded)
  record(desk, 'tickets.reply', { photos: photos.length, expectedAt, wait })
  touch(desk)
}

/** The first word of a person: whoever answers works on it. */
export function answered(desk: Desk): void {
  const status = desk.ticket.status as TicketStatus
  meetClock(desk, 'respond')
  if (status === 'assigned') setStatus(desk, 'in_progress')
}

export function waitForCustomer(desk: Desk): void {
  if (desk.ticket.status === 'waiting_customer') return
  setStatus(desk, 'waiting_customer')
  pauseClocks(desk)
}

export function goOn(desk: Desk): void {
  if (desk.ticket.status === 'waiting_customer') setStatus(desk, 'in_progress')
  resumeClocks(desk)
}

function refuseEnded(desk: Desk): void {
  const status = desk.ticket.status as TicketStatus
  if (!['assigned', 'in_progress', 'waiting_customer', 'proposed', 'resolved'].includes(status)) {
    throw ticketErrors.illegalMove({ from: status, to: 'in_progress' })
  }
}

/** A note that the customer never sees; whoever is named in it is told. Errors: composer.mentionUnknown. */
export function addNote(ctx: Ctx, id: string, input: z.input<typeof AddNote>): Promise<void> {
  return atDesk(
    ctx,
    id,
    'tickets.note',
    async (desk) => {
      const { photos = [] } = input
      const { staffId } = staffOf(ctx)
      const { named, told } = mention(desk, input.mentions ?? [])
      await takePhotos(desk.tx, id, photos, `staff:${staffId}`)
      await deleteDraft(desk.tx, staffId, id, 'note')
      addEntry(desk, { kind: 'note', text: input.text, data: { photos, mentions: named } })
      notify(desk, told, 'mentioned')
      tell(desk, messageAdded, told)
      record(desk, 'tickets.note', { mentions: told })
      touch(desk)
    },
    { partakes: true },
  )
}

/** Begin, or wait for the customer, without a message. Errors: tickets.illegalMove. */
export function moveTicket(
  ctx: Ctx,
  id: string,
  input: { to: 'in_progress' | 'waiting_customer'; note: string },
): Promise<void> {
  return atDesk(ctx, id, 'tickets.reply', async (desk) => {
    const status = desk.ticket.status as TicketStatus
    if (!mayMove(status, input.to)) throw ticketErrors.illegalMove({ from: status, to: input.to })
    if (input.to === 'waiting_customer') waitForCustomer(desk)
    else if (status === 'proposed') {
      setStatus(desk, 'in_progress')
      Object.assign(desk.ticket, { proposal: null, closes_at: null, remind_at: null })
    } else if (status === 'waiting_customer') goOn(desk)
    else setStatus(desk, 'in_progress')
    if (input.note) addEntry(desk, { kind: 'note', text: input.note })
    touch(desk)
  })
}
