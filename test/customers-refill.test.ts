import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerFile } from '#contracts/customers/file'
import type { Ticket } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { openWorld, type World } from '#test/wechat-world'

/** C1: a brand that is older than the figures gets them, once; said again they stay what they are. */
let w: World
let customerId: string
beforeAll(async () => {
  w = await openWorld()
  const codes = await w.app
    .as(w.admin)
    .post<{ slug: string }[]>('/codes', { shopId: w.shop.id, place: 'counter', labels: ['收银台'] })
  const said = { submissionId: randomUUID(), contact: '13811112222', locale: 'zh-CN', mood: 'bad' }
  await w.app.anonymous.post(`/public/forms/${codes.body[0]!.slug}/feedback`, {
    ...said,
    content: '等了四十分钟，没人理',
  })
  await w.app.sweep()
  const [ticket] = (await w.ticketsOf('等了四十分钟，没人理')) as unknown as Ticket[]
  customerId = ticket!.customer!.id
})
afterAll(() => w.close())

const facts = async () => (await w.app.as(w.agent).get<CustomerFile>(`/customers/${customerId}`)).body.facts
const inBrand = <T>(work: (tx: Tx) => Promise<T>) =>
  systemContext(w.app.services, w.shop.brandId).transaction(work)

test('what was before is counted once, in pages that go on after a stop', async () => {
  const before = await facts()
  expect(before).toMatchObject({ tickets: 1 })
  await inBrand(async (tx) => {
    await sql`delete from customers.facts`.execute(tx)
    await sql`delete from customers.deed`.execute(tx)
    await sql`insert into customers.refill (brand_id, room) select platform.brand(), r from unnest(array['orders', 'tickets']) r`.execute(
      tx,
    )
  })
  expect((await facts()).tickets).toBe(0)
  await w.app.sweep()
  expect(await facts()).toEqual(before)
  await inBrand((tx) =>
    sql`update customers.refill set done_at = null, after = '00000000-0000-0000-0000-000000000000'`.execute(
      tx,
    ),
  )
  await w.app.sweep()
  expect(await facts()).toEqual(before)
})
