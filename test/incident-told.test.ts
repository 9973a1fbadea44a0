import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { IncidentRecord } from '#contracts/incidents/record'
import type { TrackedOrder } from '#contracts/orders/order-page'
import type { TestApp } from '#test/app'
import { openRecallWorld, phoneOf, RECALL, type RecallWorld } from '#test/recall-world'

/** Nobody who was found is lost on the way to being told, and the record says who was told when. */
let recall: RecallWorld
let app: TestApp
let roomId = ''
const orders: Record<'called' | 'one' | 'two', string> = { called: '', one: '', two: '' }

const customerOf = (id: string) => recall.customerOf(id)
const pageOf = async (id: string) => {
  const token = (await recall.order(id)).tracking.split('/o/')[1]
  return (await app.anonymous.get<TrackedOrder>(`/public/orders/${token}`)).body.safety?.text
}
const asQuality = () => recall.asQuality()
const path = (rest = '') => `/incidents/${roomId}${rest}`
const room = () => recall.room(roomId)
const rows = () => recall.rows(roomId)
const facts = () => recall.timeline(roomId)
const rowOf = async (id: string) => {
  const customer = await customerOf(id)
  const merged = await recall.tx((t) =>
    t
      .selectFrom('incidents.affected_customer')
      .select('id')
      .where('order_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return (await rows()).find((row) => row.id === merged.id || row.customerId === customer)!
}

beforeAll(async () => {
  recall = await openRecallWorld()
  ;({ app } = recall)
  orders.called = await recall.bun('不要打扰', phoneOf(4))
  orders.one = await recall.bun('合并甲', phoneOf(11))
  orders.two = await recall.bun('合并乙', phoneOf(12))
  await recall.decline(await customerOf(orders.called))
  await app.sweep()
  recall.vendor.sent.length = 0
  roomId = await recall.openRoom()
  await asQuality().patch(path(), { grade: 'batch' })
  const found = await asQuality().post(path('/affected'), recall.buns)
  if (found.status !== 201) throw new Error(found.text)
})
afterAll(() => recall.close())

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
  await recall.tx((t) =>
    t.updateTable('customers.customer').set({ merged_into: head }).where('id', '=', other).execute(),
  )
  await asQuality().put(path('/affected/message'), { text: RECALL })
  const { version } = (await room()).affected!
  await app.as(recall.executive).put(path('/affected/approval'), { version, approve: true })
  await app.sweep()
  expect(await pageOf(orders.called)).toBe(RECALL)
  expect((await facts()).findLast((one) => one.fact === 'affected_sent')).toMatchObject({
    data: { count: 1, byHand: 1 },
  })
})

test('two files of one customer get one message, and both orders say it', async () => {
  expect(recall.vendor.sent).toHaveLength(1)
  expect([await pageOf(orders.one), await pageOf(orders.two)]).toEqual([RECALL, RECALL])
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
      select '${recall.world.shop.brandId}', gen_random_uuid(), '${roomId}', 'leader', '${recall.executive.id}', n, '${now}'
      from generate_series(1, 5100) n;
    insert into incidents.linked_ticket (brand_id, incident_id, ticket_id, linked_at, linked_by_name, invented)
      select '${recall.world.shop.brandId}', '${roomId}', gen_random_uuid(), '${now}', '李品控', '{"number": "YL-1", "title": "另一桌也有", "customerName": "", "shopId": null}'
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
