import { randomUUID } from 'node:crypto'
import type { SalonDesk } from '#contracts/channels/salon'
import type { EventView, SignUpRow } from '#contracts/loyalty/events'
import type { Made, World } from './permission-world.ts'

const EVENT = {
  name: { 'zh-CN': '试饮会' },
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: '2027-01-01T00:00:00Z',
  consent: { 'zh-CN': '同意登记。' },
}
let phones = 13_700_000_000

async function event({ app, shop, callers, shopsOwn, brandsOwn }: World): Promise<EventView> {
  const admin = app.as(callers.admin.wide)
  const made = await admin.post<EventView>('/events', { ...EVENT, shopIds: [shop.id] })
  if (made.status !== 201) throw new Error(`no event was made: ${made.text}`)
  const { body } = await admin.put<EventView>(`/events/${made.body.id}/state`, { state: 'open' })
  shopsOwn.add(body.id)
  brandsOwn.add(body.id)
  return body
}

async function signUp(world: World): Promise<Made> {
  const { app, shop, callers } = world
  const { id, url } = await event(world)
  const body = {
    submissionId: randomUUID(),
    name: '小雨',
    phone: String(++phones),
    consent: true,
    consentVersion: 1,
  }
  const slug = url.split('/').at(-1)
  const sent = await app.anonymous.post(`/public/events/${slug}/sign-ups`, body, {
    ip: `10.7.${(phones >> 8) & 255}.${phones & 255}`,
  })
  if (sent.status !== 201) throw new Error(`nobody signed up: ${sent.text}`)
  const list = await app.as(callers.admin.wide).get<{ rows: SignUpRow[] }>(`/events/${id}/sign-ups`)
  return { params: { id, signUpId: list.body.rows[0]!.id }, shopId: shop.id }
}

async function desk({ app, shop, callers, shopsOwn, brandsOwn }: World): Promise<Made> {
  const { body } = await app.as(callers.admin.wide).post<SalonDesk>('/salon/desks', { shopId: shop.id })
  shopsOwn.add(body.id)
  brandsOwn.add(body.id)
  return { params: { id: body.id }, shopId: shop.id }
}

/** Events and the salon's tablets of the shop. */
export const IN_PERSON_RECORDERS: Record<string, { make: (world: World) => Promise<Made>; vanishes?: true }> =
  {
    '/events/:id': {
      make: async (world) => ({ params: { id: (await event(world)).id }, shopId: world.shop.id }),
    },
    '/events/:id/sign-ups/:signUpId': { make: signUp, vanishes: true },
    '/salon/desks/:id': { make: desk },
  }
