import type { TicketStatus } from '#contracts/tickets'
import { ticketMoved } from '#contracts/tickets'
import type { ClockRow } from '../clocks/ticket-clocks.ts'
import { followRestored } from '../revisits/plan-visits.ts'
import { reviveTasks } from '../tasks/task-data.ts'
import type { Desk } from './desk.ts'
import type { TicketRow } from './desk-data.ts'
import { addFact, record, tell, touch } from './desk-moves.ts'
import { reopenPause } from './snapshot-data.ts'

const KEPT = [
  'status',
  'closed_at',
  'assignee_id',
  'team',
  'cycle',
  'escalation',
  'escalated_to',
  'past_assignees',
  'proposal',
  'closes_at',
  'remind_at',
  'rating',
  'tags',
  'merged_into',
  'late_reason',
] as const

/** Everything that a merge or a bulk deed changes, as plain JSON: what `restore` needs to give it back. */
export type Snapshot = {
  ticket: Pick<TicketRow, (typeof KEPT)[number]>
  clocks: ClockRow[]
  /** Since when it was waiting for the customer; null when it was not. */
  pausedFrom: string | null
  alarmNextAt: string | null
}

/** Taken before the deed. */
export function snapshotOf(desk: Desk): Snapshot {
  const { ticket } = desk
  const kept = Object.fromEntries(KEPT.map((key) => [key, ticket[key]])) as Snapshot['ticket']
  return structuredClone({
    ticket: kept,
    clocks: desk.clocks,
    pausedFrom: desk.pauses.find((p) => !p.to)?.from.toISOString() ?? null,
    alarmNextAt: desk.alarm?.next_at?.toISOString() ?? null,
  })
}

const CLOCK_DATES = [
  'started_at',
  'due_at',
  'warn_at',
  'next_at',
  'warned_at',
  'breached_at',
  'met_at',
] as const

/** Clocks that were kept as JSON, with their instants again. */
export function clocksFromJson(clocks: readonly ClockRow[]): ClockRow[] {
  return clocks.map((clock) => {
    const dates = CLOCK_DATES.map((key) => [key, clock[key] ? new Date(clock[key]) : null] as const)
    return { ...clock, ...Object.fromEntries(dates) }
  })
}

/**
 * Gives a ticket back what it was: status, owner, clocks with their own due instants, the pause it was in. The timeline keeps both moves.
 * Shape: `snapshot` as `snapshotOf` made it, also after a way through JSON. Clocks whose instant passed in between ring at the next sweep.
 */
export async function restore(desk: Desk, snapshot: Snapshot, data: Record<string, unknown>): Promise<void> {
  const { ticket } = desk
  const from = ticket.status as TicketStatus
  const before = ticket.assignee_id
  if (ticket.closed_at && !snapshot.ticket.closed_at)
    ticket.open_tasks += await reviveTasks(desk.tx, ticket.id, ticket.closed_at)
  Object.assign(ticket, snapshot.ticket)
  // Named as the one complained about since: the own case does not come back.
  if (ticket.assignee_id !== null && ticket.assignee_id === ticket.accused_id)
    ticket.assignee_id = before === ticket.accused_id ? null : before
  for (const key of ['closed_at', 'closes_at', 'remind_at'] as const) {
    const at = snapshot.ticket[key]
    ticket[key] = at ? new Date(at) : null
  }
  desk.clocks = clocksFromJson(snapshot.clocks)
  if (snapshot.pausedFrom) await reopenPause(desk.tx, ticket.id, new Date(snapshot.pausedFrom))
  if (desk.alarm && !desk.alarm.taken_at) {
    desk.alarm.next_at = snapshot.alarmNextAt ? new Date(snapshot.alarmNextAt) : null
    desk.alarmChanged = true
  }
  await followRestored(desk, from)
  addFact(desk, 'restored', { from, to: ticket.status, ...data })
  record(desk, 'tickets.restore', { from, to: ticket.status, ...data })
  tell(desk, ticketMoved, [before])
  touch(desk)
}
