import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeStaff } from '#test/make'

/** Whoever waits longest is seen to first; what can't be seen to never keeps the others waiting. */
const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let quality: MadeStaff
let id = ''
const the = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: NOON })
  const shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', onDuty: true })
  const tap = { source: 'hand', plan: 'food_poisoning', title: '疑似食物中毒', shopIds: [shop.id] }
  id = (await app.as(quality).post<Room>('/incidents', tap)).body.id
  await app.services.db.inBrand(shop.brandId, async (tx) => {
    await sql`create temp table broken on commit drop as
      select gen_random_uuid() as id, 1000 + n as number from generate_series(1, 210) n`.execute(tx)
    await sql`insert into incidents.incident (brand_id, id, number, drill, title, kind, plan_key, plan, playbook_version_id, source, opened_at, found_at)
      select i.brand_id, b.id, b.number, false, i.title, i.kind, i.plan_key, '{}', i.playbook_version_id, i.source, i.opened_at, i.found_at
      from incidents.incident i, broken b where i.id = ${id}::uuid`.execute(tx)
    await sql`insert into incidents.step (brand_id, id, incident_id, key, position, phase, post, due_at, next_at)
      select i.brand_id, gen_random_uuid(), b.id, 'broken', 1, 'first', '', i.opened_at, i.opened_at
      from incidents.incident i, broken b where i.id = ${id}::uuid`.execute(tx)
  })
})
afterAll(() => app.close())

test('a step that is late is told, although hundreds of rooms that wait longer can’t be seen to', async () => {
  const step = (await the.read(quality)).checklist.find(({ dueAt }) => dueAt)!
  app.setNow(new Date(Date.parse(step.dueAt!) + 60_000).toISOString())
  await app.sweep()
  const late = (await the.facts(quality)).filter(({ fact }) => fact === 'step_late')
  expect(late.map(({ data }) => data.step)).toContain(step.key)
})
