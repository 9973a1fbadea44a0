import type { z } from 'zod'
import type { EventContract } from '#contracts/kit'
import type { SlaMetric } from '#contracts/playbook'
import { ENDED, type TicketStatus, ticketMoved } from '#contracts/tickets'
import type { NoticeKind } from '#contracts/tickets/home'
import { asksForReview } from '#domains/playbook'
import type { AuditFact } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { eventRow } from '#platform/events/publish'
import { cancel, meet, repause } from '../clocks/ticket-clocks.ts'
import { ticketErrors } from '../errors.ts'
import { move } from '../lifecycle.ts'
import { type Desk, newId } from './desk.ts'

export const numberOf = (ticket: { number: number }): string => `HY-${ticket.number}`

type Said = {
  kind: 'message_in' | 'message_out' | 'note' | 'fact'
  fact?: string
  text?: string
  data?: Record<string, unknown>
}

/** One line of the timeline, by whoever acts. */
export function addEntry(desk: Desk, said: Said): string {
  const { actor } = desk.ctx
  const id = newId()
  desk.entries.push({
    id,
    at: desk.now,
    kind: said.kind,
    fact: said.fact ?? '',
    by_kind: actor.kind === 'staff' ? 'staff' : actor.kind === 'customer' ? 'customer' : 'system',
    by_id: actor.kind === 'staff' ? actor.staffId : null,
    by_name: actor.kind === 'staff' ? actor.name : '',
    role: actor.kind === 'staff' ? desk.ticket.team : '',
    text: said.text ?? '',
    data: said.data ?? {},
  })
  return id
}

export function addFact(desk: Desk, fact: string, data: Record<string, unknown> = {}, text = ''): void {
  addEntry(desk, { kind: 'fact', fact, data, text })
}

/**
 * A message to the customer. Its page shows it at once; other channels deliver it from the outbox.
 * Errors: tickets.asksForReview when it asks to write, change or delete a review (rules against unfair competition, 2024-09-01, art. 9).
 */
export function addOutgoing(desk: Desk, text: string, more: Record<string, unknown> = {}): string {
  const asked = asksForReview(text)
  if (asked) throw ticketErrors.asksForReview({ words: asked }, 'text')
  const id = addEntry(desk, { kind: 'message_out', text, data: more })
  desk.outbound.push({
    id,
    channel_id: desk.ticket.channel_id,
    ticket_id: desk.ticket.id,
    conversation_id: desk.ticket.conversation_id,
    payload: {
      text,
      photos: (more.photos as string[] | undefined) ?? [],
      purpose: desk.ctx.actor.kind === 'staff' && !more.automatic ? 'reply' : 'notice',
      ticket: ticketForOutbox(desk.ctx, desk.ticket),
    },
  })
  return id
}

/** What a service's template may say of the ticket. */
export function ticketForOutbox(ctx: Ctx, ticket: { id: string; number: number; title: string }) {
  const progress = `${ctx.origin}/t/${ctx.keys.tokenFor('progress', ticket.id)}`
  return { number: numberOf(ticket), title: ticket.title, progress }
}

/** Moves the status by the one table, with its line in the timeline, its event and its audit entry. */
export function setStatus(desk: Desk, to: TicketStatus, data: Record<string, unknown> = {}): void {
  const from = desk.ticket.status as TicketStatus
  if (from === to) return
  desk.ticket.status = move(from, to)
  desk.ticket.closed_at = ENDED.includes(to) ? desk.now : null
  addFact(desk, 'status', { from, to, ...data })
  tell(desk, ticketMoved)
  record(desk, 'tickets.move', { from, to, ...data })
}

export function tell<T extends z.ZodType>(
  desk: Desk,
  event: EventContract<T>,
  staffIds: (string | null)[] = [],
  more: Omit<z.infer<T>, 'ticketId'> | Record<never, never> = {},
): void {
  const { ticket } = desk
  desk.events.push(
    eventRow(event, { ticketId: ticket.id, ...more } as z.infer<T>, {
      ticketId: ticket.id,
      shopId: ticket.shop_id,
      staffIds: [ticket.assignee_id, ...staffIds],
    }),
  )
}

export function record(desk: Desk, action: string, data: Record<string, unknown> = {}): void {
  const fact: AuditFact = {
    action,
    subjectKind: 'ticket',
    subjectId: desk.ticket.id,
    subject: numberOf(desk.ticket),
    data,
  }
  desk.audits.push(fact)
}

/** Tells people inside the program; nobody is told of the own deed. `tab` is where on the ticket's page it is about. */
export function notify(desk: Desk, staffIds: Iterable<string | null>, kind: NoticeKind, tab = ''): void {
  const self = desk.ctx.actor.kind === 'staff' ? desk.ctx.actor.staffId : null
  for (const staff_id of new Set(staffIds)) {
    if (staff_id && staff_id !== self)
      desk.notices.push({ staff_id, id: newId(), ticket_id: desk.ticket.id, kind, at: desk.now, tab })
  }
}

/** Something happened that a reader has not seen: the row goes to the top and becomes unread. */
export function touch(desk: Desk): void {
  desk.ticket.updated_at = desk.now
}

export function meetClock(desk: Desk, ...metrics: SlaMetric[]): void {
  desk.clocks = desk.clocks.map((c) =>
    c.cycle === desk.ticket.cycle && metrics.includes(c.metric) ? meet(c, desk.now) : c,
  )
}

export function cancelClocks(desk: Desk): void {
  desk.clocks = desk.clocks.map(cancel)
}

/** Waiting for the customer: the clocks stand still until the pause ends. */
export function pauseClocks(desk: Desk): void {
  if (desk.pauses.some((p) => !p.to)) return
  desk.pauses = [...desk.pauses, { from: desk.now, to: null }]
  desk.pauseFrom = true
  reworkClocks(desk)
}

export function resumeClocks(desk: Desk): void {
  if (!desk.pauses.some((p) => !p.to)) return
  desk.pauses = desk.pauses.map((p) => (p.to ? p : { ...p, to: desk.now }))
  desk.pauseEnd = true
  reworkClocks(desk)
}

function reworkClocks(desk: Desk): void {
  const rules = desk.rules()
  desk.clocks = desk.clocks.map((c) => (c.cycle === desk.ticket.cycle ? repause(c, rules, desk.pauses) : c))
}
