import { SearchPage, SearchQuery } from '#contracts/tickets/search'
import type { App } from '#platform/module'
import { searchTickets } from './search-tickets.ts'

export function searchRoutes(app: App): void {
  app.get(
    '/search',
    { config: { can: 'tickets.read' }, schema: { querystring: SearchQuery, response: { 200: SearchPage } } },
    (req) => searchTickets(req.ctx, req.query),
  )
}
