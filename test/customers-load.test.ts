import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerFile } from '#contracts/customers/file'
import type { CustomerHistory } from '#contracts/tickets/customer-history'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { identifyCustomers } from '../domains/customers/identify/identify-customers.ts'

/** C1 under load: a person's two files are merged and separated again and again while orders and feedback come in for both. */
const PHONES = ['13800005001', '13800005002'] as const
const WRITERS = 8
const EACH = 6
const ROUNDS = 6
let app: TestApp
let shop: MadeShop
let agent: MadeStaff
let slug: string
const files: string[] = []

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent' })
  const admin = await app.make.staff({ role: 'admin' })
  const codes = await app
    .as(admin)
    .post<{ slug: string }[]>('/codes', { shopId: shop.id, place: 'counter', labels: ['收银台'] })
  slug = codes.body[0]!.slug
  const ctx = systemContext(app.services, shop.brandId)
  await ctx.transaction(async (tx) => {
    const made = await identifyCustomers(
      tx,
      ctx,
      PHONES.map((contact) => ({ contact, name: '林小雨' })),
    )
    files.push(...made.map((one) => one.customerId!))
  })
})
afterAll(() => app.close())

type Sent = { orders: number[]; tickets: number[]; spent: number[] }

/** One after the other, to either file by its number; what was answered with a success is counted. */
async function write(writer: number, sent: Sent): Promise<void> {
  for (let n = 0; n < EACH; n++) {
    const file = (writer + n) % 2
    if ((writer + Math.floor(n / 2)) % 2) {
      const priceMinor = 1000 + writer * 10 + n
      const placed = await app.as(agent).post('/orders', {
        shopId: shop.id,
        kind: 'pickup',
        source: 'counter',
        items: [{ name: '柠檬茶', priceMinor, quantity: 1 }],
        contact: PHONES[file],
        paid: true,
      })
      expect(placed.status, placed.text).toBe(201)
      sent.orders[file]!++
      sent.spent[file]! += priceMinor
    } else {
      const said = await app.anonymous.post(`/public/forms/${slug}/feedback`, {
        submissionId: crypto.randomUUID(),
        content: `等了很久，第 ${writer}-${n} 次`,
        contact: PHONES[file],
        locale: 'zh-CN',
      })
      expect(said.status, said.text).toBe(201)
      sent.tickets[file]!++
    }
  }
}

const fileOf = async (id: string) => (await app.as(agent).get<CustomerFile>(`/customers/${id}`)).body
const historyOf = async (id: string) => {
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await app
      .as(agent)
      .get<CustomerHistory>(`/customers/${id}/history${cursor ? `?cursor=${cursor}` : ''}`)
    ids.push(...body.lines.map((line) => line.id))
    if (!body.next) return ids
    cursor = body.next
  }
}

test('nothing is lost and nothing counted twice, whether the files stand together or apart', async () => {
  const sent: Sent = { orders: [0, 0], tickets: [0, 0], spent: [0, 0] }
  let mergeId = ''
  const mergeAndSeparate = async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const merged = await app
        .as(agent)
        .put<{ mergeId: string }>(`/customers/${files[0]}/merged/${files[1]}`, { reason: '同一个人' })
      expect(merged.status, merged.text).toBe(200)
      mergeId = merged.body.mergeId
      await app.sweep()
      if (round === ROUNDS - 1) return
      const undone = await app.as(agent).put(`/customer-merges/${mergeId}/undoing`, { reason: '弄错了' })
      expect(undone.status, undone.text).toBe(200)
    }
  }
  await Promise.all([
    mergeAndSeparate(),
    ...Array.from({ length: WRITERS }, (_, writer) => write(writer, sent)),
  ])
  await app.sweep()
  const both = (of: number[]) => of[0]! + of[1]!
  const together = (await fileOf(files[1]!)).facts
  expect(together).toMatchObject({
    orders: both(sent.orders),
    spentMinor: both(sent.spent),
    tickets: both(sent.tickets),
  })
  expect(both(sent.orders) + both(sent.tickets)).toBe(WRITERS * EACH)
  const lines = await historyOf(files[0]!)
  expect([lines.length, new Set(lines).size]).toEqual([both(sent.tickets), both(sent.tickets)])

  // Apart again each file has exactly what came to its own number.
  await app.as(agent).put(`/customer-merges/${mergeId}/undoing`, { reason: '是姐妹' })
  for (const [n, id] of files.entries()) {
    expect((await fileOf(id)).facts).toMatchObject({
      orders: sent.orders[n],
      spentMinor: sent.spent[n],
      tickets: sent.tickets[n],
    })
    expect(await historyOf(id)).toHaveLength(sent.tickets[n]!)
    const { body } = await app.as(agent).get<{ rows: unknown[] }>(`/orders?customerId=${id}&limit=100`)
    expect(body.rows).toHaveLength(sent.orders[n]!)
  }
  const { rows } = (await app.as(agent).get<{ rows: { id: string }[] }>('/customers')).body
  expect(rows.map((row) => row.id).sort()).toEqual([...files].sort())
}, 120_000)
