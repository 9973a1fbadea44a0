import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { incidentNoticed, type Room } from '#contracts/incidents'
import type { Beside } from '#contracts/incidents/beside'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { type Told, tell } from '#test/told'

/** An early warning of a shop goes on counting: what calls for another plan does not slip into the room, and what makes the matter graver is said. */
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let id = ''
const alarmId = randomUUID()
const tickets: string[] = []
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  shop = await app.make.shop({ name: '西湖银泰店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  const wire = await tell(app, shop, '红豆奶茶里喝出一截铁丝')
  await warned(wire)
  id = (await app.as(quality).post<Room>('/incidents', { source: 'alarm', alarmId, ticketIds: [wire.id] }))
    .body.id
})
afterAll(() => app.close())

/** The warning counts these too, and whoever listens to it hears of that twice, as may happen. */
async function warned(...told: Told[]): Promise<void> {
  tickets.push(...told.map((one) => one.id))
  const now = app.services.now()
  const row = { brand_id: shop.brandId, id: alarmId, ticket_ids: tickets }
  const rest = { series: [], shop_ids: [shop.id], raised_at: now, sign_at: now, first_at: now, last_at: now }
  const plot = JSON.stringify({ from: now.toISOString(), stepMin: 60, heard: [], usual: [] })
  const counts = { heard: 3, usual: 0.1, usual_week: 0.1, every_days: 90, plot }
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .insertInto('insights.alarm')
      .values({ ...row, ...rest, ...counts, state: 'new', urgent: true, kind: 'shop', key: `["${shop.id}"]` })
      .onConflict((c) => c.columns(['brand_id', 'id']).doUpdateSet({ ticket_ids: tickets }))
      .execute(),
  )
  const grew = app.modules.flatMap((m) => m.on ?? []).find((s) => s.subscriber === 'incidents.alarmGrew')!
  for (const _ of [1, 2]) await grew.run(systemContext(app.services, shop.brandId), { alarmId } as never)
}
const linked = async () => (await room.read(quality)).linked.map((one) => one.id)
const beside = async () => (await app.as(quality).get<Beside>(room.path('/beside'))).body
/** How often the leader was told that the matter is graver. */
const rung = async () => {
  const events = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select('body').where('name', '=', incidentNoticed.name).execute(),
  )
  const notices = events.flatMap(({ body }) => incidentNoticed.body.parse(body).notices)
  return notices.filter((one) => one.kind === 'incident_graver' && one.staffId === quality.id).length
}
const lines = async (fact: string) => (await room.facts(quality)).filter((one) => one.fact === fact)

test('people who are ill do not slip into a room about metal: they stand beside it, and another plan is proposed', async () => {
  const swollen = await tell(app, shop, '吃完嘴唇肿了喘不上气，花生过敏')
  const queue = await tell(app, shop, '排队太久了')
  await warned(swollen, queue)
  expect(await linked()).toHaveLength(1)
  const waits = await beside()
  expect(waits.tickets).toMatchObject([{ id: swollen.id, planName: '食物过敏', shopName: '西湖银泰店' }])
  expect(waits.plan).toEqual({ key: 'allergy', name: '食物过敏' })
  expect((await lines('plan_proposed')).map(({ data }) => data.planName)).toEqual(['食物过敏'])
  expect(await lines('beside')).toHaveLength(1)
})

test('it gets a room of its own with one tap, and waits no longer beside this one', async () => {
  const ticket = (await beside()).tickets[0]!.id
  const own = await app.as(quality).post<Room>('/incidents', { source: 'ticket', ticketIds: [ticket] })
  expect([own.status, own.body.planName]).toEqual([201, '食物过敏'])
  expect((await beside()).tickets).toEqual([])
})

test('a ticket that is in a room already can be given its own as well', async () => {
  const first = tickets[0]!
  const own = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [first], anew: true, plan: 'public_opinion' })
  expect([own.status, own.body.id === id]).toEqual([201, false])
})

test('a second customer with the same trouble raises the degree that nobody has confirmed, and says why', async () => {
  expect((await room.read(quality)).gradeName).toBe('单件')
  await warned(await tell(app, shop, '奶茶里也有一截铁丝'))
  const now = await room.read(quality)
  expect([now.gradeName, now.tickets]).toEqual(['批次', 2])
  expect((await lines('graded_more'))[0]?.data).toMatchObject({
    fromName: '单件',
    toName: '批次',
    customers: 2,
  })
  expect(now.checklist.find((step) => step.key === 'grade')!.state).toBe('open')
})

test('over a degree that somebody has given a graver one is only proposed, once, and taken with one tap', async () => {
  await app.as(quality).patch(room.path(''), { grade: 'single' })
  await warned(await tell(app, shop, '奶茶里有铁丝，把嘴划破了'))
  expect((await room.read(quality)).gradeName).toBe('单件')
  expect((await beside()).grade).toEqual({ key: 'injured', name: '伤人' })
  expect(await lines('grade_proposed')).toHaveLength(1)
  await app.as(quality).patch(room.path(''), { grade: 'injured' })
  expect((await beside()).grade).toBeNull()
  expect((await room.read(quality)).gradeName).toBe('伤人')
})

test('a ticket that has nothing to do with it is put aside for good, and the timeline says by whom', async () => {
  const dizzy = await tell(app, shop, '喝完头晕呕吐，怀疑食物中毒')
  await warned(dizzy)
  const [waits, ...others] = (await beside()).tickets
  expect([waits?.id, others]).toEqual([dizzy.id, []])
  expect((await app.as(quality).delete(room.path(`/tickets/${dizzy.id}`))).status).toBe(200)
  await warned()
  expect((await beside()).tickets).toEqual([])
  expect(await linked()).not.toContain(dizzy.id)
  expect((await lines('not_ours'))[0]).toMatchObject({ by: '李品控', data: { tickets: [waits!.number] } })
  const stranger = await tell(app, shop, '排队排了很久')
  expect((await app.as(quality).delete(room.path(`/tickets/${stranger.id}`))).status).toBe(422)
})

test('the same plan is proposed once, however many of its kind come', async () => {
  await warned(await tell(app, shop, '吃完嘴唇肿了喘不上气，花生过敏，第二位'))
  const before = [(await lines('plan_proposed')).length, await rung()]
  await warned(await tell(app, shop, '吃完嘴唇肿了喘不上气，花生过敏，第三位'))
  await warned(await tell(app, shop, '吃完嘴唇肿了喘不上气，花生过敏，第四位'))
  expect((await beside()).plan?.key).toBe('allergy')
  expect((await beside()).tickets).toHaveLength(3)
  expect([(await lines('plan_proposed')).length, await rung()]).toEqual(before)
})

test('however much waits beside it, nothing is said twice and each can be put aside', async () => {
  const ids = JSON.stringify({
    ids: Array.from({ length: 250 }, () => randomUUID()),
    tickets: [],
    shopIds: [],
  })
  await app.services.db.inBrand(shop.brandId, (tx) =>
    sql`insert into incidents.entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
      'at', e.at - interval '1 minute', 'data', ${ids}::jsonb))).* from incidents.entry e
      where e.incident_id = ${id}::uuid and e.fact = 'beside' order by e.at limit 1`.execute(tx),
  )
  const before = (await lines('beside')).length
  const last = await tell(app, shop, '吃完嘴唇肿了喘不上气，花生过敏，第五位')
  await warned(last)
  expect(await lines('beside')).toHaveLength(before + 1)
  expect((await app.as(quality).delete(room.path(`/tickets/${last.id}`))).status).toBe(200)
})

test('whoever reads for one of the shops is told of no ticket of another shop, nor what the team is asked to decide', async () => {
  const east = await app.make.shop({ name: '城东店' })
  const manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长' })
  const here = await tell(app, shop, '吃完全身起疹子，坚果过敏')
  const there = await tell(app, east, '吃完嘴唇肿了，坚果过敏')
  await warned(here, there)
  const [told] = (await lines('beside')).slice(-1)
  expect(told!.data.ids).toEqual([here.id, there.id])

  const seen = await room.facts(manager)
  const facts = seen.map(({ fact }) => fact)
  expect(facts).toContain('graded')
  expect(facts.filter((fact) => ['grade_proposed', 'plan_proposed'].includes(fact))).toEqual([])
  const named = (fact: string) => seen.filter((one) => one.fact === fact).map(({ data }) => data.tickets)
  expect(named('beside').at(-1)).toBeUndefined()
  expect(named('beside')[0]).toHaveLength(1)
  expect(named('alarm_linked').filter(Boolean)).toEqual([])
  const numbers = told!.data.tickets as string[]
  expect([there.id, ...numbers].filter((one) => JSON.stringify(seen).includes(one))).toEqual([])
})

test('somebody who is ill of the same thing comes in, and the other plan is proposed until whoever leads says no', async () => {
  const metal = await tell(app, shop, '奶茶里喝出一块玻璃')
  const opened = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [metal.id], plan: 'foreign_object' })
  const own = roomOf(
    () => app,
    () => opened.body.id,
  )
  const standing = async () => (await app.as(quality).get<Beside>(own.path('/beside'))).body
  const ill = await tell(app, shop, '喝出塑料片，喝完我们两个人上吐下泻去了医院')
  await app.as(quality).post(own.path('/tickets'), { ticketIds: [ill.id] })
  expect((await standing()).plan).toEqual({ key: 'food_poisoning', name: '疑似食物中毒' })
  const keep = (key: string) => app.as(quality).post(own.path('/kept'), { what: 'plan', key })
  expect((await keep('allergy')).problem.code).toBe('incidents.nothingProposed')
  expect((await keep('food_poisoning')).status).toBe(201)
  expect((await standing()).plan).toBeNull()
  const more = await tell(app, shop, '喝到塑料，我也上吐下泻去医院了')
  await app.as(quality).post(own.path('/tickets'), { ticketIds: [more.id] })
  expect((await standing()).plan).toBeNull()
  const facts = (await own.facts(quality)).map((one) => one.fact)
  expect(facts.filter((one) => one === 'plan_proposed' || one === 'plan_kept')).toEqual([
    'plan_proposed',
    'plan_kept',
  ])
  expect((await keep('food_poisoning')).problem.code).toBe('incidents.nothingProposed')
})

test('what comes in and what stays beside it are asked about together, in one line', async () => {
  const before = (await lines('plan_proposed')).length
  await warned(
    await tell(app, shop, '奶茶里有铁丝，喝完我们两个人上吐下泻去了医院'),
    await tell(app, shop, '喝完上吐下泻，医院说是食物中毒'),
  )
  const proposed = (await lines('plan_proposed')).slice(before)
  expect(proposed.map(({ data }) => data.planName)).toEqual(['疑似食物中毒'])
})
