import { z } from 'zod'
import { Id, IdParam } from '#contracts/kit'
import { Ticket } from '#contracts/tickets'
import {
  CycleList,
  DetachMessage,
  LinkedTicket,
  LinkSearch,
  MergeTicket,
  RelateTicket,
  SaveTags,
  SplitTicket,
  TagList,
  TagSearch,
  TicketLinks,
} from '#contracts/tickets/links'
import type { App } from '#platform/module'
import type { Scope } from '#platform/permissions'
import { readTicket } from '../inbox/read-ticket.ts'
import { refuseMatter } from '../same-matter/refuse-matter.ts'
import { detachMessage } from './detach-message.ts'
import { mergeTicket } from './merge-tickets.ts'
import { readCycles } from './read-cycles.ts'
import { readLinks, searchLinked } from './read-links.ts'
import { relateTickets, unrelateTickets } from './relate-tickets.ts'
import { splitTicket } from './split-ticket.ts'
import { suggestTags, tagTicket } from './tag-ticket.ts'

/** Whoever did a deed sees what came of it. */
const AS_DONE: Scope = { shops: 'all', own: false, staffId: null }

/** What belongs together (T4), what was handled again (F1), and tags. */
export function linkRoutes(app: App): void {
  const params = IdParam
  const read = { can: 'tickets.read' }
  app.get('/tickets/:id/links', { config: read, schema: { params, response: { 200: TicketLinks } } }, (req) =>
    readLinks(req.ctx, req.params.id),
  )
  app.get(
    '/tickets/:id/links/found',
    { config: read, schema: { params, querystring: LinkSearch, response: { 200: z.array(LinkedTicket) } } },
    (req) => searchLinked(req.ctx, req.params.id, req.query.q),
  )
  app.put(
    '/tickets/:id/merge',
    { config: { can: 'tickets.merge' }, schema: { params, body: MergeTicket, response: { 200: Ticket } } },
    async (req) => {
      await mergeTicket(req.ctx, req.params.id, req.body)
      return readTicket(req.ctx, req.params.id, AS_DONE)
    },
  )
  app.delete(
    '/tickets/:id/merge',
    { config: { can: 'tickets.merge' }, schema: { params, body: SplitTicket, response: { 200: Ticket } } },
    async (req) => {
      await splitTicket(req.ctx, req.params.id, req.body.reason)
      return readTicket(req.ctx, req.params.id, AS_DONE)
    },
  )
  app.post(
    '/tickets/:id/detached',
    { config: { can: 'tickets.merge' }, schema: { params, body: DetachMessage, response: { 201: Ticket } } },
    async (req, reply) => {
      const id = await detachMessage(req.ctx, req.params.id, req.body)
      return reply.code(201).send(await readTicket(req.ctx, id, AS_DONE))
    },
  )
  const pair = IdParam.extend({ otherId: Id })
  app.put(
    '/tickets/:id/relations/:otherId',
    {
      config: { can: 'tickets.tag' },
      schema: { params: pair, body: RelateTicket, response: { 200: TicketLinks } },
    },
    async (req) => {
      await relateTickets(req.ctx, req.params.id, req.params.otherId, req.body.note)
      return readLinks(req.ctx, req.params.id)
    },
  )
  app.delete(
    '/tickets/:id/relations/:otherId',
    { config: { can: 'tickets.tag' }, schema: { params: pair, response: { 200: TicketLinks } } },
    async (req) => {
      await unrelateTickets(req.ctx, req.params.id, req.params.otherId)
      return readLinks(req.ctx, req.params.id)
    },
  )
  app.delete(
    '/tickets/:id/matters/:otherId',
    { config: { can: 'tickets.merge' }, schema: { params: pair, response: { 200: TicketLinks } } },
    async (req) => {
      await refuseMatter(req.ctx, req.params.id, req.params.otherId)
      return readLinks(req.ctx, req.params.id)
    },
  )
  app.get('/tickets/:id/cycles', { config: read, schema: { params, response: { 200: CycleList } } }, (req) =>
    readCycles(req.ctx, req.params.id),
  )
  app.put(
    '/tickets/:id/tags',
    { config: { can: 'tickets.tag' }, schema: { params, body: SaveTags, response: { 200: Ticket } } },
    async (req) => {
      await tagTicket(req.ctx, req.params.id, req.body.tags)
      return readTicket(req.ctx, req.params.id, AS_DONE)
    },
  )
  app.get(
    '/tags',
    { config: { can: 'tickets.tag' }, schema: { querystring: TagSearch, response: { 200: TagList } } },
    (req) => suggestTags(req.ctx, req.query.q),
  )
}
