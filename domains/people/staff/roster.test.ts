import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { loadRoster, type RosterPerson } from './roster.ts'

const NOW = new Date('2026-03-02T09:00:00+08:00')
let app: TestApp

beforeAll(async () => {
  app = await startApp({ now: NOW.toISOString() })
})
afterAll(() => app.close())

test('the roster holds who can sign in, with what their roles reach and whether they are there', async () => {
  const brand = await app.make.brand()
  const east = await app.make.region({ brand })
  const [a, b] = [
    await app.make.shop({ brand, regionId: east.id }),
    await app.make.shop({ brand, regionId: east.id }),
  ]
  const c = await app.make.shop({ brand })
  const agent = await app.make.staff({ brand, role: 'agent' })
  const region = await app.make.staff({ brand, role: 'region_manager', regionId: east.id })
  const rider = await app.make.staff({ role: 'rider', shop: c })
  const off = await app.make.staff({ brand, role: 'agent', onDuty: false })
  const away = await app.make.staff({ brand, role: 'agent' })
  const absent = await app.make.staff({ brand, role: 'agent' })
  const locked = await app.make.staff({ brand, role: 'agent' })
  const invited = await app.make.staff({ brand, role: 'agent', invited: true })
  const admin = await app.make.staff({ brand, role: 'admin' })
  await app.make.staff({ role: 'agent' })
  await app.as(away).patch('/me/preferences', { away: true })
  await app.as(absent).post(`/staff/${absent.id}/absences`, {
    from: '2026-03-01T00:00:00Z',
    to: '2026-03-05T00:00:00Z',
    deputyId: agent.id,
  })
  await app.as(admin).put(`/staff/${locked.id}/lock`)

  const roster = await app.services.db.inBrand(brand.id, (tx) => loadRoster(tx, NOW))

  expect(roster.shops.map((s) => s.id)).toEqual([a.id, b.id, c.id])
  expect(roster.shops[0]).toMatchObject({
    code: a.code,
    zone: 'Asia/Shanghai',
    state: 'open',
    regionId: east.id,
  })
  const person = (id: string) => roster.people.find((p: RosterPerson) => p.id === id)
  expect(person(agent.id)).toMatchObject({
    name: agent.name,
    locale: 'zh-CN',
    onDuty: true,
    roles: [{ role: 'agent', shops: 'all' }],
  })
  expect(person(region.id)?.roles).toEqual([{ role: 'region_manager', shops: [a.id, b.id] }])
  expect(person(rider.id)?.roles).toEqual([{ role: 'rider', shops: [c.id] }])
  expect([absent, agent].map((p) => person(p.id)?.deputyId)).toEqual([agent.id, null])
  expect([off, away, absent].map((p) => person(p.id)?.onDuty)).toEqual([false, false, false])
  expect([locked, invited].map((p) => person(p.id))).toEqual([undefined, undefined])
  expect(roster.people).toHaveLength(7)
})
