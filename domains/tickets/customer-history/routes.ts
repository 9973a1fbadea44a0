import { IdParam } from '#contracts/kit'
import { CustomerHistory, CustomerHistoryQuery } from '#contracts/tickets/customer-history'
import type { App } from '#platform/module'
import { readHistory } from './read-history.ts'

/** What the page of a customer shows of this room; who may read which ticket is asked of each. */
export function customerHistoryRoutes(app: App): void {
  app.get(
    '/customers/:id/history',
    {
      config: { can: 'customers.read' },
      schema: { params: IdParam, querystring: CustomerHistoryQuery, response: { 200: CustomerHistory } },
    },
    (req) => readHistory(req.ctx, req.params.id, req.query.cursor),
  )
}
