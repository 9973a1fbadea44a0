import { z } from 'zod'
import {
  CheckSlip,
  KioskFront,
  KioskPresence,
  KioskSetup,
  RenewSlipKey,
  SaveKiosk,
  SlipKeyMade,
  SlipSetup,
  SlipVerdict,
} from '#contracts/channels/box'
import { IdParam } from '#contracts/kit'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { readKiosk, renewKioskLink, saveKiosk, takePresence } from './kiosk.ts'
import { checkSlip, readSlipSetup, renewSlipKey } from './slip-keys.ts'

const Slug = z.strictObject({ slug: z.string().min(4).max(40) })
const CHECKS_PER_MINUTE = 60
/** Of one address, behind which a shop may keep several tablets. */
const PRESENCES_PER_MINUTE = 120
const manage = { can: 'channels.manageCodes' } as const

/** The in-store box: tills that print codes, and tablets at the door. */
export function boxRoutes(app: App): void {
  const params = IdParam
  const slip = { 200: SlipSetup }
  const kiosk = { 200: KioskSetup }
  app.get('/codes/:id/slip', { config: manage, schema: { params, response: slip } }, (req) =>
    readSlipSetup(req.ctx, req.params.id),
  )
  app.put(
    '/codes/:id/slip-key',
    { config: manage, schema: { params, body: RenewSlipKey, response: { 200: SlipKeyMade } } },
    (req) => renewSlipKey(req.ctx, req.params.id, req.body),
  )
  app.post(
    '/codes/:id/slip-checks',
    { config: manage, schema: { params, body: CheckSlip, response: { 200: SlipVerdict } } },
    async (req) => {
      await limitRate(req.ctx, `slip:${req.params.id}`, CHECKS_PER_MINUTE)
      return checkSlip(req.ctx, req.params.id, req.body)
    },
  )
  app.get('/codes/:id/kiosk', { config: manage, schema: { params, response: kiosk } }, (req) =>
    readKiosk(req.ctx, req.params.id),
  )
  app.patch(
    '/codes/:id/kiosk',
    { config: manage, schema: { params, body: SaveKiosk, response: kiosk } },
    (req) => saveKiosk(req.ctx, req.params.id, req.body),
  )
  app.put('/codes/:id/kiosk/link', { config: manage, schema: { params, response: kiosk } }, (req) =>
    renewKioskLink(req.ctx, req.params.id),
  )
  app.put(
    '/public/kiosks/:slug/presence',
    {
      config: { public: true },
      schema: { params: Slug, body: KioskPresence, response: { 200: KioskFront } },
    },
    async (req) => {
      await limitRate(req.ctx, `kiosk:${req.ip}`, PRESENCES_PER_MINUTE)
      return takePresence(req.ctx, req.params.slug, req.body)
    },
  )
}
