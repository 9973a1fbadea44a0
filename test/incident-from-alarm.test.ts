import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room } from '#contracts/incidents'
import type { OpeningOffer } from '#contracts/incidents/opening'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { type Told, tell } from '#test/told'

/** An early warning of a shop hears many things: before a room is opened or joined from it, somebody sees which of them come in, and where. */
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let wire: Told
let odd: Told
let fresh: Told
let alarmId: string
let first: Room

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  shop = await app.make.shop({ name: '西湖银泰店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  wire = await tell(app, shop, '奶茶里喝出一截铁丝')
  odd = await tell(app, shop, '店员把我的手机号和住址发到了群里，你们泄露我的个人信息')
  fresh = await tell(app, shop, '奶茶里喝出一片塑料')
  first = (await app.as(quality).post<Room>('/incidents', { source: 'ticket', ticketIds: [wire.id] })).body
  alarmId = await warnedOf([wire, odd, fresh])
})
afterAll(() => app.close())

async function warnedOf(told: Told[]): Promise<string> {
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
        kind: 'shop',
        key: JSON.stringify([shop.id]),
        series: [],
        shop_ids: [shop.id],
        raised_at: now,
        sign_at: now,
        first_at: now,
        last_at: now,
        heard: 3,
        usual: 0.1,
        usual_week: 0.1,
        every_days: 90,
        ticket_ids: told.map((one) => one.id),
        plot: JSON.stringify({ from: now.toISOString(), stepMin: 60, heard: [], usual: [] }),
      })
      .execute(),
  )
  return id
}
/** What the worker does of an opened room: it hands the warning's tickets on to the room. */
async function deliver(): Promise<void> {
  const hearers = app.modules
    .flatMap((m) => m.on ?? [])
    .filter((s) => s.subscriber === 'incidents.alarmLinked')
  const events = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select(['name', 'body']).orderBy('id').execute(),
  )
  const ctx = systemContext(app.services, shop.brandId)
  for (const event of events)
    for (const hearer of hearers.filter((h) => h.event === event.name))
      await hearer.run(ctx, event.body as never)
}
const numbers = (room: Room) => room.linked.map((ticket) => ticket.id).toSorted()

test('says which tickets the plan is for, and which are in a room already', async () => {
  const { body } = await app
    .as(quality)
    .get<z.infer<typeof OpeningOffer>>(`/incidents/opening?alarmId=${alarmId}`)
  expect(body.room).toBe(first.number)
  const of = ({ id }: Told) => body.tickets.find((ticket) => ticket.id === id)
  expect(of(wire)).toMatchObject({ room: first.number, shopName: '西湖银泰店' })
  expect([of(odd)!.room, of(fresh)!.room]).toEqual([null, null])
  expect(body.tickets.filter(({ about }) => about)).not.toHaveLength(3)
})

test('a room of its own takes what was ticked, and what was left out stays out of it', async () => {
  const { body: room, status } = await app.as(quality).post<Room>('/incidents', {
    source: 'alarm',
    alarmId,
    plan: 'foreign_object',
    ticketIds: [fresh.id],
    without: [wire.id, odd.id],
    anew: true,
  })
  expect([status, numbers(room)]).toEqual([201, [fresh.id]])
  await deliver()
  const after = await app.as(quality).get<Room>(`/incidents/${room.id}`)
  expect(numbers(after.body)).toEqual([fresh.id])
  expect(numbers((await app.as(quality).get<Room>(`/incidents/${first.id}`)).body)).toEqual([wire.id])
})

test('joined, the room that is there gets only what was ticked', async () => {
  const other = await warnedOf([wire, odd, fresh])
  const { body: room } = await app.as(quality).post<Room>('/incidents', {
    source: 'alarm',
    alarmId: other,
    ticketIds: [],
    without: [wire.id, odd.id],
  })
  await deliver()
  expect([room.id, numbers(room)]).toEqual([first.id, expect.not.arrayContaining([odd.id])])
})

test('what is in the room that is joined stays there, and nothing says that it was taken out', async () => {
  expect(numbers((await app.as(quality).get<Room>(`/incidents/${first.id}`)).body)).toContain(wire.id)
  const out = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('incidents.unlinked_ticket')
      .select('ticket_id')
      .where('incident_id', '=', first.id)
      .execute(),
  )
  expect(out).toEqual([{ ticket_id: odd.id }])
})

test('nobody comes into a room by naming somebody else’s ticket as left out', async () => {
  const elsewhere = await app.make.shop({ name: '城东店' })
  const manager = await app.make.staff({ role: 'shop_manager', shop: elsewhere })
  const { body: room } = await app.as(manager).post<Room>('/incidents', {
    source: 'hand',
    plan: 'foreign_object',
    title: '另一家店的事',
    shopIds: [elsewhere.id],
    without: [wire.id],
  })
  expect(room.id).not.toBe(first.id)
  expect((await app.as(manager).get(`/incidents/${first.id}`)).status).toBe(404)
})
