import { z } from 'zod'
import { CustomerRevealed, RevealReason } from '#contracts/customers'
import { Cursor, Id, IdParam } from '#contracts/kit'
import { Assignable } from '#contracts/people'
import { EntryPage, RenderedTemplate, Ticket, TicketPage, ViewCounts } from '#contracts/tickets'
import { Home, NoticeList } from '#contracts/tickets/home'
import { FilterChoices, FilterCount, InboxQuery } from '#contracts/tickets/inbox'
import { readPhotoOf, sendFile } from '#domains/channels'
import { staffOf } from '#platform/context'
import type { App } from '#platform/module'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { filterChoices } from '../filter/choices.ts'
import { findTicket } from '../handling/desk-data.ts'
import { findShown } from '../links/find-shown.ts'
import { listAssignable } from './assignable.ts'
import { readHome } from './home.ts'
import { markSeen } from './inbox-data.ts'
import { countFiltered, countTickets, listTickets } from './list-tickets.ts'
import { listNotices, seeNotices } from './notices.ts'
import { listEntries, readTicket } from './read-ticket.ts'
import { revealContact } from './reveal-contact.ts'
import { listTemplates } from './templates.ts'

const read = { can: 'tickets.read' }

export function inboxRoutes(app: App): void {
  app.get(
    '/tickets',
    { config: read, schema: { querystring: InboxQuery, response: { 200: TicketPage } } },
    (req) => listTickets(req.ctx, req.query),
  )
  app.get(
    '/tickets/filter-count',
    { config: read, schema: { querystring: InboxQuery, response: { 200: FilterCount } } },
    (req) => countFiltered(req.ctx, req.query),
  )
  app.get('/tickets/filter-choices', { config: read, schema: { response: { 200: FilterChoices } } }, (req) =>
    filterChoices(req.ctx),
  )
  app.get('/tickets/counts', { config: read, schema: { response: { 200: ViewCounts } } }, (req) =>
    countTickets(req.ctx),
  )
  app.get('/tickets/:id', { config: read, schema: { params: IdParam, response: { 200: Ticket } } }, (req) =>
    readTicket(req.ctx, req.params.id),
  )
  app.get(
    '/tickets/:id/entries',
    {
      config: read,
      schema: {
        params: IdParam,
        querystring: z.strictObject({ cursor: Cursor.pipe(Id).optional() }),
        response: { 200: EntryPage },
      },
    },
    (req) => listEntries(req.ctx, req.params.id, req.query.cursor),
  )
  app.get(
    '/tickets/:id/templates',
    {
      config: { can: 'tickets.reply' },
      schema: { params: IdParam, response: { 200: z.array(RenderedTemplate) } },
    },
    (req) => listTemplates(req.ctx, req.params.id),
  )
  app.put(
    '/tickets/:id/read',
    { config: read, schema: { params: IdParam, response: { 204: z.null() } } },
    async (req, reply) => {
      const { ctx } = req
      await ctx.transaction(async (tx) => {
        const row = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), req.params.id)
        if (!row) throw ticketErrors.notFound()
        await markSeen(tx, ctx.actor.brandId, staffOf(ctx).staffId, row.id, ctx.now())
      })
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/tickets/:id/contact',
    {
      config: { can: 'customers.reveal' },
      schema: { params: IdParam, body: RevealReason, response: { 200: CustomerRevealed } },
    },
    (req) => revealContact(req.ctx, req.params.id, req.body.reason),
  )
  app.get(
    '/attachments/:id',
    {
      config: read,
      schema: {
        params: IdParam,
        querystring: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
      },
    },
    async (req, reply) => {
      const photo = await readPhotoOf(req.ctx, null, req.params.id, req.query.size)
      const { ticketId } = photo
      const seen =
        ticketId &&
        (await req.ctx.transaction((tx) => findShown(tx, scopeOf(req.ctx.actor, 'tickets.read'), ticketId)))
      if (!seen) throw ticketErrors.notFound()
      return sendFile(reply, photo)
    },
  )
  app.get(
    '/assignable',
    {
      config: { can: 'tickets.assign' },
      schema: {
        querystring: z.strictObject({ shopId: Id.optional() }),
        response: { 200: z.array(Assignable) },
      },
    },
    (req) => listAssignable(req.ctx, req.query.shopId ?? null),
  )
  app.get('/home', { config: { signedIn: true }, schema: { response: { 200: Home } } }, (req) =>
    readHome(req.ctx),
  )
  app.get('/notices', { config: { signedIn: true }, schema: { response: { 200: NoticeList } } }, (req) =>
    listNotices(req.ctx),
  )
  app.put(
    '/notices/seen',
    { config: { signedIn: true }, schema: { response: { 204: z.null() } } },
    async (req, reply) => {
      await seeNotices(req.ctx)
      return reply.code(204).send(null)
    },
  )
}
