import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alarmSentence } from '#domains/insights'
import { systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { TestApp } from '#test/app'
import { DAY, type EarlyWorld, MIN, NOON, openEarlyWorld } from '#test/early-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { anyIp } from '#test/permission-records'

let world: EarlyWorld
let app: TestApp
let shop: MadeShop
let other: MadeShop
let quality: MadeStaff
let manager: MadeStaff

beforeAll(async () => {
  world = await openEarlyWorld()
  ;({ app, shop, quality, manager } = world)
  other = await app.make.shop({ name: '湖滨店' })
  const address = 'http://127.0.0.1:9/cgi-bin/webhook/send?key=k'
  await app.as(world.admin).post('/robots', { kind: 'wecom', address, name: '品控群', groups: ['alarm'] })
  await world.openRedBean(shop, manager)
  await world.openRedBean(other, await app.make.staff({ role: 'shop_manager', shop: other }))
})
afterAll(() => app.close())

let phones = 0
const at = (ms: number) => world.at(ms)
const hear = () => world.hear()

/** A customer of their own each time, at a table of this shop. */
async function write(text: string, where: MadeShop, when: number, contact?: string): Promise<string> {
  at(when)
  const slug = await (codes.get(where.id) ?? codeOf(where))
  const body = { submissionId: randomUUID(), content: text, mood: 'bad', locale: 'zh-CN' }
  const whose = contact ?? `1390000${String(1000 + ++phones)}`
  const sent = await app.anonymous.post<{ number: string }>(
    `/public/forms/${slug}/feedback`,
    { ...body, contact: whose },
    { ip: anyIp() },
  )
  expect(sent.status, sent.text).toBe(201)
  return sent.body.number
}

async function say(text: string, where: MadeShop, when: number, contact?: string): Promise<string> {
  const number = await write(text, where, when, contact)
  await hear()
  return number
}

const codes = new Map<string, Promise<string>>()
function codeOf(where: MadeShop): Promise<string> {
  const made = (async () => {
    const brand = { id: where.brandId, name: '', regionId: where.regionId }
    const admin = await app.make.staff({ role: 'admin', brand })
    const body = { shopId: where.id, place: 'table', labels: ['A07'] }
    return (await app.as(admin).post<{ slug: string }[]>('/codes', body)).body[0]!.slug
  })()
  codes.set(where.id, made)
  return made
}

const alarms = (who = quality, view: 'open' | 'ended' = 'open') => world.alarms(who, view)

test('three customers of one batch within an hour are an alarm: which batch, since when, how unlikely, which tickets', async () => {
  const first = await say('红豆包里吃到一块塑料片', shop, NOON)
  const second = await say('红豆包里有一小片塑料', other, NOON + 20 * MIN)
  expect(await alarms()).toEqual([])
  const third = await say('红豆包馅里又吃到塑料片', shop, NOON + 45 * MIN)
  const [alarm, ...more] = await alarms()
  expect(more).toEqual([])
  expect(alarm).toMatchObject({
    state: 'new',
    urgent: true,
    heard: 3,
    count: 3,
    spanMin: 45,
    about: { batch: { ingredient: '红豆', code: 'B-0301' }, names: ['异物'] },
    incidentId: null,
  })
  expect(alarm!.tickets.map((t) => t.number)).toEqual([third, second, first])
  expect(alarm!.usualWeek).toBeLessThan(0.5)
  expect(alarm!.everyDays).toBeGreaterThan(30)
  expect(alarm!.shops.map((s) => s.name).toSorted()).toEqual(['湖滨店', '阳光店'])
  expect(alarm!.plot.heard.reduce((sum, n) => sum + n, 0)).toBe(3)
})

test('quality and the managers of its shops are told by every means, in a sentence that names no customer', async () => {
  await world.sweep('notify.heard')
  const told = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('notify.delivery').select(['kind', 'data']).where('kind', 'like', 'early%').execute(),
  )
  expect(told).toHaveLength(1)
  expect(told[0]!.kind).toBe('early_emergency')
  const whom = (told[0]!.data as { staffIds: string[] }).staffIds
  expect(whom).toEqual(expect.arrayContaining([quality.id, manager.id]))
  const ctx = systemContext(app.services, shop.brandId)
  const words = await ctx.transaction((tx) =>
    alarmSentence(ctx, tx, (told[0]!.data as { earlyId: string }).earlyId, 'zh-CN'),
  )
  expect(words).toBe('红豆 批次 B-0301 · 异物：45 分钟内 3 位顾客，平时一个月约 1 条')
})

test('what comes later belongs to the alarm that stands; told again or listened to again, nothing is raised or counted twice', async () => {
  const [before] = await alarms()
  const fourth = await say('红豆包里面有塑料片，太吓人了', other, NOON + 90 * MIN)
  const [alarm, ...more] = await alarms()
  expect(more).toEqual([])
  expect(alarm).toMatchObject({ id: before!.id, count: 4, heard: 4 })
  expect(alarm!.tickets[0]!.number).toBe(fourth)
  const seriesBefore = await series()
  await tellAgain()
  expect(await hear()).toBeGreaterThan(0)
  expect(await series()).toEqual(seriesBefore)
  expect(await raised()).toBe(1)
})

test('a worker that dies in the middle has counted nothing; the next one counts once', async () => {
  at(NOON + 100 * MIN)
  await write('红豆包里又有塑料片', shop, NOON + 100 * MIN)
  const before = await series()
  const dying = {
    ...app.services,
    db: {
      ...app.services.db,
      inBrand: <T>(brandId: string, work: (tx: Tx) => Promise<T>) =>
        app.services.db.inBrand(brandId, async (tx) => {
          const done = await work(tx)
          if (done === 1) throw new Error('killed before the commit')
          return done
        }),
    },
  }
  await world.sweep('insights.voices', dying)
  expect(await series()).toEqual(before)
  at(NOON + 101 * MIN)
  await hear()
  const [alarm] = await alarms()
  expect(alarm).toMatchObject({ count: 5 })
  expect(await raised()).toBe(1)
})

test('a manager sees what touches the own shop and the own tickets, and judges only what is all the own', async () => {
  const [alarm] = await alarms(manager)
  expect(alarm!.count).toBe(5)
  expect(alarm!.tickets.every((ticket) => ticket.shopName === '阳光店')).toBe(true)
  expect(alarm!.shops.map((s) => s.name)).toEqual(['阳光店'])
  expect(alarm!.can).toEqual([])
  expect((await app.as(manager).put(`/alarms/${alarm!.id}/seen`)).status).toBe(404)
  const named = async (who: MadeStaff) => (await alarms(who))[0]!.also.flatMap(({ names }) => names)
  expect(await named(quality)).toContain('阳光店')
  const neighbour = await app.make.staff({ role: 'shop_manager', shop: other })
  expect(await named(neighbour)).not.toContain('阳光店')
  const stranger = await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() })
  expect(await alarms(stranger)).toEqual([])
  const executive = await app.make.staff({ role: 'executive' })
  const [aggregate] = await alarms(executive)
  expect(aggregate).toMatchObject({ count: 5, tickets: [] })
  const agent = await app.make.staff({ role: 'agent' })
  expect((await app.as(agent).get('/alarms')).status).toBe(403)
})

test('seen is no longer new; said to be none with a reason, it stays quiet for a week, and the reason is kept', async () => {
  const [alarm] = await alarms()
  const counts = async () =>
    (await app.as(quality).get<{ new: number; urgent: number }>('/alarms/counts')).body
  expect(await counts()).toEqual({ new: 1, urgent: alarm!.urgent ? 1 : 0 })
  expect((await app.as(quality).put(`/alarms/${alarm!.id}/seen`)).status).toBe(204)
  expect(await counts()).toEqual({ new: 0, urgent: 0 })
  const dismissal = { cause: 'known', reason: '昨天的试吃活动，塑料签已经换掉' }
  expect((await app.as(quality).put(`/alarms/${alarm!.id}/dismissal`, dismissal)).status).toBe(204)
  expect(await alarms()).toEqual([])
  for (const n of [0, 1, 2, 3])
    await say(`红豆包里有塑料片 ${n}`, n % 2 ? shop : other, NOON + DAY + n * 10 * MIN)
  expect(await alarms()).toEqual([])
  const [ended] = await alarms(quality, 'ended')
  expect(ended).toMatchObject({
    state: 'dismissed',
    reason: dismissal.reason,
    decidedBy: quality.name,
    count: 9,
  })
  for (const n of [0, 1, 2, 3])
    await say(`红豆包有塑料片啊 ${n}`, n % 2 ? shop : other, NOON + 9 * DAY + n * 10 * MIN)
  expect(await alarms()).toHaveLength(1)
  const trail = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['action', 'data'])
      .where('subject_id', '=', alarm!.id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
  )
  expect(trail.map((t) => t.action)).toEqual([
    'insights.raiseAlarm',
    'insights.seeAlarm',
    'insights.dismissAlarm',
  ])
  expect(trail.at(-1)!.data).toMatchObject(dismissal)
})

test('one customer who writes five times is one voice', async () => {
  await world.openRedBean(shop, manager, 'B-0320')
  const start = NOON + 20 * DAY
  for (let n = 0; n < 5; n++)
    await say(`红豆包里有玻璃渣！第 ${n} 次说了`, shop, start + n * 5 * MIN, '13811112222')
  expect((await alarms()).filter((one) => Date.parse(one.raisedAt) >= start)).toEqual([])
})

test('what a person corrects is taken back, and counted where it belongs', async () => {
  const start = NOON + 30 * DAY
  const number = await say('红豆包里有虫子', shop, start)
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  const named = async (what: string) =>
    (await series())
      .filter((one) => one.recent_ids.includes(id) && one.key.includes(what))
      .map((one) => one.kind)
  expect((await named('insect')).toSorted()).toEqual(
    ['batch_category', 'category', 'product_category', 'shop_category'].toSorted(),
  )
  const triage = {
    kind: 'complaint',
    categories: ['service.attitude'],
    severity: 1,
    impact: 1,
    reason: '说的是态度',
  }
  const corrected = await app.as(manager).put(`/tickets/${id}/triage`, triage)
  expect(corrected.status, corrected.text).toBeLessThan(300)
  await hear()
  expect(await named('insect')).toEqual([])
  expect((await named('service.attitude')).toSorted()).toEqual([
    'category',
    'product_category',
    'shop_category',
  ])
})

test('emergencies of another cause are an alarm of their own: each lists the tickets that it counts', async () => {
  const start = NOON + 40 * DAY
  await world.openRedBean(shop, manager, 'B-0411')
  const ill: string[] = []
  for (const n of [0, 1, 2])
    ill.push(await say(`吃完红豆包上吐下泻，第 ${n} 个小时就进医院了`, shop, start + n * 10 * MIN))
  const fallen: string[] = []
  for (const n of [0, 1, 2])
    fallen.push(await say(`门口结冰，老人摔倒骨折，叫了 ${n} 次救护车`, other, start + (40 + n * 5) * MIN))
  const [falls, illness, ...more] = (await alarms()).filter((one) => Date.parse(one.raisedAt) >= start)
  expect(more).toEqual([])
  expect(illness).toMatchObject({ heard: 3, count: 3, about: { batch: { code: 'B-0411' } } })
  expect(illness!.tickets.map((t) => t.number)).toEqual(ill.toReversed())
  expect(falls).toMatchObject({ heard: 3, count: 3, urgent: true, shops: [{ name: '湖滨店' }] })
  expect(falls!.tickets.map((t) => t.number)).toEqual(fallen.toReversed())
})

test('where Saturday lunch always brings a dozen complaints, another such Saturday alarms nobody', async () => {
  const lunch = await app.make.shop({ name: '周末店', brand: await app.make.brand({ name: '另一家' }) })
  const lead = await app.make.staff({
    role: 'lead',
    brand: { id: lunch.brandId, name: '', regionId: lunch.regionId },
  })
  const saturday = Date.parse('2026-05-02T11:40+08:00')
  for (let week = 0; week < 4; week++) {
    for (let n = 0; n < 9; n++) await queue(saturday + week * 7 * DAY + n * 8 * MIN)
    for (const day of [1, 3, 5]) await queue(saturday + (week * 7 + day) * DAY)
    await hear()
    // Learnt anew every night.
    await world.sweep('insights.reckoning')
  }
  expect(await alarms(lead)).toEqual([])
  for (let n = 0; n < 9; n++) await queue(saturday + 30 * DAY + n * 8 * MIN)
  await hear()
  expect(await alarms(lead), 'as many on a Monday are not usual').toHaveLength(1)

  async function queue(when: number) {
    await write(`排队等太久了，等了 ${30 + phones} 分钟`, lunch, when)
  }
}, 60_000)

async function series() {
  return app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('insights.series').selectAll().orderBy('kind').orderBy('key').execute(),
  )
}

/** Everything that ever happened is told once more. */
async function tellAgain(): Promise<void> {
  await app.services.db.inBrand(shop.brandId, (tx) =>
    sql`insert into insights.heard (brand_id, ticket_id, at, next_try_at)
      select brand_id, id, opened_at, opened_at from tickets.ticket`.execute(tx),
  )
}

async function raised(): Promise<number> {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select('id').where('name', '=', 'insights.alarmRaised').execute(),
  )
  return rows.length
}
