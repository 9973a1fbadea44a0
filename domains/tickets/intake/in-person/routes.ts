import { z } from 'zod'
import { SalonAnswers } from '#contracts/channels/salon'
import { TabletReceipt } from '#contracts/channels/tablet'
import { Confirmation, SignUp } from '#contracts/loyalty/events'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { acceptSignUp } from './event-sign-up.ts'
import { acceptSalonAnswers } from './salon.ts'

const params = z.strictObject({ slug: z.string().min(4).max(40) })
/** A stall's visitors share one network. */
const PER_MINUTE = 120

/** What is said where people meet: at an event's desk, in the salon. */
export function inPersonRoutes(app: App): void {
  app.post(
    '/public/events/:slug/sign-ups',
    { config: { public: true }, schema: { params, body: SignUp, response: { 201: Confirmation } } },
    async (req, reply) => {
      await limitRate(req.ctx, `signing-up:${req.ip}`, PER_MINUTE)
      return reply.code(201).send(await acceptSignUp(req.ctx, req.params.slug, req.body))
    },
  )
  app.post(
    '/public/salon/:slug/answers',
    { config: { public: true }, schema: { params, body: SalonAnswers, response: { 201: TabletReceipt } } },
    async (req, reply) => {
      await limitRate(req.ctx, `salon-answers:${req.ip}`, PER_MINUTE)
      return reply.code(201).send(await acceptSalonAnswers(req.ctx, req.params.slug, req.body))
    },
  )
}
