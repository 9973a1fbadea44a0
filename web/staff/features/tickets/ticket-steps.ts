import type { z } from 'zod'
import type {
  AddNote,
  AssignTicket,
  MoveTicket,
  Propose,
  SendReply,
  SetAside,
  Ticket,
  TicketAction,
} from '#contracts/tickets'
import type { AcceptedVia } from '#contracts/tickets/followup'
import type { CorrectTriage } from '#contracts/tickets/triage'
import { api } from '../../app/api.ts'

/** A step on a ticket, ready to be taken on the one with this id; answers with the fresh ticket. */
export type TicketStep = (id: string) => Promise<Ticket>

const on = (id: string) => ({ params: { path: { id } } })

/** Every step that staff can take, with what it sends. */
export const steps = {
  take: (id: string) => api.put('/api/tickets/{id}/alarm', on(id)),
  recover: (id: string) => api.delete('/api/tickets/{id}/set-aside', on(id)),
  accept:
    (via: AcceptedVia, words: string): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/acceptance', { ...on(id), body: { via, words } }),
  move:
    (to: z.input<typeof MoveTicket>['to']): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/status', { ...on(id), body: { to } }),
  triage:
    (body: z.input<typeof CorrectTriage>): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/triage', { ...on(id), body }),
  confirmTriage: (id: string) => api.put('/api/tickets/{id}/triage/confirmation', on(id)),
  dismissRaise: (id: string) => api.delete('/api/tickets/{id}/raise', on(id)),
  assign:
    (body: z.input<typeof AssignTicket>): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/assignment', { ...on(id), body }),
  reply:
    (body: z.input<typeof SendReply>): TicketStep =>
    (id) =>
      api.post('/api/tickets/{id}/replies', { ...on(id), body }),
  note:
    (body: z.input<typeof AddNote>): TicketStep =>
    (id) =>
      api.post('/api/tickets/{id}/notes', { ...on(id), body }),
  propose:
    (body: z.input<typeof Propose>): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/proposal', { ...on(id), body }),
  close:
    (note: string, despite?: string): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/closure', { ...on(id), body: { note, ...(despite ? { despite } : {}) } }),
  reopen:
    (reason: string): TicketStep =>
    (id) =>
      api.delete('/api/tickets/{id}/closure', { ...on(id), body: { reason } }),
  setAside:
    (reason: z.input<typeof SetAside>['reason']): TicketStep =>
    (id) =>
      api.put('/api/tickets/{id}/set-aside', { ...on(id), body: { reason } }),
}

/** Steps that ask something first. */
const DIALOGS = [
  'triage',
  'assign',
  'close',
  'reopen',
  'set_aside',
  'accept_for_customer',
  'reveal',
  'merge',
] as const
export type Dialog = (typeof DIALOGS)[number]

export function opensDialog(action: TicketAction): action is Dialog {
  return (DIALOGS as readonly string[]).includes(action)
}

/** Steps that happen at one press. */
export const DIRECT: Partial<Record<TicketAction, TicketStep>> = {
  take: steps.take,
  start: steps.move('in_progress'),
  wait: steps.move('waiting_customer'),
  recover: steps.recover,
}
