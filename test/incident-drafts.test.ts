import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'

/** What somebody is writing in a room is theirs, sealed, and gone with the room. */
const WORDS = '{"patients":"王小明，13 岁，市一医院"}'
let app: TestApp
let shop: MadeShop
let people: Record<'quality' | 'lead' | 'kitchen', MadeStaff>
let id = ''
const the = roomOf(
  () => app,
  () => id,
)
const drafts = async (by: MadeStaff) => (await app.as(by).get(the.path('/drafts'))).body
const save = (by: MadeStaff, text: string, part = 'sheet') =>
  app.as(by).put(the.path(`/drafts/${part}`), { text })

/** What the worker does of what has happened. */
async function hear(subscriber: string): Promise<void> {
  const events = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select(['name', 'body']).orderBy('id').execute(),
  )
  const ctx = systemContext(app.services, shop.brandId)
  for (const one of app.modules.flatMap((m) => m.on ?? []).filter((s) => s.subscriber === subscriber))
    for (const event of events.filter(({ name }) => name === one.event))
      await one.run(ctx, event.body as never)
}

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop({ name: '西湖店' })
  people = {
    quality: await app.make.staff({ role: 'quality', name: '李品控' }),
    lead: await app.make.staff({ role: 'lead', name: '陈主管' }),
    kitchen: await app.make.staff({ role: 'kitchen', shop }),
  }
  const tap = { source: 'hand', plan: 'food_poisoning', title: '疑似食物中毒', shopIds: [shop.id] }
  id = (await app.as(people.quality).post<Room>('/incidents', tap)).body.id
})
afterAll(() => app.close())

test('what somebody writes is there again for them and for nobody else, and changes nothing in the room', async () => {
  const before = await the.read(people.lead)
  expect((await save(people.quality, '{"patients":"王小明"}')).status).toBe(200)
  await save(people.quality, WORDS)
  await save(people.quality, '{"text":"问过医院"}', 'entry')
  expect(await drafts(people.quality)).toEqual([
    { part: 'entry', text: '{"text":"问过医院"}' },
    { part: 'sheet', text: WORDS },
  ])
  expect(await drafts(people.lead)).toEqual([])
  expect((await save(people.kitchen, WORDS)).status).toBe(404)
  const after = await the.read(people.lead)
  expect(after.version).toBe(before.version)
})

test('nobody reads it in the database', async () => {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('incidents.draft').selectAll().execute(),
  )
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row.text_enc.toString('utf8')).not.toContain('医院')
    expect(row.text_enc.toString('latin1')).not.toContain(Buffer.from('医院').toString('latin1'))
  }
})

test('what is longer than is kept is refused with a reason, and what was kept before stays', async () => {
  const refused = await save(people.quality, '长'.repeat(60_001))
  expect([refused.status, refused.problem.code]).toEqual([413, 'incidents.draftTooLong'])
  expect(refused.problem.detail).toContain('60000')
  expect(await drafts(people.quality)).toContainEqual({ part: 'sheet', text: WORDS })
})

test('what somebody was writing is gone once they are out of the room, or have left the brand', async () => {
  const { quality, kitchen } = people
  const kept = async () =>
    (
      await app.services.db.inBrand(shop.brandId, (tx) =>
        tx.selectFrom('incidents.draft').select('staff_id').execute(),
      )
    ).map((row) => row.staff_id)
  const bring = (staffId: string) => app.as(quality).post(the.path('/members'), { staffId, post: '' })
  const out = (staffId: string) => app.as(quality).delete(the.path(`/members/${staffId}`))
  await bring(kitchen.id)
  expect((await save(kitchen, WORDS)).status).toBe(200)
  await out(kitchen.id)
  expect(await kept()).not.toContain(kitchen.id)
  await bring(kitchen.id)
  expect(await drafts(kitchen)).toEqual([])

  // Whoever may come in without being of the team goes on writing.
  await bring(people.lead.id)
  await save(people.lead, WORDS)
  await out(people.lead.id)
  expect(await kept()).toContain(people.lead.id)
  const leaver = await app.make.staff({ role: 'lead', name: '走的人' })
  await save(leaver, WORDS)
  const admin = await app.make.staff({ role: 'admin' })
  const locked = await app.as(admin).put(`/staff/${leaver.id}/lock`, {})
  expect(locked.status, locked.text).toBe(200)
  await hear('incidents.forgetDrafts')
  expect(await kept()).not.toContain(leaver.id)
  await save(people.lead, '')
})

test('what was sent is a draft no more, and with the closing nothing of anybody’s is left', async () => {
  await save(people.quality, '', 'entry')
  expect(await drafts(people.quality)).toEqual([{ part: 'sheet', text: WORDS }])
  await save(people.lead, '{"what":{"text":"两人","read":0}}', 'review')
  await the.finishTheRest(people.quality, '已经处理')
  await app.as(people.quality).put(the.path('/review'), { what: '三人不适', why: '红豆在常温下放了五小时' })
  const measure = { text: '红豆两小时一换', ownerId: people.quality.id, dueOn: '2026-03-10' }
  await app.as(people.quality).post(the.path('/measures'), measure)
  const closed = await app.as(people.quality).put<Room>(the.path('/closure'), { words: '已经处置完毕' })
  expect(closed.body.status, closed.text).toBe('closed')
  expect([await drafts(people.quality), await drafts(people.lead)]).toEqual([[], []])
  expect((await save(people.quality, WORDS)).problem.code).toBe('incidents.closed')
})
