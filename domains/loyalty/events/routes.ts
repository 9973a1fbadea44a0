import { z } from 'zod'
import { IdParam, Locale } from '#contracts/kit'
import {
  Confirmation,
  EventView,
  PublicEvent,
  RewardPage,
  SaveEvent,
  SaveEventState,
  SignUpContact,
  SignUpPage,
  SignUpParams,
  SignUpQuery,
  SignUpReason,
  Withdrawal,
} from '#contracts/loyalty/events'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { readConfirmation, withdraw } from './confirmation.ts'
import { readLedger } from './ledger.ts'
import { createEvent, eventQr, listEvents, readEvent, saveEvent, setEventState } from './manage-events.ts'
import { readPublicEvent } from './public-event.ts'
import { cancelSignUp, exportSignUps, listSignUps, revealSignUp } from './sign-ups.ts'

const params = IdParam
const querystring = z.strictObject({ locale: Locale.optional() })
const Slug = z.strictObject({ slug: z.string().min(4).max(40) })
const Token = z.strictObject({ token: z.string().min(8).max(80) })
const read = { can: 'loyalty.readEvents' }
const manage = { can: 'loyalty.manageEvents' }
const reveal = { can: 'loyalty.revealSignUps' }

/** Events (L4, C3) for those who make them; signing up itself stands in the room that opens tickets. */
export function eventRoutes(app: App): void {
  publicRoutes(app)
  peopleRoutes(app)
  app.get('/events', { config: read, schema: { response: { 200: z.array(EventView) } } }, (req) =>
    listEvents(req.ctx),
  )
  app.post(
    '/events',
    { config: manage, schema: { body: SaveEvent, response: { 201: EventView } } },
    async (req, reply) => reply.code(201).send(await createEvent(req.ctx, req.body)),
  )
  app.get('/events/:id', { config: read, schema: { params, response: { 200: EventView } } }, (req) =>
    readEvent(req.ctx, req.params.id),
  )
  app.put(
    '/events/:id',
    { config: manage, schema: { params, body: SaveEvent, response: { 200: EventView } } },
    (req) => saveEvent(req.ctx, req.params.id, req.body),
  )
  app.put(
    '/events/:id/state',
    { config: manage, schema: { params, body: SaveEventState, response: { 200: EventView } } },
    (req) => setEventState(req.ctx, req.params.id, req.body.state),
  )
  app.get('/events/:id/qr.svg', { config: read, schema: { params } }, async (req, reply) =>
    reply.type('image/svg+xml').send(await eventQr(req.ctx, req.params.id)),
  )
  app.get(
    '/event-rewards',
    {
      config: { can: 'loyalty.readLedger' },
      schema: { querystring: SignUpQuery, response: { 200: RewardPage } },
    },
    (req) => readLedger(req.ctx, req.query),
  )
}

function peopleRoutes(app: App): void {
  app.get(
    '/events/:id/sign-ups',
    { config: read, schema: { params, querystring: SignUpQuery, response: { 200: SignUpPage } } },
    (req) => listSignUps(req.ctx, req.params.id, req.query),
  )
  app.post(
    '/events/:id/sign-ups/export',
    { config: reveal, schema: { params, body: SignUpReason, response: { 200: z.string() } } },
    async (req, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .send(await exportSignUps(req.ctx, req.params.id, req.body.reason)),
  )
  app.post(
    '/events/:id/sign-ups/:signUpId/contact',
    {
      config: reveal,
      schema: { params: SignUpParams, body: SignUpReason, response: { 200: SignUpContact } },
    },
    (req) => revealSignUp(req.ctx, req.params, req.body.reason),
  )
  app.post(
    '/events/:id/sign-ups/:signUpId/cancellation',
    { config: manage, schema: { params: SignUpParams, body: SignUpReason, response: { 204: z.null() } } },
    async (req, reply) => {
      await cancelSignUp(req.ctx, req.params, req.body.reason)
      return reply.code(204).send(null)
    },
  )
}

function publicRoutes(app: App): void {
  app.get(
    '/public/events/:slug',
    {
      config: { public: true },
      schema: { params: Slug, querystring, response: { 200: PublicEvent } },
    },
    async (req) => {
      await limitRate(req.ctx, `event:${req.ip}`, 240)
      return readPublicEvent(req.ctx, req.params.slug, req.query.locale ?? req.ctx.locale)
    },
  )
  app.get(
    '/public/sign-ups/:token',
    {
      config: { public: true },
      schema: { params: Token, querystring, response: { 200: Confirmation } },
    },
    async (req) => {
      await limitRate(req.ctx, `sign-up:${req.ip}`, 120)
      return readConfirmation(req.ctx, req.params.token, req.query.locale ?? req.ctx.locale)
    },
  )
  app.put(
    '/public/sign-ups/:token/withdrawal',
    {
      config: { public: true },
      schema: { params: Token, querystring, body: Withdrawal, response: { 200: Confirmation } },
    },
    async (req) => {
      await limitRate(req.ctx, `withdraw:${req.ip}`, 60)
      return withdraw(req.ctx, req.params.token, req.query.locale ?? req.ctx.locale, req.body.purpose)
    },
  )
}
