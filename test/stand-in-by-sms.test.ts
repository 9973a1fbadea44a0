import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import { deliveryFailed } from '#contracts/channels/connect'
import type { EntryPage } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { ChannelFault } from '../domains/channels/connect/channel-fault.ts'
import { defineConnector } from '../domains/channels/connect/connector.ts'
import { connectorOf, registerConnectors } from '../domains/channels/connect/registry.ts'
import { standInBySms } from '../domains/tickets/handling/by-sms.ts'
import { notDelivered } from '../domains/tickets/handling/not-delivered.ts'
import { aliyunSms } from './simulators/sms-aliyun.ts'

/** A channel that hears everything and whose reply window is always over. */
const closed = defineConnector({
  kind: 'douyin',
  settings: z.object({}),
  fields: [],
  sends: true,
  check: async () => [],
  hook: async (_tools, { body }) => ({
    answer: { status: 200 },
    messages: [{ externalId: body.toString(), thread: '', payload: body.toString() }],
  }),
  read: async (_tools, raw) => [
    {
      sort: 'message',
      text: String(raw.payload),
      from: { address: String(raw.payload), contact: /1\d{10}/.exec(String(raw.payload))?.[0] },
    },
  ],
  send: async () => {
    throw new ChannelFault('replyWindowOver')
  },
})

let app: TestApp
let real: ReturnType<typeof connectorOf>
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let hook: string
let sms: string

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  real = connectorOf('douyin')
  registerConnectors(closed)
  vendor = await aliyunSms()
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const open = async (kind: string) =>
    (await app.as(admin).post<z.infer<typeof Connection>>('/channels', { kind, name: kind })).body
  const douyin = await open('douyin')
  hook = new URL(douyin.hookUrl).pathname
  await app.as(admin).put(`/channels/${douyin.id}/connection`, { settings: {} })
  sms = (await open('sms')).id
  await connectSms(true)
})
afterAll(async () => {
  registerConnectors(real)
  await app.close()
  await vendor.close()
})

const connectSms = (fallback: boolean) =>
  app.as(admin).put(`/channels/${sms}/connection`, {
    settings: {
      vendor: 'aliyun',
      endpoint: vendor.url,
      accessKeyId: vendor.accessKeyId,
      accessKeySecret: vendor.secret,
      signName: '示例茶饮',
      replyTemplate: 'SMS_1',
      replyVariables: ['text', 'progress'],
      fallback,
    },
  })
async function ticketSaying(text: string): Promise<string> {
  await app.server.inject({
    method: 'POST',
    url: hook,
    headers: { 'content-type': 'text/plain' },
    payload: text,
  })
  await app.sweep()
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', text).execute(),
  )
  return rows[0]!.id
}
/** What the worker does with the events so far, each twice: at least once is what it promises. */
async function runEvents(): Promise<void> {
  const { events, ctx } = await app.services.db.inBrand(shop.brandId, async (tx) => ({
    events: await tx
      .selectFrom('platform.event')
      .selectAll()
      .where('name', '=', deliveryFailed.name)
      .orderBy('at')
      .execute(),
    ctx: systemContext(app.services, shop.brandId),
  }))
  for (const e of events) {
    const body = deliveryFailed.body.parse(e.body)
    await notDelivered(ctx, body)
    await standInBySms(ctx, body)
    await standInBySms(ctx, body)
  }
  await app.sweep()
}
const entriesOf = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const say = (id: string, text: string) => app.as(agent).post(`/tickets/${id}/replies`, { text })

test('what another channel can not deliver goes to the phone once, and the timeline says so', async () => {
  const id = await ticketSaying('少了一杯，电话 13812345678')
  await say(id, '马上补送')
  await app.sweep()
  expect(vendor.sent).toEqual([])
  await runEvents()
  await runEvents()
  const words = vendor.sent.filter((m) => m.params.text === '马上补送')
  expect(words).toMatchObject([{ PhoneNumbers: '13812345678' }])
  const told = (await entriesOf(id)).filter((e) => e.fact === 'sent_by_sms')
  expect(told.at(-1)?.data).toMatchObject({ to: '138****5678' })
})

test('without a number, or with the switch off, it stays undelivered', async () => {
  vendor.sent.length = 0
  await say(await ticketSaying('没留电话'), '您好')
  await app.sweep()
  await runEvents()
  await connectSms(false)
  const id = await ticketSaying('留了电话 13900000000')
  await say(id, '您好')
  await app.sweep()
  await runEvents()
  expect(vendor.sent).toEqual([])
  const facts = (await entriesOf(id)).map((e) => e.fact)
  expect(facts).toContain('not_delivered')
  expect(facts).not.toContain('sent_by_sms')
  const told = await app.as(agent).get<{ notices: { kind: string }[] }>('/notices')
  expect(told.body.notices.map((n) => n.kind)).toContain('not_delivered')
})
