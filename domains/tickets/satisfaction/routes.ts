import { RatingPage, RatingsQuery, Satisfaction, SatisfactionQuery } from '#contracts/tickets/followup'
import type { App } from '#platform/module'
import { listRatings, readSatisfaction } from './read-satisfaction.ts'

const config = { can: 'tickets.readSatisfaction' }

export function satisfactionRoutes(app: App): void {
  app.get(
    '/satisfaction',
    { config, schema: { querystring: SatisfactionQuery, response: { 200: Satisfaction } } },
    (req) => readSatisfaction(req.ctx, req.query),
  )
  app.get(
    '/satisfaction/ratings',
    { config, schema: { querystring: RatingsQuery, response: { 200: RatingPage } } },
    (req) => listRatings(req.ctx, req.query),
  )
}
