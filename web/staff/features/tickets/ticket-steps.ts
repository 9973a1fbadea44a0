import type { TicketAction } from '#contracts/tickets'
import type { TicketStep } from './ticket-queries.ts'

/** Steps that ask something first. */
const DIALOGS = ['triage', 'assign', 'close', 'reopen', 'set_aside', 'accept_for_customer', 'reveal'] as const
export type Dialog = (typeof DIALOGS)[number]

export function opensDialog(action: TicketAction): action is Dialog {
  return (DIALOGS as readonly string[]).includes(action)
}

/** Steps that happen at one press. */
export const DIRECT: Partial<Record<TicketAction, TicketStep>> = {
  take: { method: 'PUT', path: 'alarm', body: {} },
  start: { method: 'PUT', path: 'status', body: { to: 'in_progress', note: '' } },
  wait: { method: 'PUT', path: 'status', body: { to: 'waiting_customer', note: '' } },
  recover: { method: 'DELETE', path: 'set-aside' },
}
