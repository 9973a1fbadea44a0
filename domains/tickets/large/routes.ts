import { IdParam } from '#contracts/kit'
import { LargeText } from '#contracts/language/large'
import type { App } from '#platform/module'
import { draftReply, summarise } from './write-texts.ts'

/** Texts that a connected large model writes about one ticket; nothing is kept of them. */
export function largeTextRoutes(app: App): void {
  const schema = { params: IdParam, response: { 200: LargeText } }
  app.post('/tickets/:id/summary', { config: { can: 'tickets.read' }, schema }, (req) =>
    summarise(req.ctx, req.params.id),
  )
  app.post('/tickets/:id/reply-draft', { config: { can: 'tickets.reply' }, schema }, (req) =>
    draftReply(req.ctx, req.params.id),
  )
}
