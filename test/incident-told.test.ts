import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room, TimelinePage } from '#contracts/incidents'
import type { AffectedPage } from '#contracts/incidents/affected'
import type { IncidentRecord } from '#contracts/incidents/record'
import type { OrderView } from '#contracts/orders'
import type { TrackedOrder } from '#contracts/orders/order-page'
import type { TestApp } from '#test/app'
import { connectChannel } from '#test/connected'
import type { MadeStaff } from '#test/make'
import { furnish, place, twoTeas } from '#test/order-world'
import { openWorld, type World } from '#test/wechat-world'
import { aliyunSms } from './simulators/sms-aliyun.ts'

/** Nobody who was found is lost on the way to being told, and the record says who was told when. */
const TEXT = '您今天在门店买到的红豆包可能混入异物，请先不要食用，我们会全额退款并上门取回。'
const phoneOf = (n: number) => `1390000${String(n).padStart(4, '0')}`
let world: World
let app: TestApp
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let quality: MadeStaff
let executive: MadeStaff
let items: { tea: string; bun: string }
let roomId = ''
const orders: Record<'called' | 'one' | 'two', string> = { called: '', one: '', two: '' }

const tx = <T>(work: Parameters<typeof app.services.db.inBrand<T>>[1]) =>
  app.services.db.inBrand(world.shop.brandId, work)
const bun = (name: string, contact: string) =>
  place(app, world.agent, {
    ...twoTeas({ shop: world.shop, items }),
    items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
    name,
    contact,
  })
const order = async (id: string) => (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body
const customerOf = async (id: string) => (await order(id)).customerId!
const pageOf = async (id: string) => {
  const token = (await order(id)).tracking.split('/o/')[1]
  return (await app.anonymous.get<TrackedOrder>(`/public/orders/${token}`)).body.safety?.text
}
const asQuality = () => app.as(quality)
const path = (rest = '') => `/incidents/${roomId}${rest}`
const room = async () => (await asQuality().get<Room>(path())).body
const rows = async () => (await asQuality().get<z.infer<typeof AffectedPage>>(path('/affected'))).body.rows
const facts = async () =>
  (await asQuality().get<z.infer<typeof TimelinePage>>(path('/timeline'))).body.entries.toReversed()
const rowOf = async (id: string) => {
  const customer = await customerOf(id)
  const merged = await tx((t) =>
    t
      .selectFrom('incidents.affected_customer')
      .select('id')
      .where('order_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return (await rows()).find((row) => row.id === merged.id || row.customerId === customer)!
}

beforeAll(async () => {
  world = await openWorld()
  app = world.app
  vendor = await aliyunSms()
  await connectChannel(app, world, 'sms', {
    vendor: 'aliyun',
    endpoint: vendor.url,
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_1',
    replyVariables: ['text'],
    noticeTemplate: 'SMS_2',
    noticeVariables: ['text', 'progress'],
    variableMost: 0,
    mostPieces: 8,
    fallback: true,
  })
  const manager = await app.make.staff({ role: 'shop_manager', shop: world.shop })
  const cook = await app.make.staff({ role: 'kitchen', shop: world.shop })
  items = await furnish(app, { shop: world.shop, admin: world.admin, manager, cook })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  executive = await app.make.staff({ role: 'executive', name: '吴总' })
  orders.called = await bun('不要打扰', phoneOf(4))
  orders.one = await bun('合并甲', phoneOf(11))
  orders.two = await bun('合并乙', phoneOf(12))
  const declined = await customerOf(orders.called)
  const refusal = { purpose: 'service', text_version: '1', text: '', channel: '', by_kind: 'customer' }
  await tx((t) =>
    t
      .insertInto('customers.consent')
      .values({
        ...refusal,
        brand_id: world.shop.brandId,
        id: uuidv7(),
        customer_id: declined,
        given_at: new Date('2026-02-01'),
        withdrawn_at: new Date('2026-02-02'),
      })
      .execute(),
  )
  await app.sweep()
  vendor.sent.length = 0
  const { body } = await asQuality().post<Room>('/incidents', {
    source: 'hand',
    plan: 'foreign_object',
    title: '红豆包里有金属丝',
    shopIds: [world.shop.id],
  })
  roomId = body.id
  await asQuality().patch(path(), { grade: 'batch' })
  const found = await asQuality().post(path('/affected'), {
    itemIds: [items.bun],
    from: '2026-03-01T16:00:00.000Z',
    to: '2026-03-02T16:00:00.000Z',
  })
  if (found.status !== 201) throw new Error(found.text)
})
afterAll(async () => {
  await world.close()
  await vendor.close()
})

test('customers who were found hold the closing until they are told, or somebody says why they are not', async () => {
  const now = await room()
  expect(now.missing).toContain('untold')
  const step = now.checklist.find((one) => one.opens === 'affected')!
  const closed = await asQuality().put(path('/closure'), { words: '已经处置完毕' })
  expect(closed.problem.data?.missing).toContain('untold')
  const leave = { state: 'left_out', words: '整批未售出，只在后厨发现' }
  const left = await asQuality().put<Room>(path(`/steps/${step.id}`), leave)
  expect(left.body.missing).not.toContain('untold')
  const again = await asQuality().delete<Room>(path(`/steps/${step.id}`))
  expect(again.body.missing).toContain('untold')
})

test('whoever was called before the words were approved still finds them on the order’s page, and is not counted as written to', async () => {
  const none = (await rows()).find((row) => row.state === 'no_way')!
  await asQuality().put(path(`/affected/${none.id}/call`), { reached: false, note: '没人接' })
  expect((await facts()).at(-1)).toMatchObject({
    fact: 'affected_not_answered',
    data: { affected: none.id },
  })
  // Two files turn out to be of one customer.
  const [head, other] = [await customerOf(orders.one), await customerOf(orders.two)]
  await tx((t) =>
    t.updateTable('customers.customer').set({ merged_into: head }).where('id', '=', other).execute(),
  )
  await asQuality().put(path('/affected/message'), { text: TEXT })
  const { version } = (await room()).affected!
  await app.as(executive).put(path('/affected/approval'), { version, approve: true })
  await app.sweep()
  expect(await pageOf(orders.called)).toBe(TEXT)
  expect((await facts()).findLast((one) => one.fact === 'affected_sent')).toMatchObject({
    data: { count: 1, byHand: 1 },
  })
})

test('two files of one customer get one message, and both orders say it', async () => {
  expect(vendor.sent).toHaveLength(1)
  expect([await pageOf(orders.one), await pageOf(orders.two)]).toEqual([TEXT, TEXT])
  const both = [await rowOf(orders.one), await rowOf(orders.two)]
  expect(both.map((row) => row.state)).toEqual(['reached', 'reached'])
  expect(both.every((row) => row.toldAt !== null)).toBe(true)
})

test('the record names everybody affected, masked, with when they were told and called', async () => {
  const { body } = await asQuality().get<IncidentRecord>(path('/record'))
  expect(body.affected).toHaveLength(3)
  expect(body.affected.every((row) => row.toldAt !== null)).toBe(true)
  expect(body.affected.find((row) => row.calledBy)).toMatchObject({
    state: 'unreached',
    calledBy: '李品控',
    calledAt: expect.any(String),
    callNote: '没人接',
  })
  expect(JSON.stringify(body.affected)).not.toContain('合并甲')
})

test('the record has every call and every linked ticket, however many', async () => {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  const { body: before } = await asQuality().get<IncidentRecord>(path('/record'))
  const now = app.services.now().toISOString()
  await owner.query(`
    insert into incidents.call (brand_id, id, incident_id, post, staff_id, level, at)
      select '${world.shop.brandId}', gen_random_uuid(), '${roomId}', 'leader', '${executive.id}', n, '${now}'
      from generate_series(1, 5100) n;
    insert into incidents.linked_ticket (brand_id, incident_id, ticket_id, linked_at, linked_by_name, invented)
      select '${world.shop.brandId}', '${roomId}', gen_random_uuid(), '${now}', '李品控', '{"number": "YL-1", "title": "另一桌也有", "customerName": "", "shopId": null}'
      from generate_series(1, 1100)`)
  await owner.end()
  const { body } = await asQuality().get<IncidentRecord>(path('/record'))
  expect(body.calls).toHaveLength(before.calls.length + 5100)
  expect(body.room.linked).toHaveLength(before.room.linked.length + 1100)
  expect(body.room.tickets).toBe(before.room.tickets + 1100)
})

test('what became of one message is known although five hundred others have no end yet', async () => {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  await owner.query(`
    with made as (
      insert into customers.customer (brand_id, id, created_at)
      select c.brand_id, gen_random_uuid(), c.created_at from customers.customer c, generate_series(1, 500)
      where c.id = '${await customerOf(orders.one)}' returning brand_id, id)
    insert into incidents.affected_customer (brand_id, id, incident_id, customer_id, order_id, shop_id, what, at, proof, way, state, message_id, told_at)
      select m.brand_id, ('00000000-0000-7000-8000-' || lpad((row_number() over ())::text, 12, '0'))::uuid, a.incident_id, m.id,
        a.order_id, a.shop_id, a.what, a.at, a.proof, 'sms', 'queued', gen_random_uuid(), a.told_at
      from made m, incidents.affected_customer a where a.order_id = '${orders.one}';
    update incidents.affected_customer set state = 'queued' where order_id = '${orders.one}'`)
  await owner.query(`update incidents.affected set next_at = '${app.services.now().toISOString()}'`)
  await owner.end()
  await app.sweep()
  expect((await room()).affected?.count).toMatchObject({ queued: 500, reached: 2 })
})
