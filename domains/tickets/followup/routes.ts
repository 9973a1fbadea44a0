import { z } from 'zod'
import { AttachmentView } from '#contracts/channels'
import { Id, Locale } from '#contracts/kit'
import { Progress, ProgressAnswer, ProgressMessage, ProgressRating } from '#contracts/tickets'
import { AnswerRevisit } from '#contracts/tickets/followup'
import { customerContext, keepPhoto, readPhotoOf, sendFile, uploadOf } from '#domains/channels'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { ticketErrors } from '../errors.ts'
import { familyOf } from '../links/links-data.ts'
import { answerRevisit } from '../revisits/answer-revisit.ts'
import { addCustomerMessage, answerProposal, rateHandling } from './customer-deeds.ts'
import { isInMessages } from './progress-data.ts'
import { findByToken } from './progress-door.ts'
import { readProgress } from './read-progress.ts'
import { wechatSignInRoutes } from './wechat-routes.ts'

const Token = z.strictObject({
  token: z
    .string()
    .min(16)
    .max(64)
    .regex(/^[\w-]+$/),
})
const LocaleQuery = z.strictObject({ locale: Locale.optional() })
const open = { public: true as const }

/** The customer's private page: the token is the only key. Guessing is limited per sender. */
export function followupRoutes(app: App): void {
  wechatSignInRoutes(app)
  app.get(
    '/public/progress/:token',
    { config: open, schema: { params: Token, querystring: LocaleQuery, response: { 200: Progress } } },
    async (req, reply) => {
      await limitRate(req.ctx, `progress:${req.ip}`, 240)
      reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store')
      return readProgress(req.ctx, req.params.token, req.query.locale ?? req.ctx.locale)
    },
  )
  const answer = { params: Token, querystring: LocaleQuery, response: { 200: Progress } }
  app.post(
    '/public/progress/:token/messages',
    { config: open, schema: { ...answer, body: ProgressMessage } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `say:${req.ip}`, 30)
      await addCustomerMessage(req.ctx, req.params.token, req.body, locale)
      return readProgress(req.ctx, req.params.token, locale)
    },
  )
  app.put(
    '/public/progress/:token/answer',
    { config: open, schema: { ...answer, body: ProgressAnswer } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `say:${req.ip}`, 30)
      await answerProposal(req.ctx, req.params.token, req.body, locale)
      return readProgress(req.ctx, req.params.token, locale)
    },
  )
  app.put(
    '/public/progress/:token/rating',
    { config: open, schema: { ...answer, body: ProgressRating } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `say:${req.ip}`, 30)
      await rateHandling(req.ctx, req.params.token, req.body, locale)
      return readProgress(req.ctx, req.params.token, locale)
    },
  )
  app.put(
    '/public/progress/:token/revisit',
    { config: open, schema: { ...answer, body: AnswerRevisit } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `say:${req.ip}`, 30)
      await answerRevisit(req.ctx, req.params.token, req.body, locale)
      return readProgress(req.ctx, req.params.token, locale)
    },
  )
  app.post(
    '/public/progress/:token/photos',
    { config: open, schema: { params: Token, response: { 201: AttachmentView } } },
    async (req, reply) => {
      await limitRate(req.ctx, `photo:${req.ip}`, 40)
      const { brandId, ownId } = await findByToken(req.ctx, req.params.token)
      const ctx = customerContext(req.ctx, brandId, req.ctx.locale, req.id)
      return reply.code(201).send(await keepPhoto(ctx, `ticket:${ownId}`, await uploadOf(req)))
    },
  )
  app.get(
    '/public/progress/:token/photos/:id',
    {
      config: open,
      schema: {
        params: Token.extend({ id: Id }),
        querystring: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
      },
    },
    async (req, reply) => {
      const { brandId, ticketId } = await findByToken(req.ctx, req.params.token)
      const ctx = customerContext(req.ctx, brandId, req.ctx.locale, req.id)
      const photo = await readPhotoOf(ctx, null, req.params.id, req.query.size)
      const family = await ctx.transaction((tx) => familyOf(tx, ticketId))
      if (!family.some(({ id }) => id === photo.ticketId)) throw ticketErrors.notFound()
      const ids = family.map(({ id }) => id)
      if (!(await ctx.transaction((tx) => isInMessages(tx, ids, req.params.id))))
        throw ticketErrors.notFound()
      return sendFile(reply, photo)
    },
  )
}
