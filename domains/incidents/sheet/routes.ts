import { z } from 'zod'
import { Room, SaveSheet, SheetValue } from '#contracts/incidents'
import { RevealSheet } from '#contracts/incidents/record'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { revealSheet, saveSheet } from './sheet.ts'

export function sheetRoutes(app: App): void {
  const params = IdParam
  app.put(
    '/incidents/:id/sheet',
    {
      config: { can: 'incidents.work' },
      schema: { params, body: SaveSheet, response: { 200: Room } },
    },
    async (req, reply) => {
      await saveSheet(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
  app.post(
    '/incidents/:id/sheet/reveal',
    {
      config: { can: 'incidents.reveal' },
      schema: { params, body: RevealSheet, response: { 200: z.array(SheetValue) } },
    },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return revealSheet(req.ctx, req.params.id, req.body.reason)
    },
  )
}
