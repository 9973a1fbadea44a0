import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection, StrayList } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

const NOON = '2026-03-02T12:00:00+08:00'
const SECRET = 'a-secret-of-the-monitor'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let hook: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app.as(admin).post<z.infer<typeof Connection>>('/channels', {
    kind: 'monitor',
    name: '舆情推送',
  })
  await app.as(admin).put(`/channels/${made.body.id}/connection`, { settings: { secret: SECRET } })
  hook = new URL(made.body.hookUrl).pathname
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOON))

async function push(posts: object[]): Promise<void> {
  const body = JSON.stringify({ posts })
  const stamp = String(Math.floor(app.services.now().getTime() / 1000))
  const signature = createHmac('sha256', SECRET).update(`${stamp}.${body}`).digest('hex')
  const headers = { 'x-huiyin-timestamp': stamp, 'x-huiyin-signature': signature }
  const answer = await app.server.inject({
    method: 'POST',
    url: hook,
    headers: { ...headers, 'content-type': 'text/json' },
    payload: body,
  })
  expect(answer.statusCode, answer.body).toBe(200)
}
const post = (id: string, text: string, more = {}) => ({ id, site: '小红书', author: '阿青', text, ...more })
const many = (name: string, count: number, more = {}) =>
  Array.from({ length: count }, (_, i) => post(`${name}${i}`, `${name} 的第 ${i} 杯洒了`, more))

const rows = <T>(work: (tx: Tx) => Promise<T>) => app.services.db.inBrand(shop.brandId, work)
const ticketsLike = (words: string) =>
  rows((tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select(['id', 'content', 'assignee_id'])
      .where('content', 'like', words)
      .execute(),
  )
const told = async (ticketId: string) =>
  (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${ticketId}/entries`)).body.entries
const saidIn = async (ticketId: string) =>
  (await told(ticketId)).filter((e) => e.kind === 'message_in').map((e) => e.text)
const strays = async () =>
  (await app.as(admin).get<z.infer<typeof StrayList>>('/channels/strays')).body.messages
const waiting = () =>
  rows((tx) =>
    tx
      .selectFrom('channels.inbound_message')
      .select(['id', 'tries'])
      .where('state', '=', 'received')
      .execute(),
  )

test('a storm becomes one ticket for each message, each with an assignee, clocks, an event and an audit entry; ten repeats change nothing', async () => {
  const posts = many('storm', 150, { shopCode: shop.code })
  for (let i = 0; i < 10; i++) await push(posts)
  await app.sweep()
  const tickets = await ticketsLike('storm 的第 %')
  expect(new Set(tickets.map((t) => t.content))).toEqual(new Set(posts.map((p) => p.text)))
  expect(tickets).toHaveLength(150)
  expect(tickets.every((t) => t.assignee_id)).toBe(true)
  const one = (await app.as(agent).get<z.infer<typeof Ticket>>(`/tickets/${tickets[7]!.id}`)).body
  expect(one).toMatchObject({ channel: 'monitor', shop: { id: shop.id } })
  expect(one.clocks.length).toBeGreaterThan(0)
  const ids = tickets.map((t) => t.id)
  const counted = await rows(async (tx) => ({
    events: await tx
      .selectFrom('platform.event')
      .select('body')
      .where('name', '=', 'tickets.opened')
      .execute(),
    audits: await tx
      .selectFrom('platform.audit_entry')
      .select('subject_id')
      .where('action', '=', 'tickets.open')
      .where('subject_id', 'in', ids)
      .execute(),
  }))
  expect(new Set(counted.audits.map((a) => a.subject_id))).toEqual(new Set(ids))
  expect(counted.audits).toHaveLength(150)
  const opened = counted.events.map((e) => (e.body as { ticketId: string }).ticketId)
  expect(opened.filter((id) => ids.includes(id))).toHaveLength(150)
  await push(posts)
  await app.sweep()
  expect(await ticketsLike('storm 的第 %')).toHaveLength(150)
})

test('what one writes many times in a storm stands on one ticket, in the order of its coming', async () => {
  const words = Array.from({ length: 40 }, (_, i) => `写了第 ${i + 1} 句`)
  const posts = words.flatMap((text, i) => [post('writer', text), ...many(`beside${i}-`, 2)])
  await push(posts)
  await app.sweep()
  const [ticket, ...others] = await ticketsLike('写了第 1 句')
  expect(others).toEqual([])
  expect(await saidIn(ticket!.id)).toEqual(words)
  await push([...many('later', 5), post('writer', '还有一句'), post('writer', '再一句')])
  await app.sweep()
  expect(await saidIn(ticket!.id)).toEqual([...words, '还有一句', '再一句'])
  expect(await waiting()).toEqual([])
})

test('what nobody understands goes to "needs a look" and takes nobody with it; what is behind it in its thread is heard', async () => {
  const bad = { id: 'odd', stars: 'many', text: '看不懂的' }
  await push([...many('good', 10), bad, post('odd', '看得懂的'), ...many('fine', 10)])
  await app.sweep()
  expect([...(await ticketsLike('good 的%')), ...(await ticketsLike('fine 的%'))]).toHaveLength(20)
  expect((await strays()).map((s) => s.problem)).toEqual(['unreadable'])
  expect(await ticketsLike('看得懂的')).toHaveLength(1)
})

test('one that cannot be saved is put off alone, and the rest of its thread waits for it', async () => {
  const bad = post('sick', '存不进\u0000去的')
  await push([...many('well', 12), bad, post('sick', '后面一句'), ...many('hale', 12)])
  await app.sweep()
  expect([...(await ticketsLike('well 的%')), ...(await ticketsLike('hale 的%'))]).toHaveLength(24)
  expect((await waiting()).map((w) => w.tries).sort()).toEqual([0, 1])
  expect(await ticketsLike('后面一句')).toEqual([])
  app.setNow(new Date(Date.parse(NOON) + 10_000).toISOString())
  await app.sweep()
  expect((await waiting()).map((w) => w.tries).sort()).toEqual([0, 2])
  expect(await ticketsLike('后面一句')).toEqual([])
})

test('heard together or one by one, the same becomes of it', async () => {
  // An order each: the same one told of again would rightly be held for the same matter.
  const talk = (name: string, orderNumber: string) => [
    post(`${name}-a`, '头发在奶茶里', { shopCode: shop.code, stars: 1, orderNumber }),
    post(`${name}-b`, '很好喝'),
    post(`${name}-a`, '还没有人理我'),
    post(`${name}-c`, ''),
    post(`${name}-b`, '下次还来'),
    post(`${name}-d`, '等了一个小时', { at: '2026-03-02T10:00:00+08:00', url: 'https://x.cn/d' }),
  ]
  const [before] = await ticketsAfter(0)
  for (const one of talk('alone', '2026030288')) {
    await push([one])
    await app.sweep()
  }
  const [middle, alone] = await ticketsAfter(before)
  await push(talk('together', '2026030299'))
  await app.sweep()
  const [, together] = await ticketsAfter(middle)
  expect(alone).toHaveLength(4)
  expect(JSON.parse(JSON.stringify(together).replaceAll('0299', '0288'))).toEqual(alone)
})

/** Tickets with a higher number than this one: what stands on them, without ids and instants; and the highest number. */
async function ticketsAfter(after: number): Promise<[number, unknown[]]> {
  return rows(async (tx) => {
    const tickets = await tx
      .selectFrom('tickets.ticket')
      .select([
        'id',
        'number',
        'status',
        'kind',
        'priority',
        'title',
        'customer_name',
        'fields',
        'team',
        'shop_id',
      ])
      .where('number', '>', after)
      .orderBy('number')
      .execute()
    const seen = await Promise.all(
      tickets.map(async ({ id, number: _number, ...ticket }) => {
        const [entries, clocks, notices, audits, events, search, conversation] = await Promise.all([
          tx
            .selectFrom('tickets.entry')
            .select(['kind', 'fact', 'text', 'by_kind'])
            .where('ticket_id', '=', id)
            .orderBy('id')
            .execute(),
          tx
            .selectFrom('tickets.clock')
            .select(['metric', 'state', 'target_min'])
            .where('ticket_id', '=', id)
            .orderBy('metric')
            .execute(),
          tx.selectFrom('tickets.notice').select('kind').where('ticket_id', '=', id).orderBy('id').execute(),
          tx
            .selectFrom('platform.audit_entry')
            .select(['action', 'data'])
            .where('subject_id', '=', id)
            .orderBy('id')
            .execute(),
          tx
            .selectFrom('platform.event')
            .select(['name'])
            .where(sql<string>`body->>'ticketId'`, '=', id)
            .orderBy('id')
            .execute(),
          tx.selectFrom('tickets.search').select('words').where('ticket_id', '=', id).executeTakeFirst(),
          tx
            .selectFrom('channels.conversation')
            .select(['state', 'unreachable', 'shop_id'])
            .where('ticket_id', '=', id)
            .execute(),
        ])
        const found = String(search?.words)
          .split(' ')
          .filter((w) => !w.includes('@'))
        const said = audits.map((a) => [a.action, Object.keys(a.data as object).sort()])
        return { ticket, entries, clocks, notices, said, events, found, conversation }
      }),
    )
    const highest = tickets.at(-1)?.number ?? after
    return [highest, seen.sort((a, b) => (a.ticket.title < b.ticket.title ? -1 : 1))]
  })
}
