import type { z } from 'zod'
import { type AddNote, messageAdded, type SendReply, type TicketStatus } from '#contracts/tickets'
import { takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { mayMove } from '../lifecycle.ts'
import { atDesk, type Desk } from './desk.ts'
import {
  addEntry,
  addFact,
  addOutgoing,
  meetClock,
  pauseClocks,
  record,
  resumeClocks,
  setStatus,
  tell,
  touch,
} from './desk-moves.ts'

/**
 * Answers the customer in the customer's channel (H1). The first human answer meets the respond clock; telling when the
 * solution comes meets the plan clock (H4); `wait` asks the customer something and pauses the clocks.
 * Errors: tickets.illegalMove on an ended ticket, tickets.expectedInPast.
 */
export function sendReply(ctx: Ctx, id: string, input: z.infer<typeof SendReply>): Promise<void> {
  return atDesk(ctx, id, 'tickets.reply', async (desk) => {
    refuseEnded(desk)
    if (input.expectedAt && Date.parse(input.expectedAt) <= desk.now.getTime())
      throw ticketErrors.expectedInPast({}, 'expectedAt')
    await takePhotos(desk.tx, id, input.photos, `staff:${staffOf(ctx).staffId}`)
    addOutgoing(desk, input.text, { photos: input.photos, expectedAt: input.expectedAt })
    answered(desk)
    if (input.expectedAt) {
      meetClock(desk, 'plan')
      addFact(desk, 'promised', { expectedAt: input.expectedAt })
      desk.ticket.fields = { ...(desk.ticket.fields as object), promisedAt: input.expectedAt }
    }
    if (input.wait) waitForCustomer(desk)
    tell(desk, messageAdded)
    record(desk, 'tickets.reply', {
      photos: input.photos.length,
      expectedAt: input.expectedAt,
      wait: input.wait,
    })
    touch(desk)
  })
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

/** A note that the customer never sees. */
export function addNote(ctx: Ctx, id: string, input: z.infer<typeof AddNote>): Promise<void> {
  return atDesk(
    ctx,
    id,
    'tickets.note',
    async (desk) => {
      await takePhotos(desk.tx, id, input.photos, `staff:${staffOf(ctx).staffId}`)
      addEntry(desk, { kind: 'note', text: input.text, data: { photos: input.photos } })
      tell(desk, messageAdded)
      record(desk, 'tickets.note')
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
