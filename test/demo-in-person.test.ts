import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SalonDesk } from '#contracts/channels/salon'
import type { EventView } from '#contracts/loyalty/events'
import { loadRoster } from '#domains/people'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeStaff } from '#test/make'
import { readDemoBrands } from '../demo/demo-file.ts'
import { tellInPerson } from '../demo/in-person.ts'

let app: TestApp
let brand: MadeBrand
let admin: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-11-02T00:30:00+08:00' })
  brand = await app.make.brand({ pack: 'beauty' })
  await app.make.shop({ brand, name: '静安店' })
  await app.make.shop({ brand, name: '新天地店' })
  admin = await app.make.staff({ role: 'admin', brand })
  for (const role of ['lead', 'agent', 'quality', 'marketing', 'shop_staff'] as const)
    await app.make.staff({ role, brand })
})
afterAll(() => app.close())

test('the demo’s salon has an open event with sign-ups and a tablet with answers, also just after midnight', async () => {
  const { services } = app
  const ends = services.now()
  const roster = await services.db.inBrand(brand.id, (tx) => loadRoster(tx, ends))
  await tellInPerson({
    brand: readDemoBrands().find(({ pack }) => pack === 'beauty')!,
    roster,
    ends,
    as: (staffId, at) => {
      const { id, name, roles } = roster.people.find((p) => p.id === staffId) ?? roster.people[0]!
      return contextFor(
        { ...services, now: () => at },
        { kind: 'staff', brandId: brand.id, staffId: id, sessionId: '', name, grants: roles },
      )
    },
  })
  const { body: events } = await app.as(admin).get<EventView[]>('/events')
  expect(events).toMatchObject([{ phase: 'open', taken: 9 }])
  const { body: desks } = await app.as(admin).get<SalonDesk[]>('/salon/desks')
  expect(desks).toHaveLength(1)
  const kinds = await services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select(['channel_kind', 'kind'])
      .where('channel_kind', 'in', ['salon', 'event'])
      .orderBy('channel_kind')
      .orderBy('kind')
      .execute(),
  )
  expect(kinds.map(({ channel_kind, kind }) => `${channel_kind} ${kind}`)).toEqual([
    'event suggestion',
    'salon complaint',
    'salon praise',
    'salon suggestion',
  ])
})
