import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { OrderView } from '#contracts/orders'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import type { OrderCard } from '#contracts/orders/outside'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'
import { type Told, tell } from '#test/told'

const NOON = '2026-03-02T12:00:00+08:00'

let app: TestApp
let world: OpenShop

beforeAll(async () => {
  app = await startApp({ now: NOON })
  world = await openShop(app)
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOON))

const openBatch = (code: string) =>
  app.as(world.manager).post(`/shops/${world.shop.id}/batches`, { ingredient: '红豆', code })
async function bun(): Promise<{ id: string; number: string }> {
  const items = [{ itemId: world.items.bun, quantity: 1, options: {}, note: '' }]
  const id = await place(app, world.agent, { ...twoTeas(world), items })
  return { id, number: (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body.number }
}
async function say({ token }: Told, text: string): Promise<void> {
  const said = await app.anonymous.post(`/public/progress/${token}/messages`, {
    messageId: randomUUID(),
    text,
  })
  expect(said.status, said.text).toBe(200)
}
/** The series in which the ticket is a voice, once everything that waits has been listened to. */
async function seriesOf(ticketId: string): Promise<string> {
  await app.modules
    .flatMap((m) => m.sweeps ?? [])
    .find((s) => s.name === 'insights.voices')!
    .run(app.services)
  const voice = await app.services.db.inBrand(world.shop.brandId, (tx) =>
    tx.selectFrom('insights.voice').select('said').where('ticket_id', '=', ticketId).executeTakeFirst(),
  )
  return (voice?.said ?? []).join(' ')
}
const cards = async (ticketId: string) =>
  (await app.as(world.agent).get<OrderCard[]>(`/orders/cards?ticketId=${ticketId}`)).body.map((c) => c.number)

test('an order that is named in the second message stands beside the ticket, and its batch and dish are heard', async () => {
  await openBatch('B-0301')
  const { number } = await bun()
  const told = await tell(app, world.shop, '你好，在吗')
  expect(await seriesOf(told.id)).toBe('')
  await say(told, `我的订单号是 ${number}，里面吃到一块塑料片`)
  expect(await cards(told.id)).toEqual([number])
  const ticket = (await app.as(world.agent).get<z.infer<typeof Ticket>>(`/tickets/${told.id}`)).body
  expect(ticket.orderNumber).toBe(number)
  const { entries } = (
    await app.as(world.agent).get<z.infer<typeof EntryPage>>(`/tickets/${told.id}/entries`)
  ).body
  expect(entries.find((e) => e.fact === 'order_linked')).toMatchObject({ data: { order: number } })
  const heard = await seriesOf(told.id)
  expect(heard).toContain('B-0301')
  expect(heard).toContain(world.items.bun)
  await say(told, `就是 ${number}`)
  expect(await cards(told.id)).toEqual([number])
})

test('so does one that stands in the words of the first; a number of no order is nothing', async () => {
  const { number } = await bun()
  const told = await tell(app, world.shop, `订单 ${number} 少送了一杯`)
  expect(await cards(told.id)).toEqual([number])
  const other = await tell(app, world.shop, '订单号 D999999 少送了一杯，电话 13812345678')
  await say(other, '13812345678')
  expect(await cards(other.id)).toEqual([])
})

test('a dish that is named later counts as one that was named first', async () => {
  const told = await tell(app, world.shop, '你好，在吗')
  await say(told, '红豆包里吃到一块塑料片')
  expect(await seriesOf(told.id)).toContain(world.items.bun)
})

test('a batch that the kitchen notes after the complaint is heard as well', async () => {
  const { id, number } = await bun()
  const told = await tell(app, world.shop, `订单 ${number} 的红豆包里吃到一块塑料片`)
  await seriesOf(told.id)
  app.setNow('2026-03-02T12:05:00+08:00')
  await openBatch('B-0399')
  expect(await seriesOf(told.id)).not.toContain('B-0399')
  const board = (await app.as(world.cook).get<KitchenBoard>(`/shops/${world.shop.id}/kitchen`)).body
  const { id: taskId } = board.tasks.find((task) => task.orderId === id)!
  const taps = [{ key: randomUUID(), at: app.services.now().toISOString(), kind: 'start', taskId }]
  const started = await app.as(world.cook).post(`/shops/${world.shop.id}/kitchen/taps`, { taps })
  expect(started.status, started.text).toBe(200)
  expect(await seriesOf(told.id)).toContain('B-0399')
})

test('the rider who is given the order after the complaint is heard as well, and so is whoever takes over', async () => {
  const [first, second] = [
    await app.make.staff({ role: 'rider', shop: world.shop }),
    await app.make.staff({ role: 'rider', shop: world.shop }),
  ]
  const duty = (who: MadeStaff, on: boolean) => app.as(who).put('/round/duty', { on })
  const id = await place(app, world.agent, twoTeas(world))
  const { number } = (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body
  const told = await tell(app, world.shop, `订单 ${number} 一个多小时了还没送来，骑手电话也打不通`)
  expect(await seriesOf(told.id)).not.toContain('rider')

  await duty(first, true)
  await app.sweep()
  expect(await seriesOf(told.id)).toContain(first.id)

  await duty(second, true)
  await duty(first, false)
  await app.sweep()
  const heard = await seriesOf(told.id)
  expect(heard).toContain(second.id)
  expect(heard).not.toContain(first.id)
})
