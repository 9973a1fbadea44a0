import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ChatFront, ChatTalk } from '#contracts/channels/chat'
import type { CheckResult, Connection } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeShop, type MadeStaff } from '#test/make'

const NOON = '2026-03-02T12:00:00+08:00'
const SITE = 'https://www.brand.example'
const SECRET = 'a-secret-of-thirty-two-characters!'
const SETTINGS = {
  origins: [SITE],
  hours: ['1-5 09:00-18:00'],
  greeting: '欢迎来到茶屿',
  identitySecret: SECRET,
}

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let channelId: string
let path: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app.as(admin).post<Connection>('/channels', { kind: 'chat', name: '官网对话' })
  channelId = made.body.id
  path = `/public/chat/${/data-channel="([^"]+)"/.exec(made.body.embed)![1]}`
})
afterAll(() => app.close())
beforeEach(async () => {
  app.setNow(NOON)
  await connect(SETTINGS)
})

const connect = (settings: object) => app.as(admin).put(`/channels/${channelId}/connection`, { settings })
const from = (token = '', origin = SITE) => ({ headers: { origin, authorization: `Bearer ${token}` } })
const later = (minutes: number) =>
  app.setNow(new Date(app.services.now().getTime() + minutes * 60_000).toISOString())

async function begin(identity?: string): Promise<string> {
  const begun = await app.anonymous.post<{ token: string }>(
    `${path}/visitors`,
    identity ? { identity } : {},
    from(),
  )
  expect(begun.status, begun.text).toBe(201)
  return begun.body.token
}
const say = (token: string, text: string, id: string = randomUUID()) =>
  app.anonymous.post(`${path}/messages`, { id, text }, from(token))
const leave = (token: string, contact: string) =>
  app.anonymous.post(`${path}/contacts`, { id: randomUUID(), contact }, from(token))
const talk = async (token: string, query = '') =>
  (await app.anonymous.get<ChatTalk>(`${path}/messages${query}`, undefined, from(token))).body

async function ticketsOf(text: string) {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', text).execute(),
  )
  return Promise.all(
    rows.map(async ({ id }) => ({
      ...(await app.as(agent).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body,
      entries: (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries,
    })),
  )
}
const reply = (ticketId: string, text: string) =>
  app.as(agent).post(`/tickets/${ticketId}/replies`, { text, photos: [] })

function signed(claims: object, secret = SECRET): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'HS256' })}.${part(claims)}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}
const inAnHour = () => Math.floor(app.services.now().getTime() / 1000) + 3600

test('what a visitor says becomes a ticket, ten repeats change nothing, and the answer comes back with its receipts', async () => {
  const token = await begin()
  const id = randomUUID()
  for (let i = 0; i < 10; i++) expect((await say(token, '外卖少了一杯', id)).status).toBe(204)
  await app.sweep()
  const [ticket, ...others] = await ticketsOf('外卖少了一杯')
  expect(others).toEqual([])
  expect(ticket).toMatchObject({ channel: 'chat', assignee: { id: expect.any(String) } })
  expect(ticket!.entries.filter((e) => e.kind === 'message_in')).toHaveLength(1)
  expect(ticket!.entries[0]!.data).toMatchObject({ about: { website: SITE } })

  expect((await reply(ticket!.id, '马上给您补送')).status).toBe(200)
  await app.sweep()
  const told = await talk(token)
  expect(told.messages!.map((m) => m.from)).toEqual(['visitor', 'brand', 'brand'])
  expect(told.messages!.at(-1)!.text).toContain('马上给您补送')
  const fate = async () =>
    (await ticketsOf('外卖少了一杯'))[0]!.entries.find((e) => e.text === '马上给您补送')!.delivery
  expect(await fate()).toBe('delivered')
  expect(await talk(token, `?rev=${told.rev}&read=${told.messages!.at(-1)!.id}`)).toMatchObject({
    rev: told.rev,
    messages: null,
  })
  expect(await fate()).toBe('read')
})

test('a second word goes to the same ticket, another visitor to his own', async () => {
  const [one, two] = [await begin(), await begin()]
  await say(one, '你们几点关门呀')
  await app.sweep()
  later(1)
  await say(one, '今天还来得及吗')
  await say(two, '杯子漏了怎么办')
  await app.sweep()
  const [ticket] = await ticketsOf('你们几点关门呀')
  expect(ticket!.entries.filter((e) => e.kind === 'message_in').map((e) => e.text)).toEqual([
    '你们几点关门呀',
    '今天还来得及吗',
  ])
  expect((await talk(two)).messages!.map((m) => m.text)).not.toContain('你们几点关门呀')
})

test('only listed websites are let in, and told so by CORS', async () => {
  const front = await app.anonymous.get<ChatFront>(path, undefined, from())
  expect(front.body).toMatchObject({ greeting: '欢迎来到茶屿', open: true, opensAt: null })
  expect(front.headers['access-control-allow-origin']).toBe(SITE)
  expect(front.headers.vary).toContain('origin')
  for (const origin of [
    'https://brand.example',
    `${SITE}.evil.example`,
    'http://www.brand.example',
    'null',
  ]) {
    const refused = await app.anonymous.get(path, undefined, from('', origin))
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([403, undefined])
  }
  const preflight = await app.server.inject({
    method: 'OPTIONS',
    url: `/api${path}/messages`,
    headers: { origin: SITE, 'access-control-request-method': 'POST' },
  })
  expect(preflight.statusCode).toBe(204)
  expect(preflight.headers['access-control-allow-headers']).toContain('authorization')
  await app.as(admin).patch(`/channels/${channelId}`, { on: false })
  expect((await app.anonymous.get(path, undefined, from())).status).toBe(404)
  await app.as(admin).patch(`/channels/${channelId}`, { on: true })
})

test('a visitor is who the host site signed for, on every device, and nobody else', async () => {
  const claims = { sub: 'member-7', exp: inAnHour(), name: '林小雨', phone: '13800001234' }
  await say(await begin(signed(claims)), '我的会员卡丢了')
  await app.sweep()
  expect((await talk(await begin(signed(claims)))).messages![0]!.text).toBe('我的会员卡丢了')
  const [ticket] = await ticketsOf('我的会员卡丢了')
  expect(ticket!.customer).toMatchObject({ name: '林**' })
  const forged = signed({ ...claims, sub: 'boss' }, 'another-secret-of-thirty-two-chars')
  expect((await app.anonymous.post(`${path}/visitors`, { identity: forged }, from())).status).toBe(403)
  const token = await begin(signed(claims))
  later(70)
  expect((await say(token, '过期了还说话')).status).toBe(403)
  expect((await say(`${await begin()}x`, '改过的令牌')).status).toBe(403)
  expect((await say('', '没有令牌')).status).toBe(403)
})

test('nobody answers in time: a contact is asked for once, and the ticket belongs to its customer', async () => {
  const token = await begin()
  await say(token, '怎么没有人理我')
  await app.sweep()
  expect((await talk(token)).ask).toBe('')
  later(6)
  expect((await talk(token)).ask).toBe('late')
  expect((await leave(token, '微信号')).status).toBe(400)
  expect((await leave(token, '138 0000 5678')).status).toBe(204)
  await app.sweep()
  expect(await talk(token)).toMatchObject({ ask: '', contactGiven: true })
  const [ticket] = await ticketsOf('怎么没有人理我')
  expect(JSON.stringify(ticket!.customer)).toContain('138****5678')
})

test('outside of the hours the widget says when somebody is back', async () => {
  app.setNow('2026-03-02T20:00:00+08:00')
  const token = await begin()
  await say(token, '晚上还有人吗')
  expect(await talk(token)).toMatchObject({ open: false, opensAt: '2026-03-03T01:00:00.000Z', ask: 'closed' })
})

test('without hours of its own the chat keeps the office’s days, also over a holiday', async () => {
  await connect({ origins: [SITE], hours: [] })
  const front = async (now: string) => {
    app.setNow(now)
    const { open, opensAt } = (await app.anonymous.get<ChatFront>(path, undefined, from())).body
    return { open, opensAt }
  }
  // A make-up Saturday before the Spring Festival is worked, with the break at noon.
  expect(await front('2026-02-14T10:00:00+08:00')).toEqual({ open: true, opensAt: null })
  expect(await front('2026-02-14T12:30:00+08:00')).toEqual({
    open: false,
    opensAt: '2026-02-14T05:00:00.000Z',
  })
  // The evening before the holiday points to the day after it.
  expect(await front('2026-02-14T19:00:00+08:00')).toEqual({
    open: false,
    opensAt: '2026-02-24T01:00:00.000Z',
  })
  expect(await front('2026-02-18T10:00:00+08:00')).toMatchObject({ open: false })
  await connect({ origins: [SITE], hours: ['1-7 10:00-22:00'] })
  expect(await front('2026-02-18T10:00:00+08:00')).toEqual({ open: true, opensAt: null })
})

test('the website of one shop keeps its hours, and what is said there is about that shop', async () => {
  const hours = everyDay(['10:00', '26:00'])
  const own = await app.make.shop({ hours })
  await connect({ origins: [SITE], hours: [], shopCode: own.code })
  app.setNow('2026-02-18T01:30:00+08:00')
  const token = await begin()
  expect((await app.anonymous.get<ChatFront>(path, undefined, from())).body.open).toBe(true)
  await say(token, '夜里的店里太吵')
  await app.sweep()
  expect((await ticketsOf('夜里的店里太吵'))[0]!.shop).toMatchObject({ id: own.id })
  await connect({ shopCode: 'S9' })
  const checked = await app.as(admin).post<CheckResult>(`/channels/${channelId}/test`, {})
  expect(checked.body.steps.at(-1)).toMatchObject({ step: 'shop', fault: 'noShop' })
  await connect({ shopCode: '' })
})

test('the test of the connection says that a website is missing, and a wrong one is refused', async () => {
  const check = async () => (await app.as(admin).post<CheckResult>(`/channels/${channelId}/test`, {})).body
  expect(await check()).toMatchObject({ ok: true })
  await connect({ origins: [] })
  expect(await check()).toMatchObject({ ok: false, steps: [{ step: 'origins', fault: 'noOrigin' }] })
  expect((await connect({ origins: ['brand'] })).problem).toMatchObject({
    code: 'channels.settingWrong',
    field: 'origins',
  })
  expect((await connect({ hours: ['9-5'] })).problem).toMatchObject({ field: 'hours' })
})

test('one visitor cannot flood, and what is said stays whole', async () => {
  const token = await begin()
  const answers = []
  for (let i = 0; i < 21; i++) answers.push((await say(token, `第 ${i} 句`)).status)
  expect(answers.filter((status) => status === 204)).toHaveLength(20)
  expect(answers.at(-1)).toBe(429)
  expect((await say(await begin(), ' ')).status).toBe(400)
})
