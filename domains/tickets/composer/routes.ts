import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  ComposerState,
  DraftParams,
  DraftSaved,
  HeldParams,
  Mentionable,
  PresenceList,
  SaveDraft,
  SetPresence,
} from '#contracts/tickets/composer'
import type { App } from '#platform/module'
import type { Scope } from '#platform/permissions'
import { saveDraft } from './drafts.ts'
import { undoHeld } from './hold.ts'
import { listMentionable } from './mentions.ts'
import { bePresent, endPresence } from './presence.ts'
import { readComposer } from './read-composer.ts'
import { sendNow } from './send-held.ts'

/** Whoever held a message back sees what came of it, even out of the own reach. */
const AS_DONE: Scope = { shops: 'all', own: false, staffId: null }
const read = { can: 'tickets.read' }
const own = { signedIn: true as const }

export function composerRoutes(app: App): void {
  const params = IdParam
  app.get(
    '/tickets/:id/composer',
    { config: read, schema: { params, response: { 200: ComposerState } } },
    (req) => readComposer(req.ctx, req.params.id),
  )
  app.put(
    '/tickets/:id/drafts/:mode',
    {
      config: { can: 'tickets.note' },
      schema: { params: DraftParams, body: SaveDraft, response: { 200: DraftSaved } },
    },
    (req) => saveDraft(req.ctx, req.params.id, req.params.mode, req.body),
  )
  app.get(
    '/tickets/:id/mentionable',
    { config: { can: 'tickets.note' }, schema: { params, response: { 200: Mentionable } } },
    (req) => listMentionable(req.ctx, req.params.id),
  )
  app.put(
    '/tickets/:id/presence',
    { config: read, schema: { params, body: SetPresence, response: { 200: PresenceList } } },
    (req) => bePresent(req.ctx, req.params.id, req.body.state),
  )
  app.delete(
    '/tickets/:id/presence',
    { config: read, schema: { params, response: { 204: z.null() } } },
    async (req, reply) => {
      await endPresence(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/tickets/:id/held/:heldId',
    { config: own, schema: { params: HeldParams, response: { 200: ComposerState } } },
    async (req) => {
      await undoHeld(req.ctx, req.params.id, req.params.heldId)
      return readComposer(req.ctx, req.params.id, AS_DONE)
    },
  )
  app.put(
    '/tickets/:id/held/:heldId/now',
    { config: own, schema: { params: HeldParams, response: { 200: ComposerState } } },
    async (req) => {
      await sendNow(req.ctx, req.params.id, req.params.heldId)
      return readComposer(req.ctx, req.params.id, AS_DONE)
    },
  )
}
