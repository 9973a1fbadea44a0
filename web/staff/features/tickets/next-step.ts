import type { Ticket, TicketAction } from '#contracts/tickets'

export type NextStep = {
  /** The one loud button of the screen; null: writing an answer is the next step, or nothing is. */
  primary: TicketAction | null
  /** Quiet steps, in the order of use. */
  others: TicketAction[]
}

const QUIET: readonly TicketAction[] = [
  'accept_for_customer',
  'plan',
  'investigate',
  'compensate',
  'start',
  'close',
  'reopen',
  'wait',
  'assign',
  'triage',
  'merge',
  'set_aside',
]

/**
 * What should happen to a ticket next, out of what its reader may do (`ticket.can`).
 * Shape: an alarm first, then an owner, then the start of work, then closing what is resolved.
 */
export function nextStep(ticket: Pick<Ticket, 'can' | 'status' | 'assignee'>): NextStep {
  const may = (action: TicketAction) => ticket.can.includes(action)
  const primary = pickPrimary(ticket, may)
  return { primary, others: QUIET.filter((action) => action !== primary && may(action)) }
}

function pickPrimary(
  { status, assignee }: Pick<Ticket, 'status' | 'assignee'>,
  may: (action: TicketAction) => boolean,
): TicketAction | null {
  if (may('take')) return 'take'
  if (may('recover')) return 'recover'
  if (!assignee && may('assign')) return 'assign'
  if (may('start') && status !== 'waiting_customer') return 'start'
  if (status === 'resolved' && may('close')) return 'close'
  return null
}
