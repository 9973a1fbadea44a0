import { RoomDraftParams, RoomDrafts, SaveRoomDraft } from '#contracts/incidents/drafts'
import { Empty, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { readDrafts, saveDraft } from './drafts.ts'

export function draftRoutes(app: App): void {
  const config = { can: 'incidents.work' }
  app.get(
    '/incidents/:id/drafts',
    { config, schema: { params: IdParam, response: { 200: RoomDrafts } } },
    (req, reply) => {
      reply.header('cache-control', 'no-store')
      return readDrafts(req.ctx, req.params.id)
    },
  )
  app.put(
    '/incidents/:id/drafts/:part',
    { config, schema: { params: RoomDraftParams, body: SaveRoomDraft, response: { 200: Empty } } },
    async (req) => {
      await saveDraft(req.ctx, req.params.id, req.params.part, req.body.text)
      return {}
    },
  )
}
