import type { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  AddNote,
  AssignTicket,
  CloseTicket,
  MoveTicket,
  Propose,
  ReopenTicket,
  SendReply,
  SetAside,
  Ticket,
} from '#contracts/tickets'
import { AcceptForCustomer } from '#contracts/tickets/followup'
import { CorrectTriage } from '#contracts/tickets/triage'
import type { Ctx } from '#platform/context'
import type { App } from '#platform/module'
import type { Scope } from '#platform/permissions'
import { takeAlarm } from '../clocks/raise-alarm.ts'
import { holdMessage } from '../composer/hold.ts'
import { readTicket } from '../inbox/read-ticket.ts'
import { assignTicket } from '../routing/assign-ticket.ts'
import { confirmTriage, correctTriage } from '../triage/correct-triage.ts'
import { dismissRaise } from '../triage/dismiss-raise.ts'
import { acceptForCustomer, closeTicket, recover, setAside } from './close.ts'
import { propose } from './propose.ts'
import { reopenTicket } from './reopen.ts'
import { addNote, moveTicket, sendReply } from './reply.ts'

/** Whoever did a deed sees what came of it, even when the ticket has left the own reach by it. */
const AS_DONE: Scope = { shops: 'all', own: false, staffId: null }

/** Deeds on one ticket; each answers with the ticket as it now stands. */
export function handlingRoutes(app: App): void {
  const params = IdParam
  const response = { 200: Ticket }
  const then = async (ctx: Ctx, id: string, deed: Promise<void>): Promise<z.infer<typeof Ticket>> => {
    await deed
    return readTicket(ctx, id, AS_DONE)
  }
  app.put(
    '/tickets/:id/triage',
    { config: { can: 'tickets.triage' }, schema: { params, body: CorrectTriage, response } },
    (req) => then(req.ctx, req.params.id, correctTriage(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/tickets/:id/triage/confirmation',
    { config: { can: 'tickets.triage' }, schema: { params, response } },
    (req) => then(req.ctx, req.params.id, confirmTriage(req.ctx, req.params.id)),
  )
  app.delete(
    '/tickets/:id/raise',
    { config: { can: 'tickets.triage' }, schema: { params, response } },
    (req) => then(req.ctx, req.params.id, dismissRaise(req.ctx, req.params.id)),
  )
  app.put(
    '/tickets/:id/assignment',
    { config: { can: 'tickets.assign' }, schema: { params, body: AssignTicket, response } },
    (req) => then(req.ctx, req.params.id, assignTicket(req.ctx, req.params.id, req.body)),
  )
  app.post(
    '/tickets/:id/replies',
    { config: { can: 'tickets.reply' }, schema: { params, body: SendReply, response } },
    ({ ctx, params: { id }, body }) =>
      then(ctx, id, body.hold ? holdMessage(ctx, id, 'reply', body) : sendReply(ctx, id, body)),
  )
  app.post(
    '/tickets/:id/notes',
    { config: { can: 'tickets.note' }, schema: { params, body: AddNote, response } },
    (req) => then(req.ctx, req.params.id, addNote(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/tickets/:id/status',
    { config: { can: 'tickets.reply' }, schema: { params, body: MoveTicket, response } },
    (req) => then(req.ctx, req.params.id, moveTicket(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/tickets/:id/proposal',
    { config: { can: 'tickets.propose' }, schema: { params, body: Propose, response } },
    ({ ctx, params: { id }, body }) =>
      then(ctx, id, body.hold ? holdMessage(ctx, id, 'propose', body) : propose(ctx, id, body)),
  )
  app.put(
    '/tickets/:id/acceptance',
    { config: { can: 'tickets.propose' }, schema: { params, body: AcceptForCustomer, response } },
    (req) => then(req.ctx, req.params.id, acceptForCustomer(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/tickets/:id/closure',
    { config: { can: 'tickets.close' }, schema: { params, body: CloseTicket, response } },
    (req) =>
      then(req.ctx, req.params.id, closeTicket(req.ctx, req.params.id, req.body.note, req.body.despite)),
  )
  app.delete(
    '/tickets/:id/closure',
    { config: { can: 'tickets.reopen' }, schema: { params, body: ReopenTicket, response } },
    (req) => then(req.ctx, req.params.id, reopenTicket(req.ctx, req.params.id, req.body.reason)),
  )
  app.put(
    '/tickets/:id/set-aside',
    { config: { can: 'tickets.setAside' }, schema: { params, body: SetAside, response } },
    (req) => then(req.ctx, req.params.id, setAside(req.ctx, req.params.id, req.body)),
  )
  app.delete(
    '/tickets/:id/set-aside',
    { config: { can: 'tickets.setAside' }, schema: { params, response } },
    (req) => then(req.ctx, req.params.id, recover(req.ctx, req.params.id)),
  )
  app.put('/tickets/:id/alarm', { config: { can: 'tickets.take' }, schema: { params, response } }, (req) =>
    then(req.ctx, req.params.id, takeAlarm(req.ctx, req.params.id)),
  )
}
