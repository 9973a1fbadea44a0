import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { CustomerPage } from '#contracts/customers/file'
import {
  ExportClear,
  ExportList,
  ExportListClear,
  ExportMembers,
  MembersQuery,
  PreviewSegment,
  SaveSegment,
  Segment,
  SegmentCount,
  SegmentList,
  SegmentPreview,
} from '#contracts/customers/segments'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { exportList, exportMembers } from './export-members.ts'
import * as segments from './segments.ts'

const read = { can: 'customers.readSegments' }
const write = { can: 'customers.manageSegments' }

/** 客群: customers by rule. */
export function segmentRoutes(app: App): void {
  app.get('/customer-segments', { config: read, schema: { response: { 200: SegmentList } } }, (req) =>
    segments.listSegments(req.ctx),
  )
  app.post(
    '/customer-segments',
    { config: write, schema: { body: SaveSegment, response: { 201: Segment } } },
    async (req, reply) => reply.code(201).send(await segments.createSegment(req.ctx, req.body)),
  )
  app.post(
    '/customer-segments/preview',
    { config: read, schema: { body: PreviewSegment, response: { 200: SegmentPreview } } },
    (req) => segments.previewSegment(req.ctx, req.body.rule),
  )
  app.get(
    '/customer-segments/:id/count',
    { config: read, schema: { params: IdParam, response: { 200: SegmentCount } } },
    (req) => segments.countSegment(req.ctx, req.params.id),
  )
  app.get(
    '/customer-segments/:id/members',
    {
      config: { can: 'customers.readMembers' },
      schema: { params: IdParam, querystring: MembersQuery, response: { 200: CustomerPage } },
    },
    (req) => segments.listMembers(req.ctx, req.params.id, req.query),
  )
  const send = async (reply: FastifyReply, made: ReturnType<typeof exportMembers>) => {
    const { file, type, body } = await made
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file)}`)
      .header('cache-control', 'private, no-store')
      .send(body)
  }
  app.get(
    '/customer-segments/:id/file',
    {
      config: { can: 'customers.exportMembers' },
      schema: { params: IdParam, querystring: ExportMembers },
    },
    (req, reply) => send(reply, exportMembers(req.ctx, req.params.id, req.query)),
  )
  app.get(
    '/customer-segments/:id/clear-file',
    {
      config: { can: 'customers.exportClear' },
      schema: { params: IdParam, querystring: ExportClear },
    },
    (req, reply) => send(reply, exportMembers(req.ctx, req.params.id, req.query)),
  )
  app.get(
    '/customers/file',
    { config: { can: 'customers.exportMembers' }, schema: { querystring: ExportList } },
    (req, reply) => send(reply, exportList(req.ctx, req.query)),
  )
  app.get(
    '/customers/clear-file',
    { config: { can: 'customers.exportClear' }, schema: { querystring: ExportListClear } },
    (req, reply) => send(reply, exportList(req.ctx, req.query)),
  )
  app.put(
    '/customer-segments/:id',
    { config: write, schema: { params: IdParam, body: SaveSegment, response: { 200: Segment } } },
    (req) => segments.changeSegment(req.ctx, req.params.id, req.body),
  )
  app.delete(
    '/customer-segments/:id',
    { config: write, schema: { params: IdParam, response: { 204: z.null() } } },
    async (req, reply) => {
      await segments.removeSegment(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
}
