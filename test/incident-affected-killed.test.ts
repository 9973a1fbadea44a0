import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import { connectChannel } from '#test/connected'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'
import { type Served, serve } from '../bench/serve.ts'
import { aliyunSms } from './simulators/sms-aliyun.ts'

/** E3: whatever dies while affected customers are told, each of them is told once. */
const CUSTOMERS = 120
const KILLED_AT = [1, 60]
const TEXT = '您今天买到的奶茶可能混入清洁剂，请先不要饮用，我们会联系您退款。'
let app: TestApp
let world: OpenShop
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let worker: Served | null = null
let id = ''

const told = async () => {
  const { rows } = await app.services.db.inBrand(world.shop.brandId, (tx) =>
    sql<{ told: number; state: string }>`select state, (select count(*)::int from incidents.affected_customer
      where incident_id = a.incident_id and told_at is not null) as told from incidents.affected a where incident_id = ${id}::uuid`.execute(
      tx,
    ),
  )
  return rows[0]!
}
async function killed(): Promise<void> {
  const child = worker?.process
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  app = await startApp()
  world = await openShop(app)
  vendor = await aliyunSms()
  await connectChannel(app, world, 'sms', {
    vendor: 'aliyun',
    endpoint: vendor.url,
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_1',
    replyVariables: ['text'],
    variableMost: 0,
    mostPieces: 8,
    fallback: true,
  })
  const order = (n: number) => ({ ...twoTeas(world), name: `顾客${n}`, contact: `1390001${1000 + n}` })
  for (let n = 0; n < CUSTOMERS; n += 8)
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((m) => place(app, world.agent, order(n + m))))
  const [quality, executive] = [
    await app.make.staff({ role: 'quality' }),
    await app.make.staff({ role: 'executive' }),
  ]
  const as = app.as(quality)
  const room = { source: 'hand', plan: 'foreign_object', title: '奶茶里有清洁剂', shopIds: [world.shop.id] }
  id = (await as.post<Room>('/incidents', room)).body.id
  const now = Date.now()
  const query = {
    itemIds: [world.items.tea],
    from: new Date(now - 3_600_000).toISOString(),
    to: new Date(now + 3_600_000).toISOString(),
  }
  await as.post(`/incidents/${id}/affected`, query)
  const written = await as.put<Room>(`/incidents/${id}/affected/message`, { text: TEXT })
  const done = await app.as(executive).put<Room>(`/incidents/${id}/affected/approval`, {
    version: written.body.affected!.version,
    approve: true,
  })
  if (done.body.affected?.customers !== CUSTOMERS) throw new Error(done.text)
  for (const at of KILLED_AT) {
    worker = await serve({ ...app.options, role: 'worker' })
    while ((await told()).told < at) await wait(20)
    await killed()
  }
  worker = await serve({ ...app.options, role: 'worker' })
  while ((await told()).state !== 'sent') await wait(50)
}, 240_000)
afterAll(async () => {
  await killed()
  await app.close()
  await vendor.close()
})

test('after two kills everybody has been told, and nobody twice', async () => {
  expect((await told()).told).toBe(CUSTOMERS)
  const { rows } = await app.services.db.inBrand(world.shop.brandId, (tx) =>
    sql<{ messages: number; people: number; known: number }>`
      select count(*)::int as messages, count(distinct m.conversation_id)::int as people,
        (count(*) filter (where c.id is not null))::int as known
      from channels.outbound_message m left join incidents.affected_customer c on c.brand_id = m.brand_id and c.message_id = m.id
      where m.created_at >= (select approved_at from incidents.affected where incident_id = ${id}::uuid)`.execute(
      tx,
    ),
  )
  expect(rows[0]).toEqual({ messages: CUSTOMERS, people: CUSTOMERS, known: CUSTOMERS })
  const sent = vendor.sent.filter((one) => one.params.text === TEXT)
  const byPhone = Map.groupBy(sent, (one) => one.PhoneNumbers)
  expect([...byPhone.values()].filter((all) => new Set(all.map((one) => one.OutId)).size > 1)).toEqual([])
  const traced = await app.services.db.inBrand(world.shop.brandId, (tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from orders.trace where kind = 'told' and data->>'what' = 'safety'`.execute(
      tx,
    ),
  )
  expect(traced.rows[0]!.n).toBe(CUSTOMERS)
})
