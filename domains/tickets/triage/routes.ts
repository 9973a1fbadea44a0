import { TriageQuality, TriageQualityQuery } from '#contracts/language'
import type { App } from '#platform/module'
import { readQuality } from './read-quality.ts'

export function triageRoutes(app: App): void {
  app.get(
    '/triage-quality',
    {
      config: { can: 'tickets.readTriageQuality' },
      schema: { querystring: TriageQualityQuery, response: { 200: TriageQuality } },
    },
    (req) => readQuality(req.ctx, req.query.weeks),
  )
}
