import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room, TimelinePage } from '#contracts/incidents'
import type { IncidentRecord } from '#contracts/incidents/record'
import { type ShopSeal, stopSaleTold } from '#contracts/incidents/seal'
import type { OrderView } from '#contracts/orders'
import type { StopSaleView } from '#contracts/orders/menu'
import { keepPhoto } from '#domains/channels'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeShop, type MadeStaff } from '#test/make'
import { furnish, place, twoTeas } from '#test/order-world'

/** E2: what may not be sold is off sale at once, and every shop says how much it has taken away. */
const NOON = '2026-03-02T12:00:00+08:00'
const at = (min: number) => new Date(Date.parse(NOON) + min * 60_000).toISOString()
let app: TestApp
let quality: MadeStaff
let agent: MadeStaff
let regional: MadeStaff
let shops: { shop: MadeShop; manager: MadeStaff; clerk: MadeStaff }[]
let items: { tea: string; bun: string }

beforeAll(async () => {
  app = await startApp({ now: NOON })
  quality = await app.make.staff({ role: 'quality', name: '品控·林' })
  agent = await app.make.staff({ role: 'agent' })
  shops = []
  for (let n = 0; n < 12; n++) {
    const shop = await app.make.shop({ hours: everyDay(['00:00', '24:00']) })
    const manager = await app.make.staff({ role: 'shop_manager', shop, name: `店长${n}` })
    const clerk = await app.make.staff({ role: 'shop_staff', shop, name: `店员${n}`, onDuty: n !== 3 })
    shops.push({ shop, manager, clerk })
  }
  regional = await app.make.staff({ role: 'region_manager', regionId: shops[0]!.shop.regionId })
  const admin = await app.make.staff({ role: 'admin' })
  const cook = await app.make.staff({ role: 'kitchen', shop: shops[0]!.shop, onDuty: false })
  items = await furnish(app, { ...shops[0]!, admin, cook })
})
afterAll(() => app.close())

const shopIds = () => shops.map(({ shop }) => shop.id)
async function openRoom(more: object = {}, by = quality) {
  app.setNow(NOON)
  const room = await app.as(by).post<Room>('/incidents', {
    source: 'hand',
    plan: 'foreign_object',
    title: '红豆包里有金属丝',
    shopIds: shopIds(),
    ...more,
  })
  if (room.status !== 201) throw new Error(room.text)
  return room.body
}
const ORDER = { instruction: '整箱下架，贴封条，原处封存。', sample: '每店 1 袋' }
async function seal(id: string, more: object = {}, by = quality) {
  const body = { ingredient: '红豆', batchCode: 'B-0301', shopIds: shopIds(), ...ORDER, ...more }
  return app.as(by).post<Room>(`/incidents/${id}/seals`, body)
}
async function photo(by: MadeStaff): Promise<string> {
  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#803020' } })
    .jpeg()
    .toBuffer()
  return (await keepPhoto(systemContext(app.services, by.brandId), `staff:${by.id}`, jpeg)).id
}
const found = async (by: MadeStaff, more: object = {}) => ({
  state: 'acknowledged',
  quantity: 2.5,
  unit: '公斤',
  sampleKept: '1 袋',
  note: '冷柜第二层',
  fileIds: [await photo(by)],
  ...more,
})
const answer = (n: number, sealId: string, body: object, by = shops[n]!.manager) =>
  app.as(by).post<ShopSeal>(`/seals/${sealId}/shops/${shops[n]!.shop.id}/acknowledgements`, body)
const read = async (id: string, by = quality) => (await app.as(by).get<Room>(`/incidents/${id}`)).body
const facts = async (id: string) =>
  (
    await app.as(quality).get<z.infer<typeof TimelinePage>>(`/incidents/${id}/timeline`)
  ).body.entries.toReversed()
/** Whom each call of a stop-sale named. */
const called = (id: string, which: 'first' | 'again') =>
  app.services.db.inBrand(shops[0]!.shop.brandId, async (tx) => {
    const rows = await tx
      .selectFrom('platform.event')
      .select('body')
      .where('name', '=', stopSaleTold.name)
      .orderBy('id')
      .execute()
    return rows
      .map(({ body }) => stopSaleTold.body.parse(body))
      .filter((body) => body.incidentId === id && body.times > 1 === (which === 'again'))
      .map((body) => body.told.map((one) => one.staffId))
  })

test('twelve shops are told at once, sell nothing of it, answer with quantity and photo, and those that are silent are chased', async () => {
  const { id } = await openRoom()
  const lead = await app.make.staff({ role: 'lead' })
  await app.as(quality).patch(`/incidents/${id}`, { leaderId: lead.id })
  const ordered = await seal(id)
  expect(ordered.status, ordered.text).toBe(201)
  const [one] = ordered.body.seals
  expect(one).toMatchObject({ what: '红豆 · B-0301', orderedBy: '品控·林', acknowledged: 0, of: 12 })
  const [told] = await called(id, 'first')
  expect(new Set(told)).toEqual(
    new Set(shops.flatMap(({ manager, clerk }, n) => (n === 3 ? [manager.id] : [manager.id, clerk.id]))),
  )
  expect((await facts(id)).at(-1)).toMatchObject({ fact: 'sealed', data: { count: 12 } })

  const batch = await app
    .as(shops[1]!.manager)
    .post(`/shops/${shops[1]!.shop.id}/batches`, { ingredient: '红豆', code: 'B-0301' })
  expect(batch.problem.code).toBe('orders.batchHeld')

  const mine = (await app.as(shops[0]!.clerk).get<ShopSeal[]>('/seals/mine')).body
  expect(mine).toMatchObject([{ id: one!.id, sample: '每店 1 袋', drill: false, shop: { state: 'waiting' } }])
  // A shop is told why, and what the menu makes with it.
  expect(mine).toMatchObject([{ reason: '异物与变质', products: ['红豆包'], of: 1, answered: 0 }])
  const bare = { ...(await found(shops[0]!.clerk)), fileIds: [] }
  expect((await answer(0, one!.id, bare)).problem.code).toBe('incidents.photoMissing')
  expect((await answer(0, one!.id, { ...bare, quantity: undefined })).problem.code).toBe(
    'incidents.quantityMissing',
  )
  const first = await answer(0, one!.id, await found(shops[0]!.clerk), shops[0]!.clerk)
  expect(first.body.shop).toMatchObject({ state: 'acknowledged', by: '店员0', quantity: 2.5, late: false })
  const [shown] = first.body.shop.photos
  expect((await app.as(shops[0]!.manager).get(shown!.url.replace('/api', ''))).status).toBe(200)
  expect((await app.as(shops[1]!.manager).get(shown!.url.replace('/api', ''))).status).toBe(404)
  await answer(1, one!.id, { state: 'none_here', note: '昨天用完了' })
  for (const n of [2, 3, 4, 5, 6, 7, 8]) await answer(n, one!.id, await found(shops[n]!.manager))
  const room = await read(id)
  expect(room.seals[0]).toMatchObject({ acknowledged: 9, sums: [{ unit: '公斤', quantity: 20 }] })
  expect(room.involved.filter((shop) => shop.seal === 'waiting')).toHaveLength(3)
  expect(room.missing).toContain('seals')

  app.setNow(at(10))
  await app.sweep()
  app.setNow(at(20))
  await app.sweep()
  app.setNow(at(30))
  await app.sweep()
  const chased = (await facts(id)).filter((e) => e.fact === 'seal_chased')
  expect(chased.map((e) => [e.data.times, e.data.count])).toEqual([
    [2, 3],
    [3, 3],
    [4, 3],
  ])
  const again = await called(id, 'again')
  expect(again.map((ids) => [ids.includes(shops[9]!.manager.id), ids.includes(regional.id)])).toEqual([
    [true, false],
    [true, true],
    [true, true],
  ])
  expect(again.map((ids) => ids.includes(lead.id))).toEqual([false, false, true])
  expect(again.some((ids) => ids.includes(shops[0]!.manager.id))).toBe(false)
  const late = await answer(9, one!.id, await found(shops[9]!.manager, { quantity: 3, unit: '箱' }))
  expect(late.body.shop).toMatchObject({ asked: 4, late: true })
  expect((await read(id)).seals[0]!.sums).toEqual([
    { unit: '公斤', quantity: 20 },
    { unit: '箱', quantity: 3 },
  ])
})

test('a sample is kept when the shop says how much, and where none was kept the record says why', async () => {
  const { id } = await openRoom()
  const [one] = (await seal(id)).body.seals
  const silent = await answer(0, one!.id, await found(shops[0]!.manager, { sampleKept: '' }))
  expect(silent.problem).toMatchObject({ code: 'incidents.sampleMissing', field: 'sampleKept' })
  const both = await answer(0, one!.id, await found(shops[0]!.manager, { sampleMissing: '只剩半袋' }))
  expect(both.problem.code).toBe('incidents.sampleTwice')
  await answer(0, one!.id, await found(shops[0]!.manager, { sampleKept: '1 袋' }))
  const without = { sampleKept: '', sampleMissing: '只剩半袋，全部送检' }
  await answer(1, one!.id, await found(shops[1]!.manager, without))
  const said = (await facts(id)).filter((e) => e.fact === 'seal_acknowledged')
  expect(said.map((e) => e.data.sample)).toEqual(['kept', 'none'])
  const { body } = await app.as(quality).get<IncidentRecord>(`/incidents/${id}/record`)
  const recorded = body.room.seals[0]!.shops.map((s) => [s.sampleKept, s.sampleMissing])
  expect(recorded).toContainEqual(['1 袋', ''])
  expect(recorded).toContainEqual(['', '只剩半袋，全部送检'])
  const bare = (await seal(id, { batchCode: 'B-0399', sample: '' })).body.seals.at(-1)!
  const none = await answer(0, bare.id, await found(shops[0]!.manager, { sampleKept: '' }))
  expect(none.status).toBe(201)
})

test('two of one shop who answer at once: one counts, the other is told by whom; a correction is a new entry', async () => {
  const { id } = await openRoom()
  const [one] = (await seal(id)).body.seals
  const two = [shops[0]!.manager, shops[0]!.clerk]
  const bodies = await Promise.all(two.map((by, n) => found(by, { quantity: n + 1 })))
  const answers = await Promise.all(bodies.map((body, n) => answer(0, one!.id, body, two[n]!)))
  const won = answers.findIndex((a) => a.status === 201)
  expect(answers.map((a) => a.status).sort()).toEqual([201, 409])
  expect(answers[1 - won]!.problem).toMatchObject({
    code: 'incidents.alreadyAnswered',
    data: { name: two[won]!.name },
  })
  const wrong = await answer(1, one!.id, { state: 'none_here', correction: true })
  expect(wrong.problem.code).toBe('incidents.nothingToCorrect')
  const better = await found(shops[0]!.manager, { quantity: 7, correction: true })
  expect((await answer(0, one!.id, better)).body.shop).toMatchObject({ quantity: 7, by: '店长0' })
  const kept = await app.services.db.inBrand(shops[0]!.shop.brandId, (tx) =>
    tx.selectFrom('incidents.seal_answer').select('quantity').where('seal_id', '=', one!.id).execute(),
  )
  expect(kept.map((row) => row.quantity).sort()).toEqual([won + 1, 7].sort())
  expect((await facts(id)).at(-1)).toMatchObject({ fact: 'seal_corrected', data: { quantity: 7 } })
  await app.as(quality).put(`/incidents/${id}/seals/${one!.id}/lifting`, { why: '测试结束' })
})

test('lifted with the reason it can be sold again, unless another seal holds it; a shop that answers late is kept', async () => {
  const { id } = await openRoom()
  const buns = { ingredient: undefined, batchCode: undefined, itemId: items.bun }
  const [first] = (await seal(id, buns)).body.seals
  const both = (await seal(id, { ...buns, from: '2026-03-01T00:00:00.000Z' })).body.seals
  const second = both.find((one) => one.id !== first!.id)!
  const { shop, manager } = shops[0]!
  const bun = {
    ...twoTeas({ shop, items }),
    items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
  }
  const sold = async () => {
    const { body } = await app.as(agent).get<OrderView>(`/orders/${await place(app, agent, bun)}`)
    return body.status === 'confirmed' && !body.gaps.includes('unavailable')
  }
  expect(await sold()).toBe(false)
  const stops = (await app.as(quality).get<StopSaleView[]>('/stop-sales')).body.filter(
    (s) => s.itemId === items.bun,
  )
  const past = await app.as(quality).delete(`/stop-sales/${stops[0]!.id}`)
  expect(past.problem).toMatchObject({ code: 'orders.stopHeld' })

  const lift = (sealId: string, by = quality) =>
    app.as(by).put<Room>(`/incidents/${id}/seals/${sealId}/lifting`, { why: '送检合格，留样编号 S-77' })
  expect((await lift(first!.id)).body.seals[0]).toMatchObject({ liftedWhy: '送检合格，留样编号 S-77' })
  expect(await sold()).toBe(false)
  expect((await lift(first!.id)).problem).toMatchObject({ code: 'incidents.sealLifted' })
  const other = await app.make.region()
  const outside = await app.make.staff({
    grants: [
      { role: 'region_manager', extent: { kind: 'region', regionId: other.id } },
      { role: 'region_manager', extent: { kind: 'shop', shopId: shop.id } },
    ],
  })
  expect((await lift(second.id, outside)).problem.code).toBe('incidents.sealUnknown')
  expect((await seal(id, {}, outside)).problem.code).toBe('incidents.shopUnknown')
  expect((await lift(second.id, regional)).status).toBe(200)
  expect(await sold()).toBe(true)
  const late = await answer(0, second.id, await found(manager))
  expect(late.body.shop).toMatchObject({ state: 'acknowledged', late: true })
  app.setNow(at(60))
  await app.sweep()
  expect((await facts(id)).filter((e) => e.fact === 'seal_chased')).toEqual([])
})

test('a drill asks and chases in the same way and stops no sale', async () => {
  const { id, drill } = await openRoom({ source: 'drill' })
  expect(drill).toBe(true)
  const ordered = await seal(id, { ingredient: undefined, batchCode: undefined, itemId: items.bun })
  const [one] = ordered.body.seals
  expect(one).toMatchObject({ what: '红豆包', of: 12 })
  const stops = (await app.as(quality).get<StopSaleView[]>('/stop-sales')).body
  expect(stops.filter((stop) => stop.itemId === items.bun && !stop.liftedAt)).toEqual([])
  const mine = (await app.as(shops[0]!.manager).get<ShopSeal[]>('/seals/mine')).body
  expect(mine.find((s) => s.id === one!.id)).toMatchObject({ drill: true })
  app.setNow(at(10))
  await app.sweep()
  expect((await facts(id)).some((e) => e.fact === 'seal_chased')).toBe(true)
})

test('something must be named, the period must be one, and the plan must have seals', async () => {
  const { id } = await openRoom()
  const nothing = await seal(id, { ingredient: undefined, batchCode: undefined })
  expect(nothing.problem).toMatchObject({ code: 'incidents.nothingSealed', field: 'itemId' })
  expect((await seal(id, { from: at(10), to: at(0) })).problem.code).toBe('incidents.periodWrong')
  expect((await seal(id, {}, shops[0]!.manager)).status).toBe(403)
  const robbery = await openRoom({ plan: 'violence' })
  expect((await seal(robbery.id)).problem.code).toBe('incidents.notInPlan')
})

test('a second tap asks nobody twice; other shops are added; quality sees what still waits, not every shop’s answer', async () => {
  const { id } = await openRoom()
  const some = shopIds().slice(0, 2)
  const [one] = (await seal(id, { shopIds: some })).body.seals
  const again = await seal(id, { shopIds: some })
  expect([again.problem.code, again.problem.data]).toEqual(['incidents.alreadySealed', { name: '品控·林' }])
  expect((await seal(id, { shopIds: some, batchCode: 'B-0302' })).body.seals).toHaveLength(2)
  const more = (await seal(id, { shopIds: shopIds().slice(0, 3) })).body.seals.at(-1)!
  expect(more.shops.map((shop) => shop.shopId)).toEqual([shopIds()[2]])
  await answer(0, one!.id, { state: 'none_here' })
  const waiting = async (by: MadeStaff) =>
    (await app.as(by).get<ShopSeal[]>('/seals/mine')).body.filter((s) => s.id === one!.id)
  expect((await waiting(quality)).map((s) => [s.shop.shopId, s.answered, s.of])).toEqual([
    [shopIds()[1], 1, 2],
  ])
  expect((await waiting(shops[0]!.manager)).map((s) => s.shop.state)).toEqual(['none_here'])
})

test('kilograms are kilograms in whatever language a shop says them, and each reader has them in the own', async () => {
  const { id } = await openRoom()
  const [one] = (await seal(id)).body.seals
  await answer(0, one!.id, await found(shops[0]!.manager, { unit: '公斤', quantity: 2 }))
  await answer(1, one!.id, await found(shops[1]!.manager, { unit: 'KG', quantity: 3 }))
  await answer(2, one!.id, await found(shops[2]!.manager, { unit: '大桶', quantity: 1 }))
  const english = await app.make.staff({ role: 'quality' })
  await app.as(english).patch('/me/preferences', { locale: 'en' })
  const sums = async (by: MadeStaff) => (await read(id, by)).seals[0]!.sums
  expect(await sums(quality)).toEqual([
    { unit: '公斤', quantity: 5 },
    { unit: '大桶', quantity: 1 },
  ])
  expect(await sums(english)).toContainEqual({ unit: 'kg', quantity: 5 })
})

test('a brand with more people at work than one note to the screens can name is sealed and chased all the same', async () => {
  const crowd = await app.make.shop({ hours: everyDay(['00:00', '24:00']) })
  const people = await Promise.all(
    Array.from({ length: 320 }, (_, n) =>
      app.make.staff({ role: 'shop_staff', shop: crowd, name: `伙伴${n}` }),
    ),
  )
  const { id } = await openRoom({ shopIds: [crowd.id] })
  const screens = new pg.Client({ connectionString: app.database.appUrl })
  const rung = new Set<string>()
  await screens.connect()
  screens.on('notification', ({ payload }) => {
    const note = JSON.parse(payload!) as { n: string; p: string[] }
    if (note.n === stopSaleTold.name) for (const one of note.p) rung.add(one)
  })
  await screens.query('listen huiyin_live')
  const ordered = await seal(id, { shopIds: [crowd.id] })
  expect(ordered.status, ordered.text).toBe(201)
  await expect.poll(() => rung.size).toBe(people.length)
  await screens.end()
  const told = async (which: 'first' | 'again') => new Set((await called(id, which)).flat())
  expect((await told('first')).size).toBe(people.length)
  app.setNow(at(10))
  await app.sweep()
  expect((await told('again')).size).toBe(people.length)
  expect((await facts(id)).at(-1)).toMatchObject({ fact: 'seal_chased', data: { times: 2 } })
})

test('what customers are offered to read names what they bought, the time and plain words; what the room is called stays inside', async () => {
  const title = '红豆 ・ 批次 B-77 ・ 异物，多位顾客反映'
  const { id } = await openRoom({ title })
  const { shop, manager } = shops[0]!
  expect(
    (await app.as(manager).post(`/shops/${shop.id}/batches`, { ingredient: '红豆', code: 'B-77' })).status,
  ).toBe(204)
  app.setNow(at(60))
  expect((await seal(id, { batchCode: 'B-77', shopIds: [shop.id] })).status).toBe(201)
  type Offer = { audience: string; text: string }
  const offers = (await app.as(quality).get<Offer[]>(`/incidents/${id}/statements/offers`)).body
  const textFor = (...audiences: string[]) =>
    offers.flatMap(({ audience, text }) => (audiences.includes(audience) ? text : [])).join('\n')
  const affected = textFor('affected')
  expect(affected).toContain('购买的红豆包，')
  expect(affected).toContain('里面可能有异物或已经变质')
  expect(affected).toContain('2026年3月2日 12:00 至 2026年3月2日 13:00')
  expect(textFor('affected', 'customers', 'public', 'media')).not.toContain(title)
  expect(textFor('staff')).toContain(title)
  expect(textFor('staff')).toContain('的红豆（批次 B-77）')
  const query = { ingredient: '红豆', from: '2026-03-01T16:00:00.000Z', to: '2026-03-02T02:00:00.000Z' }
  expect((await app.as(quality).post(`/incidents/${id}/affected`, query)).status).toBe(201)
  const again = (await app.as(quality).get<Offer[]>(`/incidents/${id}/statements/offers`)).body
  expect(again.find(({ audience }) => audience === 'affected')?.text).toContain(
    '2026年3月2日 00:00 至 2026年3月2日 10:00',
  )
})
