import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '#contracts/channels'
import type { ChatTalk } from '#contracts/channels/chat'
import type { Connection } from '#contracts/channels/connect'
import type { Ticket } from '#contracts/tickets'
import { createCodes } from '#domains/channels'
import { type Identified, identifyCustomers, type Sender } from '#domains/customers'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

const PHONE = '13800007777'
const NAME = '林小雨'
const SITE = 'https://www.brand.example'
const TRACES = [NAME, '林**', '林女士', '13800007777', '138****7777', '7777', '花生']

let app: TestApp
let shop: MadeShop
let agent: MadeStaff
let form: string
let chat: string
let victim: Identified

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent' })
  const admin = await app.make.staff({ role: 'admin' })
  const [code] = await createCodes(context(), { shopId: shop.id, place: 'table', labels: ['A01'] })
  form = `/public/forms/${code!.slug}/feedback`
  const made = await app.as(admin).post<Connection>('/channels', { kind: 'chat', name: '官网对话' })
  chat = `/public/chat/${/data-channel="([^"]+)"/.exec(made.body.embed)![1]}`
  const settings = { origins: [SITE] }
  await app.as(admin).put(`/channels/${made.body.id}/connection`, { settings })
  victim = await arrive({ contact: PHONE, name: NAME, proof: 'channel' })
  await app.as(agent).post(`/customers/${victim.customerId}/traits`, { kind: 'allergy', value: '花生' })
})
afterAll(() => app.close())

const context = () => systemContext(app.services, shop.brandId)
async function arrive(sender: Sender): Promise<Identified> {
  const ctx = context()
  return (await ctx.transaction((tx) => identifyCustomers(tx, ctx, [sender])))[0]!
}
const table = <T>(
  read: (tx: Parameters<Parameters<ReturnType<typeof context>['transaction']>[0]>[0]) => Promise<T>,
) => context().transaction(read)
const customers = () => table((tx) => tx.selectFrom('customers.customer').selectAll().orderBy('id').execute())

async function ticketOf(text: string): Promise<Ticket> {
  const row = await table((tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', text).executeTakeFirstOrThrow(),
  )
  return (await app.as(agent).get<Ticket>(`/tickets/${row.id}`)).body
}

test('a form with somebody else’s number tells its sender nothing, and its ticket says that nobody has proven it', async () => {
  const before = await customers()
  const sent = await app.anonymous.post<Receipt>(form, {
    submissionId: randomUUID(),
    content: '我的订单什么时候到',
    mood: 'bad',
    contact: PHONE,
  })
  expect(sent.status, sent.text).toBe(201)
  const page = await app.anonymous.get(`/public/progress/${sent.body.progress.slice('/t/'.length)}`)
  expect(page.status).toBe(200)
  for (const trace of TRACES) expect(sent.text + page.text).not.toContain(trace)
  expect(await customers()).toEqual(before)
  const ticket = await ticketOf('我的订单什么时候到')
  expect(ticket).toMatchObject({ contactUnproven: true, customer: { id: victim.customerId } })
})

test('a number typed into a chat beside the visitor’s own identity moves nothing and merges nothing', async () => {
  const from = (token = '') => ({ headers: { origin: SITE, authorization: `Bearer ${token}` } })
  const { token } = (await app.anonymous.post<{ token: string }>(`${chat}/visitors`, {}, from())).body
  await app.anonymous.post(`${chat}/messages`, { id: randomUUID(), text: '你们还有我的记录吗' }, from(token))
  await app.sweep()
  await app.anonymous.post(`${chat}/contacts`, { id: randomUUID(), contact: PHONE }, from(token))
  await app.sweep()
  const seen = await app.anonymous.get<ChatTalk>(`${chat}/messages`, undefined, from(token))
  const told = JSON.stringify(seen.body.messages!.filter((m) => m.from === 'brand'))
  for (const trace of TRACES) expect(told).not.toContain(trace)
  const ticket = await ticketOf('你们还有我的记录吗')
  expect(ticket.customer?.id).not.toBe(victim.customerId)
  expect(ticket.customer?.contact ?? '').not.toContain('7777')
  expect((await customers()).every((one) => one.merged_into === null)).toBe(true)
})

test('a typed number names nobody else’s file', async () => {
  const nameless = await arrive({ contact: '13900008888', proof: 'channel' })
  const forged = await arrive({ contact: '13900008888', name: '冒名者', device: 'a-phone' })
  expect(forged).toMatchObject({ customerId: nameless.customerId, unproven: true })
  const file = (await customers()).find((one) => one.id === nameless.customerId)!
  expect(file.name_masked).toBe('')
  const devices = await table((tx) => tx.selectFrom('customers.device').select('customer_id').execute())
  expect(devices).toEqual([])
})

test('what the channel itself says, and a first word, are nobody’s doubt', async () => {
  expect(await arrive({ contact: PHONE, proof: 'channel' })).toMatchObject({ unproven: false })
  expect(await arrive({ contact: '13700001111', name: '新来的' })).toMatchObject({
    unproven: false,
    fresh: true,
  })
})
