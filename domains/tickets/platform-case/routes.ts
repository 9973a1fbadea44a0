import { IdParam } from '#contracts/kit'
import { DecidePlatformCase, PlatformCase, PlatformCaseView } from '#contracts/tickets/platform-case'
import type { App } from '#platform/module'
import { decidePlatformCase, readPlatformCase } from './platform-case.ts'

export function caseRoutes(app: App): void {
  const params = IdParam
  app.get(
    '/tickets/:id/platform-case',
    { config: { can: 'tickets.read' }, schema: { params, response: { 200: PlatformCaseView } } },
    async (req) => ({ case: await readPlatformCase(req.ctx, req.params.id) }),
  )
  app.put(
    '/tickets/:id/platform-case/decision',
    {
      config: { can: 'tickets.decideCase' },
      schema: { params, body: DecidePlatformCase, response: { 200: PlatformCase } },
    },
    (req) => decidePlatformCase(req.ctx, req.params.id, req.body),
  )
}
