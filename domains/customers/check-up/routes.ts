import {
  AnswerCheckUp,
  AskCheckUps,
  CheckUpLocale,
  CheckUpPage,
  CheckUpQuery,
  CheckUpsAsked,
  CheckUpToken,
  OwnCheckUp,
} from '#contracts/customers/check-ups'
import { CustomerFile } from '#contracts/customers/file'
import { IdParam } from '#contracts/kit'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { answerCheckUp, readCheckUp } from './answer.ts'
import { askCheckUps } from './ask.ts'
import { checkByHand, listCheckUps } from './list.ts'

const config = { can: 'customers.checkUp' }
const open = { public: true as const }
const READS_PER_MINUTE = 120
const ANSWERS_PER_MINUTE = 20

/** 资料核对: the list for colleagues, and the page behind the private link for the customer. */
export function checkUpRoutes(app: App): void {
  app.get(
    '/customer-check-ups',
    { config, schema: { querystring: CheckUpQuery, response: { 200: CheckUpPage } } },
    (req) => listCheckUps(req.ctx, req.query),
  )
  app.post(
    '/customer-check-ups',
    { config, schema: { body: AskCheckUps, response: { 200: CheckUpsAsked } } },
    (req) => askCheckUps(req.ctx, req.body.customerIds),
  )
  app.put(
    '/customers/:id/check',
    { config: { can: 'customers.edit' }, schema: { params: IdParam, response: { 200: CustomerFile } } },
    (req) => checkByHand(req.ctx, req.params.id),
  )
  const schema = { params: CheckUpToken, querystring: CheckUpLocale, response: { 200: OwnCheckUp } }
  app.get('/public/check-ups/:token', { config: open, schema }, async (req, reply) => {
    await limitRate(req.ctx, `check-up:${req.ip}`, READS_PER_MINUTE)
    reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store')
    return readCheckUp(req.ctx, req.params.token, req.query.locale ?? req.ctx.locale)
  })
  app.put(
    '/public/check-ups/:token/answer',
    { config: open, schema: { ...schema, body: AnswerCheckUp } },
    async (req, reply) => {
      await limitRate(req.ctx, `check-up-answer:${req.ip}`, ANSWERS_PER_MINUTE)
      reply.header('cache-control', 'no-store')
      return answerCheckUp(req.ctx, req.params.token, req.body, req.query.locale ?? req.ctx.locale)
    },
  )
}
