import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import { Ticket } from '#contracts/tickets'
import {
  ApprovalView,
  CompensationDesk,
  CompensationParams,
  CompensationQuery,
  CompensationTotals,
  DecideApproval,
  ExportCompensation,
  IssuedPage,
  IssuedRow,
  ProposeCompensation,
  SaveCustomerValue,
  SettleCompensation,
  TotalsQuery,
} from '#contracts/tickets/compensation'
import type { App } from '#platform/module'
import type { Scope } from '#platform/permissions'
import { readTicket } from '../inbox/read-ticket.ts'
import { listIssued, readTotals, settleCompensation } from './books.ts'
import { saveCustomerValue } from './customer-value.ts'
import { cancelCompensation, decideApproval, readApproval } from './decide-approval.ts'
import { exportBooks } from './export-books.ts'
import { proposeCompensation } from './propose-compensation.ts'
import { readCompensation } from './read-compensation.ts'

const AS_DONE: Scope = { shops: 'all', own: false, staffId: null }
const params = IdParam
const propose = { can: 'tickets.compensate' }
const read = { can: 'tickets.readCompensation' }
const settle = { can: 'tickets.settleCompensation' }
const decide = { can: 'tickets.doTasks' }

/** H5 on one ticket, for approvers, and for the books. */
export function compensationRoutes(app: App): void {
  app.get(
    '/tickets/:id/compensation',
    { config: { can: 'tickets.read' }, schema: { params, response: { 200: CompensationDesk } } },
    (req) => readCompensation(req.ctx, req.params.id),
  )
  app.post(
    '/tickets/:id/compensation',
    { config: propose, schema: { params, body: ProposeCompensation, response: { 200: CompensationDesk } } },
    async (req) => {
      await proposeCompensation(req.ctx, req.params.id, req.body)
      return readCompensation(req.ctx, req.params.id)
    },
  )
  app.delete(
    '/tickets/:id/compensation/:compensationId',
    { config: propose, schema: { params: CompensationParams, response: { 200: CompensationDesk } } },
    async (req) => {
      await cancelCompensation(req.ctx, req.params.id, req.params.compensationId)
      return readCompensation(req.ctx, req.params.id)
    },
  )
  app.put(
    '/tickets/:id/customer-value',
    { config: propose, schema: { params, body: SaveCustomerValue, response: { 200: Ticket } } },
    async (req) => {
      await saveCustomerValue(req.ctx, req.params.id, req.body.value)
      return readTicket(req.ctx, req.params.id, AS_DONE)
    },
  )
  app.get('/approvals/:id', { config: decide, schema: { params, response: { 200: ApprovalView } } }, (req) =>
    readApproval(req.ctx, req.params.id),
  )
  app.put(
    '/approvals/:id',
    { config: decide, schema: { params, body: DecideApproval, response: { 200: ApprovalView } } },
    (req) => decideApproval(req.ctx, req.params.id, req.body),
  )
  app.get(
    '/compensations',
    { config: read, schema: { querystring: CompensationQuery, response: { 200: IssuedPage } } },
    (req) => listIssued(req.ctx, req.query),
  )
  app.get(
    '/compensations/totals',
    { config: read, schema: { querystring: TotalsQuery, response: { 200: CompensationTotals } } },
    (req) => readTotals(req.ctx, req.query),
  )
  app.get(
    '/compensations/export',
    { config: settle, schema: { querystring: ExportCompensation, response: { 200: z.any() } } },
    async (req, reply): Promise<FastifyReply> => {
      const { file, type, body } = await exportBooks(req.ctx, req.query)
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(body)
    },
  )
  app.put(
    '/compensations/:id/settlement',
    { config: settle, schema: { params, body: SettleCompensation, response: { 200: IssuedRow } } },
    (req) => settleCompensation(req.ctx, req.params.id, req.body),
  )
}
