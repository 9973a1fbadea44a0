import { z } from 'zod'
import { Cursor, IdParam } from '#contracts/kit'
import {
  OrderRules,
  Rule,
  RuleRunPage,
  RuleTrial,
  SaveRule,
  SwitchRule,
  TryRule,
} from '#contracts/tickets/rules'
import type { App } from '#platform/module'
import {
  createRule,
  listRules,
  listRuns,
  orderRules,
  removeRule,
  saveRule,
  tryRule,
  turnRule,
} from './manage-rules.ts'

/** Every change answers with all rules as they now stand. */
export function ruleRoutes(app: App): void {
  const config = { can: 'tickets.manageRules' }
  const params = IdParam
  const response = { 200: z.array(Rule) }
  app.get('/rules', { config, schema: { response } }, (req) => listRules(req.ctx))
  app.post(
    '/rules',
    { config, schema: { body: SaveRule, response: { 201: z.array(Rule) } } },
    async (req, reply) => reply.code(201).send(await createRule(req.ctx, req.body)),
  )
  app.put('/rules/order', { config, schema: { body: OrderRules, response } }, (req) =>
    orderRules(req.ctx, req.body.ids),
  )
  app.post('/rules/trial', { config, schema: { body: TryRule, response: { 200: RuleTrial } } }, (req) =>
    tryRule(req.ctx, req.body),
  )
  app.put('/rules/:id', { config, schema: { params, body: SaveRule, response } }, (req) =>
    saveRule(req.ctx, req.params.id, req.body),
  )
  app.put('/rules/:id/switch', { config, schema: { params, body: SwitchRule, response } }, (req) =>
    turnRule(req.ctx, req.params.id, req.body.on),
  )
  app.delete('/rules/:id', { config, schema: { params, response } }, (req) =>
    removeRule(req.ctx, req.params.id),
  )
  app.get(
    '/rules/:id/runs',
    {
      config,
      schema: {
        params,
        querystring: z.strictObject({ cursor: Cursor.optional() }),
        response: { 200: RuleRunPage },
      },
    },
    (req) => listRuns(req.ctx, req.params.id, req.query.cursor),
  )
}
