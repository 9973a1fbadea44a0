import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { systemContext } from '#platform/context'
import type { TestApp } from '#test/app'
import { type EarlyWorld, MIN, NOON, openEarlyWorld } from '#test/early-world'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

/** Whoever falls ill after the room was opened is in the room, not on the list of early warnings alone. */
let world: EarlyWorld
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let id = ''
const tickets: string[] = []
const LISTENS = ['insights.linkIncident', 'incidents.alarmGrew', 'incidents.alarmLinked']
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  world = await openEarlyWorld()
  ;({ app, shop, quality } = world)
  await world.openRedBean(shop, world.manager)
  for (const n of [1, 2, 3]) await another(n)
})
afterAll(() => app.close())

/** One more customer of the batch, ten minutes after the one before. */
async function another(n: number): Promise<string> {
  world.at(NOON + n * 10 * MIN)
  const { id: ticket } = await tell(app, shop, `红豆包里吃到一块塑料片，第 ${n} 口`)
  tickets.push(ticket)
  await app.sweep()
  await deliver()
  return ticket
}

/** What the worker does: each event to whoever listens, and twice, as may happen. */
async function deliver(): Promise<void> {
  const hearers = app.modules.flatMap((m) => m.on ?? []).filter((s) => LISTENS.includes(s.subscriber))
  const events = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select(['id', 'name', 'body']).orderBy('id').execute(),
  )
  const ctx = systemContext(app.services, shop.brandId)
  for (const event of events)
    for (const hearer of hearers.filter((h) => h.event === event.name))
      for (const _ of [1, 2]) await hearer.run(ctx, event.body as never)
}
const linked = async () => (await room.read(quality)).linked.map((one) => one.id).toSorted()
const lines = async () => (await room.facts(quality)).filter((one) => one.fact === 'alarm_linked')

test('the room has every ticket that the warning counts, also those that its list was too short for', async () => {
  const [alarm] = await world.alarms(quality)
  expect(alarm?.tickets).toHaveLength(3)
  const [first, ...others] = tickets
  const tap = { source: 'alarm', alarmId: alarm!.id, plan: 'foreign_object', ticketIds: others }
  const opened = await app.as(quality).post<Room>('/incidents', tap)
  expect(opened.status, opened.text).toBe(201)
  id = opened.body.id
  expect(await linked()).toEqual(others.toSorted())
  await deliver()
  expect(await linked()).toEqual([first, ...others].toSorted())
  // The earliest of them was heard before the two that were listed: the law counts from it.
  expect((await room.read(quality)).foundAt).toBe(new Date(NOON + 10 * MIN).toISOString())
})

test('whoever writes later comes in with one calm line, and every open screen hears of it', async () => {
  const { version } = await room.read(quality)
  const before = (await lines()).length
  await another(4)
  expect(await linked()).toEqual(tickets.toSorted())
  expect((await room.read(quality)).version).toBeGreaterThan(version)
  const said = (await lines()).slice(before)
  expect(said).toMatchObject([{ by: '', data: { count: 1 } }])
  await deliver()
  await another(5)
  expect((await lines()).slice(before)).toHaveLength(2)
})

test('what somebody has taken out does not come back with the next one', async () => {
  const taken = tickets[3]!
  expect((await app.as(quality).delete(room.path(`/tickets/${taken}`))).status).toBe(200)
  await another(6)
  expect(await linked()).toEqual(tickets.filter((one) => one !== taken).toSorted())
  const back = await app.as(quality).post(room.path('/tickets'), { ticketIds: [taken] })
  expect(back.status).toBe(201)
  expect(await linked()).toEqual(tickets.toSorted())
})

test('a closed room takes nothing in any more', async () => {
  await room.finishTheRest(quality, '已办妥')
  await app.as(quality).put(room.path('/review'), { what: '塑料片混入', why: '筛网破损' })
  const measure = { text: '每班检查筛网', ownerId: quality.id, dueOn: '2026-03-20' }
  await app.as(quality).post(room.path('/measures'), measure)
  const closed = await app.as(quality).put(room.path('/closure'), { words: '已经处置完毕' })
  expect(closed.status, closed.text).toBe(200)
  const had = await linked()
  await another(7)
  expect(await linked()).toEqual(had)
})

test('a room of a warning is called after what its tickets share, and begins with what the customers said', async () => {
  const { app: fresh, shop: place, quality: by, ...early } = await openEarlyWorld()
  await early.openRedBean(place, early.manager)
  for (const n of [1, 2, 3, 4]) {
    early.at(NOON + n * 10 * MIN)
    await tell(fresh, place, `红豆包里吃到一截铁丝，第 ${n} 口，电话 13812345678`)
  }
  await fresh.sweep()
  const [alarm] = await early.alarms(by)
  const ticketIds = alarm!.tickets.map((one) => one.id)
  const tap = { source: 'alarm', alarmId: alarm!.id, plan: 'foreign_object', ticketIds }
  const { body } = await fresh.as(by).post<Room>('/incidents', tap)
  expect(body.title).toMatch(/^阳光店 · .*异物.* · 红豆/)
  const known = roomOf(
    () => fresh,
    () => body.id,
  )
  const lines = await known.facts(by)
  expect(lines[0]).toMatchObject({ kind: 'reply', fact: 'reported', by: '' })
  const said = lines.filter((one) => one.kind === 'reply').map((one) => one.text)
  expect(said).toHaveLength(ticketIds.length)
  expect(said.join()).toContain('红豆包里吃到一截铁丝')
  expect(said.join()).not.toContain('13812345678')
  const filled = body.sheet.flatMap(({ field, value }) => (value ? [field.key] : []))
  expect(filled).toEqual(expect.arrayContaining(['found_at', 'batch', 'others']))
  await fresh.close()
})
