import { z } from 'zod'
import { ApiFeedback, CounterFeedback, KioskFeedback, PublicFeedback, Receipt } from '#contracts/channels'
import { TabletReceipt } from '#contracts/channels/tablet'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { ApiTicket, apiStatus } from './api-status.ts'
import { acceptCounterEntry, acceptFromApi, acceptPublicForm } from './channels-in.ts'
import { acceptFromKiosk } from './kiosk-in.ts'

const Slug = z.strictObject({ slug: z.string().min(4).max(40) })
const FORMS_PER_MINUTE = 30
/** A shop's own tablet may bring a whole day's words at once when its network is back. */
const KIOSK_PER_MINUTE = 120

export function intakeRoutes(app: App): void {
  app.post(
    '/public/forms/:slug/feedback',
    { config: { public: true }, schema: { params: Slug, body: PublicFeedback, response: { 201: Receipt } } },
    async (req, reply) => {
      await limitRate(req.ctx, `send:${req.ip}`, FORMS_PER_MINUTE)
      return reply.code(201).send(await acceptPublicForm(req.ctx, req.params.slug, req.body))
    },
  )
  app.post(
    '/public/kiosks/:slug/feedback',
    {
      config: { public: true },
      schema: { params: Slug, body: KioskFeedback, response: { 201: TabletReceipt } },
    },
    async (req, reply) => {
      const taken = await acceptFromKiosk(req.ctx, req.params.slug, req.body, (kiosk) =>
        kiosk.known
          ? limitRate(req.ctx, `kiosk-send:${kiosk.codeId}`, KIOSK_PER_MINUTE)
          : limitRate(req.ctx, `send:${req.ip}`, FORMS_PER_MINUTE),
      )
      return reply.code(201).send(taken)
    },
  )
  app.post(
    '/counter/feedback',
    { config: { can: 'tickets.enter' }, schema: { body: CounterFeedback, response: { 201: Receipt } } },
    async (req, reply) => reply.code(201).send(await acceptCounterEntry(req.ctx, req.body)),
  )
  app.post(
    '/v1/feedback',
    { config: { apiScope: 'feedback.write' }, schema: { body: ApiFeedback, response: { 201: Receipt } } },
    async (req, reply) =>
      reply.code(201).send(await acceptFromApi(req.ctx, req.body, req.headers['idempotency-key'])),
  )
  app.get(
    '/v1/feedback/:number',
    {
      config: { apiScope: 'feedback.read' },
      schema: {
        params: z.strictObject({ number: z.string().regex(/^HY-\d{1,15}$/) }),
        response: { 200: ApiTicket },
      },
    },
    (req) => apiStatus(req.ctx, req.params.number),
  )
}
