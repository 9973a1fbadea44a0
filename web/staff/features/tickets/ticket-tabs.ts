import type { TicketAction } from '#contracts/tickets'

/** What the middle of a ticket's page shows; `info` only on phones, where there is no room beside it. */
export type TicketTab = 'talk' | 'info' | 'case' | 'plan' | 'after'

/** Deeds that are done on a page of their own and not in a dialog. */
export const TAB_OF: Partial<Record<TicketAction, TicketTab>> = {
  investigate: 'case',
  assess: 'case',
  plan: 'plan',
  compensate: 'plan',
}
