import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeadLetterList, StrayList } from '#contracts/channels/connect'
import type { Import } from '#contracts/tickets/import'
import { loadRoster } from '#domains/people'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeStaff } from '#test/make'
import type { DemoBrand } from '../demo/demo-file.ts'
import { tellTalks } from '../demo/talks.ts'

let app: TestApp
let brand: MadeBrand
let admin: MadeStaff
let lead: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-11-02T15:00:00+08:00' })
  brand = await app.make.home()
  await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  lead = await app.make.staff({ role: 'lead' })
  await app.make.staff({ role: 'agent', name: '沈知夏' })
})
afterAll(() => app.close())

test('the demo talks through its channels: a stray, an undelivered answer, a missed call and an import are there', async () => {
  const { services } = app
  const ends = services.now()
  const look = new pg.Pool({ connectionString: app.database.ownerUrl, max: 1 })
  // The database may be dropped before the last goodbye has arrived.
  look.on('error', () => {})
  look.on('connect', (client) => client.on('error', () => {}))
  const roster = await services.db.inBrand(brand.id, (tx) => loadRoster(tx, ends))
  const staff = [{ name: '沈知夏', login: 'shen', role: 'agent' }]
  const told = { pack: 'restaurant', brand: { login: 'test' }, staff } as unknown as DemoBrand
  await tellTalks({
    services,
    brandId: brand.id,
    brand: told,
    roster,
    ends,
    look,
    as: (staffId, at) => {
      const person = roster.people.find((p) => p.id === staffId) ?? roster.people[0]!
      const { id, name, roles } = person
      return contextFor(
        { ...services, now: () => at },
        { kind: 'staff', brandId: brand.id, staffId: id, sessionId: '', name, grants: roles },
      )
    },
  })
  await look.end()
  const strays = (await app.as(admin).get<z.infer<typeof StrayList>>('/channels/strays')).body.messages
  const letters = (await app.as(admin).get<z.infer<typeof DeadLetterList>>('/channels/letters')).body.letters
  expect([strays.length, letters.map((one) => one.problem)]).toEqual([1, ['unfollowed']])
  const { body: calls } = await app.as(lead).get<{ calls: { state: string; owed: boolean }[] }>('/calls')
  expect(calls.calls.filter((one) => one.state === 'missed' && one.owed).length).toBeGreaterThan(0)
  const { body: imports } = await app.as(lead).get<Import[]>('/imports')
  expect(imports).toMatchObject([{ state: 'done', counts: { refused: 1, seen: 30 } }])
}, 120_000)
