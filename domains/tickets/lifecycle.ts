import type { Step, TicketStatus } from '#contracts/tickets'
import { ticketErrors } from './errors.ts'

/** The whole status machine: where a ticket may go from each status. */
export const NEXT: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['triaged', 'set_aside'],
  triaged: ['assigned', 'set_aside'],
  assigned: ['assigned', 'in_progress', 'waiting_customer', 'proposed', 'closed', 'merged', 'set_aside'],
  in_progress: ['assigned', 'waiting_customer', 'proposed', 'closed', 'merged', 'set_aside'],
  waiting_customer: ['assigned', 'in_progress', 'proposed', 'closed', 'merged', 'set_aside'],
  proposed: ['in_progress', 'proposed', 'resolved', 'reopened', 'closed', 'merged'],
  resolved: ['closed', 'reopened', 'merged'],
  closed: ['reopened'],
  reopened: ['assigned'],
  merged: ['assigned'],
  set_aside: ['assigned'],
}

export function mayMove(from: TicketStatus, to: TicketStatus): boolean {
  return NEXT[from].includes(to)
}

/** Errors: tickets.illegalMove with from and to. */
export function move(from: TicketStatus, to: TicketStatus): TicketStatus {
  if (!mayMove(from, to)) throw ticketErrors.illegalMove({ from, to })
  return to
}

/** Where a status stands on the five-step thread 收集 – 分类 – 分派 – 处理 – 确认 – 回访. */
export const STEP_OF: Record<TicketStatus, Step> = {
  new: 'classify',
  triaged: 'assign',
  assigned: 'handle',
  in_progress: 'handle',
  waiting_customer: 'handle',
  reopened: 'assign',
  proposed: 'confirm',
  resolved: 'confirm',
  closed: 'revisit',
  merged: 'revisit',
  set_aside: 'revisit',
}
