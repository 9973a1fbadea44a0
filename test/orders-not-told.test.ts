import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { type DeadLetterList, deliveryFailed } from '#contracts/channels/connect'
import { type OrderView, PlaceOrder } from '#contracts/orders'
import { openConversation, writeToCustomer } from '#domains/channels'
import { takeOrder } from '#domains/orders'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { connectChannel } from '#test/connected'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'
import { notTold } from '../domains/orders/taking/not-told.ts'
import { aliyunSms } from './simulators/sms-aliyun.ts'

let app: TestApp
let world: OpenShop
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let sms: Awaited<ReturnType<typeof connectChannel>>

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:01:00+08:00' })
  world = await openShop(app)
  vendor = await aliyunSms()
  sms = await connectChannel(app, world, 'sms', settings())
})
afterAll(async () => {
  await app.close()
  await vendor.close()
})

const settings = (more: object = {}) => ({
  vendor: 'aliyun',
  endpoint: vendor.url,
  accessKeyId: vendor.accessKeyId,
  accessKeySecret: vendor.secret,
  signName: '示例茶饮',
  replyTemplate: 'SMS_1',
  replyVariables: ['text'],
  fallback: true,
  ...more,
})
const read = async (id: string) => (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body

const letters = async () =>
  (await app.as(world.admin).get<z.infer<typeof DeadLetterList>>('/channels/letters')).body.letters

/** What the worker does with the events so far, each twice: at least once is what it promises. */
async function runEvents(): Promise<void> {
  const { brandId } = world.shop
  const events = await app.services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('platform.event').selectAll().where('name', '=', deliveryFailed.name).execute(),
  )
  for (const event of [...events, ...events])
    await notTold(systemContext(app.services, brandId), deliveryFailed.body.parse(event.body))
}

test('a confirmation that could not be sent marks the order, and somebody must speak with the customer', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  expect(await read(id)).toMatchObject({ status: 'confirmed', warnings: [], contactBy: null })
  await app.sweep()
  await runEvents()
  expect(vendor.sent).toEqual([])
  const marked = await read(id)
  expect(marked).toMatchObject({ warnings: ['untold'], contactBy: '2026-03-02T04:06:00.000Z' })
  expect(marked.trace.filter((line) => line.data.way === 'failed')).toHaveLength(1)
  expect(await letters()).toHaveLength(1)

  await app.as(world.agent).post(`/orders/${id}/contacts`, { result: 'reached', note: '已口头确认' })
  expect(await read(id)).toMatchObject({ warnings: [], contactBy: null })
  expect(await letters()).toEqual([])
})

test('with a template that leads to the page the same news go out', async () => {
  await sms.save(
    settings({
      acknowledgementTemplate: 'SMS_2',
      acknowledgementVariables: ['number', 'progress'],
    }),
  )
  const id = await place(app, world.agent, twoTeas(world))
  await app.sweep()
  await runEvents()
  const order = await read(id)
  expect(vendor.sent).toMatchObject([
    { TemplateCode: 'SMS_2', params: { number: order.number, progress: order.tracking } },
  ])
  expect(order.warnings).toEqual([])
})

test.each([
  ['phone', 1],
  ['meituan', 0],
] as const)(
  'a number given to us (%s) is written to when another channel fails; one that a platform lent for the delivery is not',
  async (source, messages) => {
    const { brandId } = world.shop
    const ctx = systemContext(app.services, brandId)
    const { body } = await app
      .as(world.admin)
      .post<{ id: string }>('/channels', { kind: 'chat', name: `网站 ${source}` })
    const order = PlaceOrder.parse({ ...twoTeas(world), source, externalId: `lent-${source}` })
    const id = await ctx.transaction(async (tx) => (await takeOrder(tx, ctx, order, { by: 'platform' })).id)
    await app.sweep()
    const { number } = await read(id)
    const failed = await ctx.transaction(async (tx) => {
      const talk = await openConversation(tx, ctx, body.id, { address: source, contact: '' })
      const about = { number, title: '乌龙奶茶 ×2', progress: 'http://localhost/o/x' }
      const news = { conversationId: talk.id, phone: '', text: '晚 10 分钟', about }
      const { messageId } = (await writeToCustomer(tx, ctx, news))!
      const gone = { state: 'failed', problem: 'gone' }
      await tx.updateTable('channels.outbound_message').set(gone).where('id', '=', messageId).execute()
      return messageId
    })
    const before = vendor.sent.length
    await notTold(ctx, { outboundId: failed, ticketId: null, problem: 'gone', kind: 'chat' })
    await app.sweep()
    expect(vendor.sent.length - before).toBe(messages)
    // Told by SMS, nobody need look after what the other channel lost.
    expect((await letters()).filter((one) => one.id === failed)).toHaveLength(1 - messages)
  },
)
