import { z } from 'zod'
import {
  CreateSalonDesk,
  PublicSalon,
  SalonDesk,
  SalonForm,
  SalonFormView,
  SaveSalonDesk,
} from '#contracts/channels/salon'
import { IdParam, Locale } from '#contracts/kit'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import {
  createSalonDesk,
  listSalonDesks,
  readPublicSalon,
  readSalonForm,
  saveSalonForm,
  switchSalonDesk,
} from './salon.ts'

const params = IdParam

/** The salon's face-to-face form (I1): its words, the tablets' addresses, and the form itself. */
export function salonRoutes(app: App): void {
  const read = { can: 'channels.readSalon' }
  const manage = { can: 'channels.manageSalon' }
  app.get('/salon/form', { config: read, schema: { response: { 200: SalonFormView } } }, (req) =>
    readSalonForm(req.ctx),
  )
  app.put(
    '/salon/form',
    {
      config: { can: 'channels.editSalon' },
      schema: { body: SalonForm, response: { 200: SalonFormView } },
    },
    (req) => saveSalonForm(req.ctx, req.body),
  )
  app.get('/salon/desks', { config: read, schema: { response: { 200: z.array(SalonDesk) } } }, (req) =>
    listSalonDesks(req.ctx),
  )
  app.post(
    '/salon/desks',
    { config: manage, schema: { body: CreateSalonDesk, response: { 201: SalonDesk } } },
    async (req, reply) => reply.code(201).send(await createSalonDesk(req.ctx, req.body.shopId)),
  )
  app.patch(
    '/salon/desks/:id',
    { config: manage, schema: { params, body: SaveSalonDesk, response: { 200: SalonDesk } } },
    (req) => switchSalonDesk(req.ctx, req.params.id, req.body.on),
  )
  app.get(
    '/public/salon/:slug',
    {
      config: { public: true },
      schema: {
        params: z.strictObject({ slug: z.string().min(4).max(40) }),
        querystring: z.strictObject({ locale: Locale.optional() }),
        response: { 200: PublicSalon },
      },
    },
    async (req) => {
      await limitRate(req.ctx, `salon:${req.ip}`, 120)
      return readPublicSalon(req.ctx, req.params.slug)
    },
  )
}
