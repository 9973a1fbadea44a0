import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection, StrayList } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

const NOON = '2026-03-02T12:00:00+08:00'
const SECRET = 'a-secret-of-the-monitor'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let hook: string
let channelId: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app.as(admin).post<z.infer<typeof Connection>>('/channels', {
    kind: 'monitor',
    name: '舆情推送',
  })
  channelId = made.body.id
  hook = new URL(made.body.hookUrl).pathname
})
afterAll(() => app.close())
beforeEach(async () => {
  app.setNow(NOON)
  await connect({ secret: SECRET })
})

const connect = (settings: object) => app.as(admin).put(`/channels/${channelId}/connection`, { settings })
function push(posts: object[], secret = SECRET, at = app.services.now()) {
  const body = JSON.stringify({ posts })
  const stamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex')
  const headers = {
    'x-huiyin-timestamp': stamp,
    'x-huiyin-signature': signature,
    'content-type': 'text/json',
  }
  return app.server.inject({ method: 'POST', url: hook, headers, payload: body })
}
const post = (id: string, text: string, more = {}) => ({ id, site: '小红书', author: '阿青', text, ...more })

/** The tickets whose customer wrote this first, with their timelines. */
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
const saidIn = (ticket: Awaited<ReturnType<typeof ticketsOf>>[number]) =>
  ticket.entries.filter((e) => e.kind === 'message_in').map((e) => e.text)

test('a push becomes a ticket of its shop, with an assignee and clocks; ten repeats change nothing', async () => {
  const said = post('p1', '奶茶里喝出一根头发', { shopCode: shop.code, stars: 1, url: 'https://x.cn/p1' })
  for (let i = 0; i < 10; i++) expect((await push([said])).statusCode).toBe(200)
  await app.sweep()
  const [ticket, ...others] = await ticketsOf('奶茶里喝出一根头发')
  expect(others).toEqual([])
  expect(ticket).toMatchObject({
    channel: 'monitor',
    shop: { id: shop.id },
    assignee: { id: expect.any(String) },
  })
  expect(ticket!.clocks.length).toBeGreaterThan(0)
  expect(ticket!.entries[0]!.data).toMatchObject({
    about: { site: '小红书', url: 'https://x.cn/p1' },
    stars: 1,
  })
  await push([said])
  await app.sweep()
  expect(saidIn((await ticketsOf('奶茶里喝出一根头发'))[0]!)).toHaveLength(1)
})

test('the same post with other words is one message more on its ticket, in the order of its coming', async () => {
  await push([post('p2', '等了一个小时'), post('p2', '等了一个小时还没好'), post('p2', '算了不要了')])
  await app.sweep()
  const [ticket] = await ticketsOf('等了一个小时')
  expect(saidIn(ticket!)).toEqual(['等了一个小时', '等了一个小时还没好', '算了不要了'])
})

test('what is forged, stale or for nobody stays outside', async () => {
  expect((await push([post('p3', '假的')], 'another-secret-of-16')).statusCode).toBe(403)
  const hourAgo = new Date(app.services.now().getTime() - 3_600_000)
  expect((await push([post('p3', '旧的')], SECRET, hourAgo)).statusCode).toBe(400)
  expect(
    (await app.server.inject({ method: 'POST', url: '/api/hooks/nobody', payload: 'x' })).statusCode,
  ).toBe(404)
  await app.as(admin).patch(`/channels/${channelId}`, { on: false })
  expect((await push([post('p3', '关着的')])).statusCode).toBe(404)
  await app.as(admin).patch(`/channels/${channelId}`, { on: true })
  await app.sweep()
  expect([
    ...(await ticketsOf('假的')),
    ...(await ticketsOf('旧的')),
    ...(await ticketsOf('关着的')),
  ]).toEqual([])
})

test('what nobody understands is kept, shown, and read again or put away', async () => {
  expect((await push([{ id: 'p4', stars: 'many', text: '电话 13812345678' }])).statusCode).toBe(200)
  await app.sweep()
  const strays = async () =>
    (await app.as(admin).get<z.infer<typeof StrayList>>('/channels/strays')).body.messages
  const [stray] = await strays()
  expect(stray).toMatchObject({ problem: 'unreadable', channel: { name: '舆情推送' } })
  expect(stray!.raw).toContain('138****5678')
  await app.as(admin).post(`/channels/strays/${stray!.id}`, { deed: 'again' })
  await app.sweep()
  expect(await strays()).toHaveLength(1)
  await app.as(admin).post(`/channels/strays/${stray!.id}`, { deed: 'dismiss' })
  expect(await strays()).toEqual([])
})

test('a secret is kept, never shown, and stays when it is left out', async () => {
  const read = async () =>
    (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channelId}/connection`)).body
  expect((await read()).secrets).toEqual({ secret: '••••itor' })
  expect((await connect({ toleranceS: 60 })).status).toBe(200)
  expect(JSON.stringify(await read())).not.toContain(SECRET)
  expect((await push([post('p5', '还收得到')])).statusCode).toBe(200)
  const short = await connect({ secret: 'short' })
  expect(short.problem).toMatchObject({ code: 'channels.settingWrong', field: 'secret' })
})

test('after the ticket is closed a new word opens a new one', async () => {
  await push([post('p6', '杯子漏了')])
  await app.sweep()
  const [first] = await ticketsOf('杯子漏了')
  const lead = app.as(await app.make.staff({ role: 'lead' }))
  const closed = await lead.put(`/tickets/${first!.id}/closure`, {
    note: '已处理',
    despite: '顾客已经收到新的一杯',
  })
  expect(closed.status, closed.text).toBe(200)
  await push([post('p6', '今天又漏了')])
  await app.sweep()
  const [second] = await ticketsOf('今天又漏了')
  expect(second!.id).not.toBe(first!.id)
})
