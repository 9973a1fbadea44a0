import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Confirmation, EventView, PublicEvent, RewardPage, SignUpRow } from '#contracts/loyalty/events'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let manager: MadeStaff
let finance: MadeStaff
let agent: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  manager = await app.make.staff({ role: 'shop_manager', shop })
  finance = await app.make.staff({ role: 'finance' })
  agent = await app.make.staff({ role: 'agent' })
})
afterAll(() => app.close())
beforeEach(() => app.setNow('2026-03-02T12:00:00+08:00'))

const EVENT = {
  name: { 'zh-CN': '春日试饮会', en: 'Spring tasting' },
  startsAt: '2026-03-01T00:00:00Z',
  endsAt: '2026-03-20T00:00:00Z',
  capacity: 3,
  opinion: { 'zh-CN': '对我们的新品有什么想说的？' },
  reward: { kind: 'coupon', amountMinor: 800, days: 30, budgetMinor: 2000 },
  consent: {
    'zh-CN': '同意品牌为本次活动登记我的称呼和手机号。',
    en: 'You may keep my name and number for this event.',
  },
  news: { 'zh-CN': '以后有新品也告诉我。' },
}

type Change = Record<string, unknown>

async function makeEvent(change: Change = {}, state = 'open') {
  const made = await app.as(admin).post<EventView>('/events', { ...EVENT, ...change })
  expect(made.status).toBe(201)
  if (state !== 'draft') await app.as(admin).put(`/events/${made.body.id}/state`, { state: 'open' })
  if (state === 'closed') await app.as(admin).put(`/events/${made.body.id}/state`, { state })
  return { id: made.body.id, slug: made.body.url.split('/').at(-1)! }
}

let numbers = 13_900_000_000
let ips = 0
const newPhone = () => String(++numbers)

function signUp(slug: string, change: Change = {}) {
  const body = {
    submissionId: randomUUID(),
    name: '林小雨',
    phone: newPhone(),
    consent: true,
    consentVersion: 1,
    ...change,
  }
  ips += 1
  const ip = `10.1.${ips >> 8}.${ips & 255}`
  return app.anonymous.post<Confirmation>(`/public/events/${slug}/sign-ups`, body, { ip })
}

const read = (id: string) =>
  app
    .as(admin)
    .get<EventView>(`/events/${id}`)
    .then((r) => r.body)
const people = (id: string) =>
  app
    .as(admin)
    .get<{ rows: SignUpRow[] }>(`/events/${id}/sign-ups`)
    .then((r) => r.body.rows)
const tokenOf = (confirmation: Confirmation) => confirmation.path.slice('/s/'.length)
const withdraw = (confirmation: Confirmation, purpose: 'event' | 'news' = 'event') =>
  app.anonymous.put<Confirmation>(`/public/sign-ups/${tokenOf(confirmation)}/withdrawal`, { purpose })

describe('signing up', () => {
  test('gives a place, a coupon out of the budget and a private page, and keeps what was agreed to', async () => {
    const { id, slug } = await makeEvent()
    const page = await app.anonymous.get<PublicEvent>(`/public/events/${slug}?locale=en`)
    expect(page.body).toMatchObject({
      name: 'Spring tasting',
      phase: 'open',
      left: 3,
      reward: { left: true },
    })
    const { status, body } = await signUp(slug, { phone: '139 0000 1234', news: true, newsVersion: 1 })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'signed_up',
      name: '林**',
      phone: '139****1234',
      rewardState: 'issued',
      reward: { kind: 'coupon', amountMinor: 800, currency: 'CNY', expiresAt: '2026-04-01T04:00:00.000Z' },
      consent: { version: 1, at: '2026-03-02T04:00:00.000Z' },
      news: { version: 1 },
    })
    expect(body.reward!.code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/)
    expect((await app.anonymous.get<Confirmation>(`/public/sign-ups/${tokenOf(body)}`)).body).toEqual(body)
    expect(await read(id)).toMatchObject({ taken: 1, spent: 800 })
    expect(await people(id)).toMatchObject([
      { name: '林**', phone: '139****1234', reward: 'issued', news: true },
    ])
  })

  test('the same form sent again is the same sign-up; the same number in another form is told kindly and nothing more', async () => {
    const { id, slug } = await makeEvent()
    const form = { submissionId: randomUUID(), phone: newPhone() }
    const [first, again] = [await signUp(slug, form), await signUp(slug, form)]
    expect(again.body).toEqual(first.body)
    const other = await signUp(slug, { phone: `+86 ${form.phone}`, name: '别人' })
    expect([other.status, other.problem.code]).toEqual([409, 'loyalty.alreadySignedUp'])
    expect(other.text).not.toMatch(/林|\/s\/|HY-/)
    expect(await read(id)).toMatchObject({ taken: 1, spent: 800 })
  })

  test('ten people for the last place: one gets it, nine are told, and the coupon budget holds', async () => {
    const { id, slug } = await makeEvent({ capacity: 1 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(slug)))
    expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(answers.filter((a) => a.status === 409).map((a) => a.problem.code)).toEqual(
      Array(9).fill('loyalty.eventFull'),
    )
    expect(await read(id)).toMatchObject({ taken: 1, spent: 800, phase: 'full' })
  })

  test('one number sent by six phones at once is signed up once', async () => {
    const { id, slug } = await makeEvent()
    const phone = newPhone()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => signUp(slug, { phone, opinion: '杯子太烫手' })),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array(5).fill(409)])
    expect(await people(id)).toHaveLength(1)
    const form = { submissionId: randomUUID(), phone: newPhone(), opinion: '吸管太细' }
    const same = await Promise.all(Array.from({ length: 5 }, () => signUp(slug, form)))
    expect(new Set(same.map((a) => a.body.path)).size).toBe(1)
    expect(await read(id)).toMatchObject({ taken: 2 })
  })

  test('when the budget is used up the sign-up still counts and says so', async () => {
    const { id, slug } = await makeEvent()
    const states = []
    for (let i = 0; i < 3; i++) states.push((await signUp(slug)).body.rewardState)
    expect(states).toEqual(['issued', 'issued', 'spent'])
    expect(await read(id)).toMatchObject({ taken: 3, spent: 1600 })
    const page = await app.anonymous.get<PublicEvent>(`/public/events/${slug}`)
    expect(page.body).toMatchObject({ phase: 'full', left: 0, reward: { left: false } })
  })

  test('points go into the ledger of a customer who has a file from then on', async () => {
    const reward = { kind: 'points', points: 50, budgetPoints: 1000 }
    const { id, slug } = await makeEvent({ reward, capacity: null })
    const first = await signUp(slug)
    expect(first.body.reward).toMatchObject({ kind: 'points', points: 50 })
    expect(await read(id)).toMatchObject({ spent: 50, capacity: null })
    const entry = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.selectFrom('loyalty.points_entry').selectAll().executeTakeFirstOrThrow(),
    )
    expect([entry.points, entry.reason, entry.customer_id !== null]).toEqual([50, '春日试饮会', true])
  })

  test('nobody agrees to a wording that was not shown, nor without a tick', async () => {
    const { id, slug } = await makeEvent()
    expect((await signUp(slug, { consent: false })).problem.code).toBe('loyalty.consentMissing')
    await app.as(admin).put(`/events/${id}`, { ...EVENT, consent: { 'zh-CN': '新的同意书。' } })
    expect((await signUp(slug)).problem.code).toBe('loyalty.consentChanged')
    const now = await signUp(slug, { consentVersion: 2 })
    expect(now.body.consent).toMatchObject({ version: 2, text: '新的同意书。' })
  })

  test('required answers and choices are checked, and kept in the words of the day', async () => {
    const questions = [
      {
        ask: { 'zh-CN': '喜欢哪种甜度？' },
        required: true,
        options: [{ 'zh-CN': '三分糖' }, { 'zh-CN': '七分糖' }],
      },
    ]
    const { id, slug } = await makeEvent({ questions })
    expect((await signUp(slug)).problem).toMatchObject({ code: 'loyalty.answerRequired', field: 'answers' })
    expect((await signUp(slug, { answers: ['全糖'] })).problem.code).toBe('loyalty.answerUnknown')
    expect((await signUp(slug, { answers: ['三分糖'] })).status).toBe(201)
    expect((await people(id))[0]!.answers).toEqual([{ ask: '喜欢哪种甜度？', answer: '三分糖' }])
  })

  test.each([
    ['draft', {}, 404, 'loyalty.eventUnknown'],
    ['closed', {}, 409, 'loyalty.eventNotOpen'],
    ['open', { startsAt: '2026-03-05T00:00:00Z' }, 409, 'loyalty.eventNotOpen'],
    ['open', { endsAt: '2026-03-02T00:00:00Z' }, 409, 'loyalty.eventNotOpen'],
  ])('%s with %j is refused', async (state, change, status, code) => {
    const { slug } = await makeEvent(change, state)
    const answer = await signUp(slug)
    expect([answer.status, answer.problem.code]).toEqual([status, code])
  })

  test('whoever writes an opinion opens a ticket of the channel for events, and follows it', async () => {
    const { id, slug } = await makeEvent({ shopIds: [shop.id] })
    const { body } = await signUp(slug, { opinion: '试饮的奶茶里有一根头发，太恶心了' })
    const progress = await app.anonymous.get(`/public/progress/${body.progress.slice('/t/'.length)}`)
    expect(progress.status).toBe(200)
    const [row] = await people(id)
    const ticket = await app.as(agent).get<Record<string, unknown>>(`/tickets/${row!.ticketId}`)
    expect(ticket.body).toMatchObject({ channel: 'event', place: '春日试饮会', shop: { id: shop.id } })
    expect(['complaint', 'emergency']).toContain(ticket.body.kind)
  })

  test('a full event keeps no ticket of whoever was refused', async () => {
    const { slug } = await makeEvent({ capacity: 1 })
    await signUp(slug)
    const count = () =>
      app.services.db.inBrand(shop.brandId, (tx) =>
        tx
          .selectFrom('tickets.ticket')
          .select((e) => e.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow(),
      )
    const before = await count()
    expect((await signUp(slug, { opinion: '排队太久' })).status).toBe(409)
    expect(await count()).toEqual(before)
  })
})

describe('taking it back', () => {
  test('frees the place, empties name, number and answers, leaves the coupon, and the number may come again without a second one', async () => {
    const { id, slug } = await makeEvent({ capacity: 1 })
    const phone = newPhone()
    const first = (await signUp(slug, { phone, news: true, newsVersion: 1 })).body
    const gone = await withdraw(first)
    expect(gone.body).toMatchObject({
      state: 'withdrawn',
      name: '',
      phone: '',
      news: null,
      reward: first.reward,
    })
    expect((await withdraw(first)).body).toEqual(gone.body)
    expect(await read(id)).toMatchObject({ taken: 0, spent: 800, phase: 'open' })
    const stored = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.selectFrom('loyalty.event_sign_up').selectAll().where('event_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect([
      stored.name_enc,
      stored.phone_enc,
      stored.phone_index,
      stored.answers_enc,
      stored.customer_id,
    ]).toEqual(Array(5).fill(null))
    const back = (await signUp(slug, { phone })).body
    expect(back).toMatchObject({ rewardState: 'had', reward: { code: first.reward!.code } })
    expect(await read(id)).toMatchObject({ taken: 1, spent: 800 })
    const said = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx
        .selectFrom('loyalty.event_agreement')
        .select(['purpose', 'given', 'via', 'version'])
        .where('sign_up_id', '=', stored.id)
        .orderBy('given', 'desc')
        .orderBy('purpose')
        .execute(),
    )
    expect(said.map((s) => `${s.purpose} ${s.given} ${s.via} ${s.version}`)).toEqual([
      'event true page 1',
      'news true page 1',
      'event false page 1',
      'news false page 1',
    ])
  })

  test('only the news, and the sign-up stays', async () => {
    const { id, slug } = await makeEvent()
    const mine = (await signUp(slug, { news: true, newsVersion: 1 })).body
    expect((await withdraw(mine, 'news')).body).toMatchObject({
      state: 'signed_up',
      news: null,
      phone: mine.phone,
    })
    expect((await people(id))[0]).toMatchObject({ state: 'signed_up', news: false })
  })

  test('staff do it for somebody who lost the link, with a reason', async () => {
    const { id, slug } = await makeEvent()
    const mine = (await signUp(slug)).body
    const [row] = await people(id)
    const path = `/events/${id}/sign-ups/${row!.id}/cancellation`
    expect((await app.as(admin).post(path, { reason: '本人到店要求取消' })).status).toBe(204)
    expect((await app.anonymous.get<Confirmation>(`/public/sign-ups/${tokenOf(mine)}`)).body.state).toBe(
      'withdrawn',
    )
  })
})

describe('behind the desk', () => {
  test('a manager makes events of the own shop only, and does not see those of the brand', async () => {
    const brandWide = await makeEvent()
    const asManager = app.as(manager)
    expect((await asManager.post('/events', EVENT)).problem.code).toBe('loyalty.shopUnknown')
    const own = await asManager.post<EventView>('/events', { ...EVENT, shopIds: [shop.id] })
    expect(own.body).toMatchObject({ state: 'draft', shops: [{ id: shop.id }], mayManage: true })
    expect((await asManager.get(`/events/${brandWide.id}`)).status).toBe(404)
    const list = await asManager.get<EventView[]>('/events')
    expect(list.body.every((e) => e.shops.every((s) => s.id === shop.id) && e.shops.length > 0)).toBe(true)
  })

  test('a number is shown, and the list exported, only with a reason that the audit keeps; cells are harmless', async () => {
    const { id, slug } = await makeEvent()
    await signUp(slug, { name: '=1+1', phone: '13900007777' })
    const [row] = await people(id)
    const contact = await app
      .as(admin)
      .post(`/events/${id}/sign-ups/${row!.id}/contact`, { reason: '活动改期要通知' })
    expect(contact.body).toEqual({ name: '=1+1', phone: '13900007777' })
    const file = await app.as(admin).post(`/events/${id}/sign-ups/export`, { reason: '活动签到名单' })
    expect(file.text).toContain("'=1+1,'13900007777")
    expect((await app.as(finance).get(`/events/${id}/sign-ups`)).status).toBe(403)
    const audited = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.selectFrom('platform.audit_entry').select(['action', 'data']).where('subject_id', '=', id).execute(),
    )
    const shown = audited.map((a) => `${a.action} ${(a.data as { reason?: string }).reason ?? ''}`)
    expect(shown).toContain('loyalty.revealSignUp 活动改期要通知')
    expect(shown).toContain('loyalty.exportSignUps 活动签到名单')
  })

  test('finance reads the ledger, with sums by event and nobody’s name', async () => {
    const { id, slug } = await makeEvent()
    await signUp(slug, { name: '周可可' })
    const { body, text } = await app.as(finance).get<RewardPage>('/event-rewards')
    expect(body.totals.find((t) => t.eventId === id)).toMatchObject({
      count: 1,
      given: 800,
      budget: 2000,
      currency: 'CNY',
    })
    expect(body.rows[0]).toMatchObject({
      event: '春日试饮会',
      kind: 'coupon',
      amountMinor: 800,
      state: 'issued',
    })
    expect(text).not.toMatch(/周|139\*/)
  })

  test('places and budget are never less than what is given, and the kind of a given reward stays', async () => {
    const { id, slug } = await makeEvent()
    await signUp(slug)
    await signUp(slug)
    const save = (change: Change) => app.as(admin).put(`/events/${id}`, { ...EVENT, ...change })
    expect((await save({ capacity: 1 })).problem).toMatchObject({
      code: 'loyalty.capacityTaken',
      field: 'capacity',
    })
    const small = { ...EVENT.reward, budgetMinor: 1000 }
    expect((await save({ reward: small })).problem.code).toBe('loyalty.budgetGiven')
    expect((await save({ reward: null })).problem.code).toBe('loyalty.rewardFixed')
    expect((await save({ endsAt: EVENT.startsAt })).problem.code).toBe('loyalty.endsTooEarly')
  })
})
