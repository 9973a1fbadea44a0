import { z } from 'zod'
import { AttachmentView } from '#contracts/channels'
import { Room, TimelinePage, WriteEntry } from '#contracts/incidents'
import { Cursor, Id, IdParam } from '#contracts/kit'
import { sendFile, uploadOf } from '#domains/channels'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { addFile, readFile } from './files.ts'
import { readTimeline } from './read-timeline.ts'
import { writeEntry } from './write-entry.ts'

export function timelineRoutes(app: App): void {
  const read = { can: 'incidents.read' }
  const work = { can: 'incidents.work' }
  const params = IdParam
  app.get(
    '/incidents/:id/timeline',
    {
      config: read,
      schema: {
        params,
        querystring: z.strictObject({ cursor: Cursor.optional() }),
        response: { 200: TimelinePage },
      },
    },
    (req) => readTimeline(req.ctx, req.params.id, req.query.cursor),
  )
  app.post(
    '/incidents/:id/timeline',
    { config: work, schema: { params, body: WriteEntry, response: { 201: Room } } },
    async (req, reply) => {
      await writeEntry(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.post(
    '/incidents/:id/files',
    {
      config: work,
      schema: {
        params,
        querystring: z.strictObject({ name: z.string().trim().max(120).default('') }),
        response: { 201: AttachmentView },
      },
    },
    async (req, reply) => {
      const kept = await addFile(req.ctx, req.params.id, () => uploadOf(req), req.query.name)
      return reply.code(201).send(kept)
    },
  )
  app.get(
    '/incidents/:id/files/:fileId',
    {
      config: read,
      schema: {
        params: params.extend({ fileId: Id }),
        querystring: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
      },
    },
    async (req, reply) => {
      const { id, fileId } = req.params
      return sendFile(reply, await readFile(req.ctx, id, fileId, req.query.size))
    },
  )
}
