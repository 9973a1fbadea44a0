import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { OrderView } from '#contracts/orders'
import type { TrackedOrder } from '#contracts/orders/order-page'
import {
  aftercareAnswered,
  type BatchVisits,
  type VisitBoard,
  type VisitRecord,
  type VisitView,
} from '#contracts/orders/visits'
import type { Ticket } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { book, booking, type OpenSalon, openBatchOf, openSalon, RECORD, treat } from '#test/salon-world'

/** A Monday. */
const NOW = '2026-03-02T12:01:00+08:00'
let app: TestApp
let salon: OpenSalon
let days = 0

beforeAll(async () => {
  app = await startApp({ now: NOW })
  salon = await openSalon(app)
})
beforeEach(() => app.setNow(NOW))
afterAll(() => app.close())

/** Each test has a day of its own, so that nobody's appointment is in another's way. */
const nextDay = () => {
  days += 1
  return new Date(Date.parse('2026-03-02T00:00:00+08:00') + days * 86_400_000 + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
}
const at = (day: string, time: string) => `${day}T${time}:00+08:00`
const view = async (id: string) => (await app.as(salon.agent).get<OrderView>(`/orders/${id}`)).body
const visit = async (id: string, by = salon.agent) =>
  (await app.as(by).get<VisitView>(`/orders/${id}/visit`)).body
const linkOf = async (id: string) => (await view(id)).tracking.split('/o/')[1]!
const page = async (id: string) =>
  (await app.anonymous.get<TrackedOrder>(`/public/orders/${await linkOf(id)}`)).body
const answer = async (id: string, body: object) =>
  app.anonymous.put<TrackedOrder>(`/public/orders/${await linkOf(id)}/aftercare`, body)

/** What the worker does with the answers so far, each twice: at least once is what it promises. */
async function hearAnswers(): Promise<void> {
  const { id: brandId } = salon.brand
  const events = await app.services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('platform.event').selectAll().where('name', '=', aftercareAnswered.name).execute(),
  )
  const hearers = app.modules.flatMap((m) => m.on ?? []).filter((s) => s.event === aftercareAnswered.name)
  for (const { body } of [...events, ...events])
    for (const hearer of hearers) await hearer.run(systemContext(app.services, brandId), body as never)
}

/** Treated on this day, and asked the day after. */
async function askedAfter(day: string): Promise<{ id: string; aftercareId: string }> {
  app.setNow(at(day, '13:55'))
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00')))
  await treat(app, salon, id)
  app.setNow(new Date(Date.parse(at(day, '14:00')) + 86_400_000).toISOString())
  await app.sweep()
  return { id, aftercareId: (await page(id)).visit!.aftercare!.id }
}

test('a treatment lasts as long as the menu says, is confirmed at once, and stands on the board of the day', async () => {
  const day = nextDay()
  const id = await book(app, salon.afang, booking(salon, at(day, '14:00'), { room: '2 号房' }))
  expect(await visit(id)).toMatchObject({
    state: 'booked',
    therapist: '阿芳',
    room: '2 号房',
    startsAt: new Date(at(day, '14:00')).toISOString(),
    endsAt: new Date(at(day, '15:00')).toISOString(),
  })
  const order = await view(id)
  expect(order).toMatchObject({ status: 'confirmed', kind: 'visit', promisedAt: order.wantedAt })
  expect(order.trace.map((line) => line.kind)).toEqual(['placed', 'visit', 'moved', 'promised', 'told'])
  const { body: board } = await app
    .as(salon.afang)
    .get<VisitBoard>(`/visits?shopId=${salon.shop.id}&on=${day}`)
  expect(board).toMatchObject({
    on: day,
    open: [{ from: new Date(at(day, '10:00')).toISOString() }],
    therapists: [
      { name: '阿芳', duty: [{ to: new Date(at(day, '20:00')).toISOString() }] },
      { name: '露露' },
    ],
    visits: [{ orderId: id, state: 'booked', customer: '梁小姐' }],
    rooms: ['2 号房'],
    can: ['book'],
  })
  const { brandId, regionId } = salon.shop
  const quiet = await app.make.shop({ brand: { id: brandId, name: '', regionId }, name: '安庆店' })
  await app.services.db.inBrand(brandId, (tx) =>
    tx.updateTable('people.shop').set({ code: 'A01' }).where('id', '=', quiet.id).execute(),
  )
  const unasked = await app.as(salon.agent).get<VisitBoard>('/visits')
  expect([unasked.body.shopId, unasked.body.shops[0]?.name]).toEqual([salon.shop.id, '安庆店'])
})

test('two who book the same therapist at one time: one gets it, whoever comes second is told', async () => {
  const day = nextDay()
  const starts = ['14:00', '14:30', '13:15', '14:00', '14:55', '14:10']
  const answers = await Promise.all(
    starts.map((time, n) =>
      app
        .as(n % 2 ? salon.agent : salon.manager)
        .post('/visits', booking(salon, at(day, time), { name: `客${n}` })),
    ),
  )
  const taken = answers.filter((a) => a.status === 409)
  const { body } = await app.as(salon.agent).get<VisitBoard>(`/visits?shopId=${salon.shop.id}&on=${day}`)
  const times = body.visits.map((v) => [Date.parse(v.startsAt), Date.parse(v.endsAt)] as const)
  expect(times.every(([from], n) => n === 0 || from >= times[n - 1]![1])).toBe(true)
  expect(taken.length + times.length).toBe(starts.length)
  expect(new Set(taken.map((a) => a.problem.code))).toEqual(new Set(['orders.therapistTaken']))
  // One who lost the race has left nothing behind.
  const orders = await app.services.db.inBrand(salon.brand.id, (tx) =>
    tx
      .selectFrom('orders.order')
      .select('id')
      .where('wanted_at', '>=', new Date(at(day, '00:00')))
      .execute(),
  )
  expect(orders).toHaveLength(times.length)
})

test('a room is not given twice, a free therapist elsewhere is; next to each other is no clash', async () => {
  const day = nextDay()
  const first = await book(app, salon.agent, booking(salon, at(day, '14:00'), { room: '水疗间' }))
  const other = booking(salon, at(day, '14:30'), { therapistId: salon.lulu.id, room: '水疗间' })
  expect((await app.as(salon.agent).post('/visits', other)).problem.code).toBe('orders.roomTaken')
  await book(app, salon.agent, { ...other, room: '' })
  await book(app, salon.agent, booking(salon, at(day, '15:00'), { room: '水疗间' }))
  await app.as(salon.manager).put(`/orders/${first}/cancellation`, { reason: '顾客有事' })
  expect((await visit(first)).state).toBe('cancelled')
  await book(app, salon.agent, booking(salon, at(day, '13:30'), { room: '水疗间', minutes: 60 }))
})

test('closed shops and therapists who are off are booked only by a person who means it', async () => {
  const day = nextDay()
  const late = booking(salon, at(day, '19:30'))
  expect((await app.as(salon.agent).post('/visits', late)).problem.code).toBe('orders.therapistOff')
  const night = booking(salon, at(day, '21:30'), { therapistId: undefined })
  expect((await app.as(salon.agent).post('/visits', night)).problem.code).toBe('orders.outsideHours')
  await book(app, salon.agent, { ...late, anyway: true })
  expect((await app.as(salon.agent).post('/visits', { ...late, anyway: true })).problem.code).toBe(
    'orders.therapistTaken',
  )
  const past = booking(salon, '2026-03-01T14:00:00+08:00')
  expect((await app.as(salon.agent).post('/visits', past)).problem.code).toBe('orders.visitPast')
  const stranger = booking(salon, at(day, '11:00'), { therapistId: salon.agent.id })
  expect((await app.as(salon.agent).post('/visits', stranger)).problem.code).toBe('orders.therapistUnknown')
  await app.as(salon.admin).post(`/staff/${salon.afang.id}/absences`, {
    from: new Date(at(day, '10:00')).toISOString(),
    to: new Date(at(day, '12:00')).toISOString(),
    reason: '培训',
  })
  const away = await app.as(salon.agent).post('/visits', booking(salon, at(day, '11:00')))
  expect(away.problem?.code).toBe('orders.therapistOff')
})

test('what the customer moves breaks no promise, what the shop moves does; the old time is free again', async () => {
  const day = nextDay()
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00')))
  const move = (time: string, askedBy: string) =>
    app.as(salon.agent).put<VisitView>(`/orders/${id}/visit`, {
      startsAt: new Date(at(day, time)).toISOString(),
      therapistId: salon.lulu.id,
      askedBy,
      reason: askedBy === 'shop' ? '设备检修' : '',
    })
  expect((await move('16:00', 'customer')).body).toMatchObject({ therapist: '露露' })
  expect((await view(id)).suspicions).toEqual([])
  await move('16:30', 'shop')
  const moved = await view(id)
  expect(moved.suspicions).toMatchObject([{ code: 'promiseMoved', data: { byMin: 30 } }])
  expect(moved.trace.at(-1)).toMatchObject({ kind: 'told', data: { what: 'visitMoved' } })
  await book(app, salon.agent, booking(salon, at(day, '14:00')))
})

test('whoever does not come frees the time, and is told; not before it is time', async () => {
  const day = nextDay()
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00')))
  const early = await app.as(salon.agent).put(`/orders/${id}/visit/no-show`, {})
  expect(early.problem.code).toBe('orders.tooEarlyForNoShow')
  app.setNow(at(day, '14:05'))
  await app.sweep()
  expect((await view(id)).warnings).toEqual([])
  app.setNow(at(day, '14:12'))
  await app.sweep()
  expect((await view(id)).warnings).toEqual(['late'])
  const missed = await app
    .as(salon.afang)
    .put<VisitView>(`/orders/${id}/visit/no-show`, { note: '电话没人接' })
  expect(missed.body).toMatchObject({ state: 'no_show', can: [] })
  expect((await view(id)).status).toBe('cancelled')
  expect((await view(id)).trace.at(-1)!.data).toMatchObject({ what: 'visitMissed' })
  await book(app, salon.agent, booking(salon, at(day, '14:30')))
})

test('from arrival to the way out: the same statuses, the batch in the trace, nobody late for being treated an hour', async () => {
  const day = nextDay()
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00')))
  app.setNow(at(day, '13:58'))
  const as = app.as(salon.afang)
  await app.as(salon.agent).put(`/orders/${id}/visit/arrival`, {})
  app.setNow(at(day, '14:01'))
  expect((await as.put<VisitView>(`/orders/${id}/visit/begin`, { room: '1 号房' })).body.state).toBe(
    'treating',
  )
  expect((await as.put(`/orders/${id}/visit/finish`, { skin: 'calm' })).problem.code).toBe(
    'orders.recordMissing',
  )
  await as.put(`/orders/${id}/visit/record`, { ...RECORD, products: [{ batchId: salon.batch }] })
  app.setNow(at(day, '15:00'))
  expect((await page(id)).state).toBe('making')
  const { body } = await as.put<VisitView>(`/orders/${id}/visit/finish`, { skin: 'flushed' })
  expect(body).toMatchObject({
    state: 'done',
    skinAfter: 'flushed',
    products: [{ ingredient: '舒缓精华', code: 'E-2602-11', stopped: false }],
    aftercare: [
      { day: 1, state: 'due', dueAt: new Date(Date.parse(at(day, '15:00')) + 86_400_000).toISOString() },
      { day: 7, state: 'due' },
    ],
  })
  const order = await view(id)
  expect(order.status).toBe('delivered')
  expect(order.suspicions).toEqual([])
  expect(order.trace.filter((l) => l.kind === 'moved').map((l) => l.data.to)).toEqual([
    'confirmed',
    'preparing',
    'quality_check',
    'ready',
    'delivered',
  ])
  expect(order.trace.find((l) => l.kind === 'batches')).toMatchObject({
    byName: '阿芳',
    data: { batches: [{ ingredient: '舒缓精华', code: 'E-2602-11' }] },
  })
  expect(order.trace.find((l) => l.data.what === 'begun')!.data).toMatchObject({
    therapist: '阿芳',
    room: '1 号房',
  })
})

const boardOf = async (day: string) =>
  (await app.as(salon.agent).get<VisitBoard>(`/visits?shopId=${salon.shop.id}&on=${day}`)).body.visits
const begin = (id: string, body: object = {}) =>
  app.as(salon.afang).put<VisitView>(`/orders/${id}/visit/begin`, body)
const arrive = (id: string) => app.as(salon.agent).put(`/orders/${id}/visit/arrival`, {})
const instant = (day: string, time: string) => new Date(at(day, time)).toISOString()

test('a treatment begun late ends later: nobody books its therapist meanwhile, and whoever is next is marked until moved', async () => {
  const day = nextDay()
  const late = await book(app, salon.agent, booking(salon, at(day, '14:00'), { room: '1 号房' }))
  const next = await book(app, salon.agent, booking(salon, at(day, '15:00')))
  const roomy = booking(salon, at(day, '15:00'), { therapistId: salon.lulu.id, room: '1 号房' })
  await book(app, salon.agent, roomy)
  app.setNow(at(day, '14:20'))
  await arrive(late)
  expect((await boardOf(day)).map((v) => v.waits)).toEqual([null, null, null])
  const { body, status } = await begin(late)
  expect(status).toBe(200)
  expect(body).toMatchObject({ startsAt: instant(day, '14:00'), endsAt: instant(day, '15:20') })
  expect((await view(late)).promisedAt).toBe(instant(day, '15:20'))
  const waits = async () =>
    Object.fromEntries((await boardOf(day)).map((v) => [v.therapistId + v.startsAt, v.waits]))
  expect(await waits()).toEqual({
    [salon.afang.id + instant(day, '14:00')]: null,
    [salon.afang.id + instant(day, '15:00')]: {
      until: instant(day, '15:20'),
      for: 'therapist',
      atLeast: false,
    },
    [salon.lulu.id + instant(day, '15:00')]: { until: instant(day, '15:20'), for: 'room', atLeast: false },
  })
  const move = (time: string) =>
    app.as(salon.agent).put(`/orders/${next}/visit`, {
      startsAt: instant(day, time),
      therapistId: salon.afang.id,
      askedBy: 'shop',
      reason: '前一位开始晚了',
    })
  expect((await move('15:10')).problem.code).toBe('orders.therapistTaken')
  expect((await move('15:20')).status).toBe(200)
  const walkIn = booking(salon, at(day, '15:00'), { minutes: 15 })
  expect((await app.as(salon.agent).post('/visits', walkIn)).problem.code).toBe('orders.therapistTaken')
  expect((await waits())[salon.afang.id + instant(day, '15:20')]).toBeNull()
})

test('a treatment beyond its end keeps therapist and room until it is ended, and whoever is next is marked', async () => {
  const day = nextDay()
  const long = await book(app, salon.agent, booking(salon, at(day, '14:00'), { room: '1 号房' }))
  await book(app, salon.agent, booking(salon, at(day, '15:00')))
  await book(
    app,
    salon.agent,
    booking(salon, at(day, '15:05'), { therapistId: salon.lulu.id, room: '1 号房' }),
  )
  app.setNow(at(day, '14:00'))
  await arrive(long)
  await begin(long)
  const board = async () =>
    (await boardOf(day)).map(({ busyUntil, overMin, waits }) => ({ busyUntil, overMin, waits }))
  app.setNow(at(day, '14:59'))
  expect(await board()).toEqual([
    { busyUntil: instant(day, '15:00'), overMin: null, waits: null },
    { busyUntil: instant(day, '16:00'), overMin: null, waits: null },
    { busyUntil: instant(day, '16:05'), overMin: null, waits: null },
  ])

  app.setNow(at(day, '15:12'))
  const wait = { until: instant(day, '15:20'), atLeast: true }
  expect(await board()).toMatchObject([
    { busyUntil: instant(day, '15:20'), overMin: 12, waits: null },
    { waits: { ...wait, for: 'therapist' } },
    { waits: { ...wait, for: 'room' } },
  ])
  expect((await visit(long)).overMin).toBe(12)
  await app.as(salon.agent).put(`/orders/${(await boardOf(day))[1]!.orderId}/visit/no-show`, {})
  const walkIn = booking(salon, at(day, '15:15'), { minutes: 15 })
  expect((await app.as(salon.agent).post('/visits', walkIn)).problem).toMatchObject({
    code: 'orders.therapistTaken',
    data: { to: instant(day, '15:20') },
  })

  await app.as(salon.afang).put(`/orders/${long}/visit/record`, RECORD)
  await app.as(salon.afang).put(`/orders/${long}/visit/finish`, { skin: 'calm' })
  expect((await board()).map((v) => v.waits)).toEqual([null, null, null])
  expect((await app.as(salon.agent).post('/visits', walkIn)).status).toBe(201)
})

test('begun after its booked end it lasts as long as ever; whoever takes over must be free, and begun early it ends as booked', async () => {
  const day = nextDay()
  const late = await book(app, salon.agent, booking(salon, at(day, '11:00')))
  await book(app, salon.agent, booking(salon, at(day, '12:00'), { therapistId: salon.lulu.id }))
  const early = await book(app, salon.agent, booking(salon, at(day, '16:00')))
  app.setNow(at(day, '12:10'))
  await arrive(late)
  const busy = await begin(late, { therapistId: salon.lulu.id })
  expect(busy.problem.code).toBe('orders.therapistTaken')
  // Another room asks nothing of the therapist who was booked anyway.
  expect((await begin(late, { room: '3 号房' })).body).toMatchObject({
    state: 'treating',
    room: '3 号房',
    endsAt: instant(day, '13:10'),
  })
  app.setNow(at(day, '15:50'))
  expect((await begin(early)).body.endsAt).toBe(instant(day, '17:00'))
})

test('a stopped or expired batch goes onto nobody’s skin', async () => {
  const day = nextDay()
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00')))
  const mask = await openBatchOf(app, salon, '补水面膜', 'M-2601-03')
  app.setNow(at(day, '14:00'))
  await app.as(salon.afang).put(`/orders/${id}/visit/begin`, {})
  const stop = await app
    .as(salon.quality)
    .post<{ id: string }>('/stop-sales', { batchCode: 'M-2601-03', reason: '抽检不合格' })
  const put = (batchId: string) =>
    app.as(salon.afang).put(`/orders/${id}/visit/record`, { ...RECORD, products: [{ batchId }] })
  expect((await put(mask)).problem).toMatchObject({
    code: 'orders.batchStopped',
    data: { code: 'M-2601-03' },
  })
  expect((await put('00000000-0000-4000-8000-000000000000')).problem.code).toBe('orders.batchUnknown')
  await app.as(salon.quality).delete(`/stop-sales/${stop.body.id}`)
  expect((await put(mask)).status).toBe(200)
})

test('the record is sealed and opens only for those who treat, quality and advisors, for a reason that is kept', async () => {
  const day = nextDay()
  app.setNow(at(day, '13:55'))
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00')))
  await treat(app, salon, id)
  const stored = await app.services.db.inBrand(salon.brand.id, (tx) =>
    tx.selectFrom('orders.visit').selectAll().where('order_id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(JSON.stringify(stored)).not.toContain('泛红')
  expect(stored.record_enc!.toString('utf8')).not.toContain('泛红')
  const read = (by: typeof salon.agent) =>
    app.as(by).post<VisitRecord>(`/orders/${id}/record-readings`, { reason: '准备下一次护理' })
  for (const by of [salon.afang, salon.manager, salon.quality, salon.advisor])
    expect((await read(by)).body).toMatchObject({ ...RECORD, by: '阿芳' })
  for (const by of [salon.agent, salon.marketing, salon.admin]) expect((await read(by)).status).toBe(403)
  const reason = await app.as(salon.afang).post(`/orders/${id}/record-readings`, {})
  expect(reason.status).toBe(400)
  // What stands beside it tells nothing of it either.
  const seen = [await view(id), await visit(id), await page(id), await visit(id, salon.marketing)]
  expect(JSON.stringify(seen)).not.toMatch(/泛红|冷导|去角质/)
  const { entries } = (await app.as(salon.admin).get<{ entries: { action: string }[] }>('/audit')).body
  expect(entries.filter((r) => r.action === 'orders.readRecord')).toHaveLength(4)
})

test('a patch test that reacted is loud from then on', async () => {
  const day = nextDay()
  const id = await book(
    app,
    salon.agent,
    booking(salon, at(day, '14:00'), { name: '沈女士', contact: '17700002740' }),
  )
  app.setNow(at(day, '14:00'))
  await app.as(salon.afang).put(`/orders/${id}/visit/arrival`, {})
  await app.as(salon.afang).put(`/orders/${id}/visit/record`, {
    ...RECORD,
    patchTest: 'reacted',
    products: [{ batchId: salon.batch }],
  })
  expect((await view(id)).taboos).toEqual(['肤质：皮试有反应：舒缓精华'])
  const next = await book(
    app,
    salon.agent,
    booking(salon, at(day, '17:00'), { name: '沈女士', contact: '17700002740' }),
  )
  expect((await view(next)).taboos).toEqual(['肤质：皮试有反应：舒缓精华'])
})

test('the customer is asked once on the playbook’s days, not at night, and a calm answer opens nothing', async () => {
  const { id, aftercareId } = await askedAfter(nextDay())
  await app.sweep()
  const asked = (await view(id)).trace.filter((l) => l.kind === 'aftercare')
  expect(asked.map((l) => l.data)).toEqual([{ what: 'asked', day: 1 }])
  expect((await page(id)).can).toContain('aftercare')
  const said = await answer(id, { id: aftercareId, reaction: 'none' })
  expect(said.body.visit).toMatchObject({ answered: 'none', aftercare: { early: true } })
  await hearAnswers()
  expect((await view(id)).tickets).toEqual([])
  const wrong = await answer(id, { id: '00000000-0000-4000-8000-000000000000', reaction: 'strong' })
  expect(wrong.problem.code).toBe('orders.nothingToAnswer')
})

test('a strong reaction opens one ticket for quality, advisor and shop, found from the trace and the batch', async () => {
  const { id, aftercareId } = await askedAfter(nextDay())
  const said = { id: aftercareId, reaction: 'strong', text: '右脸不对劲，一直没好' }
  await answer(id, said)
  await answer(id, { ...said, reaction: 'none' })
  await hearAnswers()
  const order = await view(id)
  expect(order.tickets).toHaveLength(1)
  expect(order.trace.at(-1)).toMatchObject({ kind: 'ticket', data: { number: order.tickets[0]!.number } })
  const ticket = (await app.as(salon.quality).get<z.infer<typeof Ticket>>(`/tickets/${order.tickets[0]!.id}`))
    .body
  expect(ticket).toMatchObject({ kind: 'emergency', priority: 'P1', orderNumber: order.number })
  expect(ticket.category).toContain('皮肤红肿过敏')
  expect(ticket.content).toMatch(/右脸不对劲[\s\S]*舒缓补水护理[\s\S]*阿芳[\s\S]*舒缓精华 E-2602-11/)
  // The line of the trace tells nobody how the skin is; who cares for it sees it beside.
  expect(JSON.stringify(order.trace)).not.toMatch(/strong|不对劲/)
  expect((await visit(id)).aftercare[0]).toMatchObject({ reaction: 'strong', text: '右脸不对劲，一直没好' })
  expect((await visit(id)).aftercare[1]).toMatchObject({ state: 'skipped' })
  expect((await visit(id, salon.marketing)).aftercare[0]).toMatchObject({
    reaction: null,
    text: '',
    ticketId: null,
  })
  const { body } = await app
    .as(salon.quality)
    .get<z.infer<typeof BatchVisits>>(`/batches/${salon.batch}/visits`)
  expect(body.visits.find((v) => v.orderId === id)).toMatchObject({
    therapist: '阿芳',
    reaction: 'strong',
    ticketId: ticket.id,
  })
})

test('redness noted after a call is a complaint of its category, in the name of whoever called', async () => {
  const { id, aftercareId } = await askedAfter(nextDay())
  const noted = await app
    .as(salon.agent)
    .put<VisitView>(`/orders/${id}/aftercare/${aftercareId}`, { reaction: 'mild', text: '电话里说脸颊还红' })
  expect(noted.body.aftercare[0]).toMatchObject({
    state: 'answered',
    reaction: 'mild',
    byName: salon.agent.name,
  })
  await hearAnswers()
  const [ticket] = (await view(id)).tickets
  const { body } = await app.as(salon.agent).get<z.infer<typeof Ticket>>(`/tickets/${ticket!.id}`)
  expect(body).toMatchObject({ kind: 'complaint' })
  expect(body.category).toContain('皮肤红肿过敏')
  const again = await app
    .as(salon.agent)
    .put(`/orders/${id}/aftercare/${aftercareId}`, { reaction: 'strong' })
  expect(again.problem.code).toBe('orders.nothingToAnswer')
})

test('an appointment with something missing is kept, and everybody who comes in is somebody', async () => {
  const day = nextDay()
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00'), { name: '', contact: undefined }))
  expect(await view(id)).toMatchObject({ status: 'placed', gaps: ['phone', 'name'] })
  app.setNow(at(day, '14:00'))
  await app.as(salon.afang).put(`/orders/${id}/visit/arrival`, {})
  expect(await view(id)).toMatchObject({ status: 'confirmed', gaps: [] })
})

test('the customer’s page shows when, where and by whom, lets the appointment go, and not once the customer is there', async () => {
  const day = nextDay()
  const id = await book(app, salon.agent, booking(salon, at(day, '14:00'), { room: '2 号房' }))
  expect(await page(id)).toMatchObject({
    kind: 'visit',
    shop: '静安店',
    visit: { therapist: '阿芳', room: '2 号房', movable: true, aftercare: null },
    can: ['message', 'cancel'],
    steps: [{ key: 'received' }, { key: 'confirmed' }, { key: 'making' }, { key: 'delivered' }],
  })
  app.setNow(at(day, '14:00'))
  await app.as(salon.afang).put(`/orders/${id}/visit/arrival`, {})
  const url = `/public/orders/${await linkOf(id)}/cancellation`
  expect((await app.anonymous.put(url, {})).problem.code).toBe('orders.begun')
  expect((await page(id)).can).toEqual(['message'])
})
