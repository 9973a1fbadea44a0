import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { AlarmPage } from '#contracts/insights'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

/** The law counts from when the house learned of it, not from when somebody tapped. */
const ILL = '喝完你们的红豆奶茶又吐又拉，进医院了，医生说是食物中毒'
const at = (time: string) => `2026-03-02T${time}:00+08:00`
const utc = (time: string) => new Date(at(time)).toISOString()
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let manager: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: at('09:00') })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长' })
})
afterAll(() => app.close())
beforeEach(() => app.setNow(at('09:00')))

const due = (room: Room, key: string) => room.checklist.find((step) => step.key === key)!.dueAt

/** An early warning of these shops that these tickets brought up. */
async function warnedOf(shops: MadeShop[], ticketIds: string[]): Promise<string> {
  const id = randomUUID()
  const now = app.services.now()
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .insertInto('insights.alarm')
      .values({
        brand_id: shop.brandId,
        id,
        state: 'new',
        urgent: true,
        kind: 'category',
        key: '["food_safety.ill"]',
        series: [],
        shop_ids: shops.map((one) => one.id),
        raised_at: now,
        sign_at: now,
        first_at: now,
        last_at: now,
        heard: 3,
        usual: 0.1,
        usual_week: 0.1,
        every_days: 90,
        ticket_ids: ticketIds,
        plot: JSON.stringify({ from: now.toISOString(), stepMin: 60, heard: [], usual: [] }),
      })
      .execute(),
  )
  return id
}

test('a ticket heard at nine whose room is opened at half past ten is reported by eleven', async () => {
  const ticket = await tell(app, shop, ILL)
  app.setNow(at('10:30'))
  const { body: room } = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [ticket.id] })
  expect(room).toMatchObject({ foundAt: utc('09:00'), openedAt: utc('10:30') })
  expect(due(room, 'report')).toBe(utc('11:00'))
  // The house's own times begin when people are called.
  expect(due(room, 'call_team')).toBe(utc('10:40'))
  const [grade] = room.grades.filter((g) => g.key === 'serious')
  const graded = await app.as(quality).patch<Room>(`/incidents/${room.id}`, { grade: grade!.key })
  expect(due(graded.body, 'report')).toBe(utc('11:00'))
})

test('a room opened from an early warning takes the plan of most of its tickets, and counts from the first that the plan is for', async () => {
  const other = '店员把我的手机号和住址发到了群里，你们泄露我的个人信息'
  app.setNow(at('09:00'))
  const odd = await tell(app, shop, other)
  app.setNow(at('09:40'))
  const first = await tell(app, shop, ILL)
  app.setNow(at('10:00'))
  const second = await tell(app, shop, '全家喝完奶茶上吐下泻，孩子食物中毒住院了')
  const { body: room } = await app.as(quality).post<Room>('/incidents', {
    source: 'alarm',
    ticketIds: [odd.id, first.id, second.id],
  })
  expect(room).toMatchObject({ planName: '疑似食物中毒', foundAt: utc('09:40'), openedAt: utc('10:00') })
})

test('whoever leads says when it was found in a room opened by hand; never after the opening, and the timeline keeps it', async () => {
  app.setNow(at('10:30'))
  const { body: room } = await app.as(manager).post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '幼儿园孩子集体不适',
    shopIds: [shop.id],
  })
  expect(due(room, 'report')).toBe(utc('12:30'))
  const { path, facts } = roomOf(
    () => app,
    () => room.id,
  )
  const say = (foundAt: string) => app.as(quality).patch<Room>(path(), { foundAt })
  expect((await say(utc('10:31'))).problem).toMatchObject({
    code: 'incidents.foundLater',
    field: 'foundAt',
  })
  const said = (await say(utc('08:15'))).body
  expect([said.foundAt, due(said, 'report')]).toEqual([utc('08:15'), utc('10:15')])
  expect(said.checklist.find((step) => step.key === 'report')!.late).toBe(true)
  expect((await facts(quality)).at(-1)).toMatchObject({
    fact: 'found',
    by: '李品控',
    data: { foundAt: utc('08:15'), before: utc('10:30') },
  })
  await say(utc('08:15'))
  expect((await facts(quality)).filter((entry) => entry.fact === 'found')).toHaveLength(1)
})

test('an early warning whose ticket already has a room belongs to that room, brings its shops, and leads into it', async () => {
  const beside = await app.make.shop({ name: '城东店' })
  const ticket = await tell(app, shop, ILL)
  const { body: room } = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [ticket.id] })
  const inBrand = app.services.db.inBrand
  const alarmId = await warnedOf([shop, beside], [ticket.id])
  const tapped = await app.as(quality).post<Room>('/incidents', {
    source: 'alarm',
    alarmId,
    ticketIds: [ticket.id],
    shopIds: [shop.id, beside.id],
  })
  expect([tapped.status, tapped.body.id, tapped.body.alarmId]).toEqual([200, room.id, alarmId])
  expect(tapped.body.involved.map((one) => one.name).sort()).toEqual(['城东店', '西湖店'])
  const { facts } = roomOf(
    () => app,
    () => room.id,
  )
  expect((await facts(quality)).at(-1)).toMatchObject({ fact: 'warned', by: '李品控' })

  const told = await inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('platform.event')
      .select('body')
      .where('name', '=', 'incidents.opened')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  expect(told.body).toMatchObject({ incidentId: room.id, alarmId })
  const hearer = app.modules.flatMap((m) => m.on ?? []).find((s) => s.subscriber === 'insights.linkIncident')!
  await hearer.run(systemContext(app.services, shop.brandId), told.body as never)
  const { rows } = (await app.as(quality).get<AlarmPage>('/alarms')).body
  expect(rows.find((one) => one.id === alarmId)).toMatchObject({ state: 'incident', incidentId: room.id })
})

test('a warning that joins a room moves the law’s clock to the first of its tickets that the room’s plan is for, and says so', async () => {
  const odd = await tell(app, shop, '店员把我的手机号和住址发到了群里，你们泄露我的个人信息')
  app.setNow(at('09:10'))
  const first = await tell(app, shop, ILL)
  app.setNow(at('09:40'))
  const second = await tell(app, shop, '全家喝完奶茶上吐下泻，孩子食物中毒住院了')
  app.setNow(at('10:00'))
  const { body: room } = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [second.id] })
  expect([room.foundAt, due(room, 'report')]).toEqual([utc('09:40'), utc('11:40')])
  const ticketIds = [odd.id, first.id, second.id]
  const alarmId = await warnedOf([shop], ticketIds)
  const { body: joined } = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'alarm', alarmId, ticketIds, shopIds: [shop.id] })
  expect([joined.id, joined.foundAt, due(joined, 'report')]).toEqual([room.id, utc('09:10'), utc('11:10')])
  const { facts } = roomOf(
    () => app,
    () => room.id,
  )
  expect((await facts(quality)).at(-1)).toMatchObject({
    fact: 'found',
    by: '李品控',
    data: { foundAt: utc('09:10'), before: utc('09:40') },
  })
})

test('a second warning comes into a room once, however often it is tapped', async () => {
  const ticket = await tell(app, shop, ILL)
  const tap = async (alarmId: string) =>
    (
      await app.as(quality).post<Room>('/incidents', {
        source: 'alarm',
        alarmId,
        ticketIds: [ticket.id],
        shopIds: [shop.id],
      })
    ).body
  const [own, other] = [await warnedOf([shop], [ticket.id]), await warnedOf([shop], [ticket.id])]
  const room = await tap(own)
  for (let times = 0; times < 3; times++) expect((await tap(other)).id).toBe(room.id)
  const { facts, read } = roomOf(
    () => app,
    () => room.id,
  )
  expect((await facts(quality)).filter((entry) => entry.fact === 'warned')).toHaveLength(1)
  expect((await read(quality)).alarmId).toBe(own)
  const told = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select('body').where('name', '=', 'incidents.opened').execute(),
  )
  const ofRoom = told.map(({ body }) => body as { incidentId: string; alarmId: string })
  expect(ofRoom.filter((one) => one.incidentId === room.id).map((one) => one.alarmId)).toEqual([own, other])
})

test('a quiet room shows within a minute that a linked ticket has ended', async () => {
  const ticket = await tell(app, shop, ILL)
  const { body: room } = await app
    .as(quality)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [ticket.id] })
  const linked = async () => (await app.as(quality).get<Room>(`/incidents/${room.id}`)).body.linked
  expect((await linked()).map((one) => one.closed)).toEqual([false])
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.updateTable('tickets.ticket').set({ status: 'closed' }).where('id', '=', ticket.id).execute(),
  )
  app.setNow(at('09:01'))
  expect((await linked()).map((one) => one.closed)).toEqual([true])
})
