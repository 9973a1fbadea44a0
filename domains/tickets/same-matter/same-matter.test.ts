import { sql } from 'kysely'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '#contracts/channels'
import type { Connection } from '#contracts/channels/connect'
import type { TicketLinks } from '#contracts/tickets/links'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { anyIp } from '#test/permission-records'

let app: TestApp
let shop: MadeShop
let agent: MadeStaff
let admin: MadeStaff
let slug: string

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent' })
  admin = await app.make.staff({ role: 'admin' })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  const codes = await app.as(manager).post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

/** No two come in at the same instant. */
const later = () => app.setNow(new Date(app.services.now().getTime() + 60_000).toISOString())

async function send(content: string, more: Record<string, unknown>): Promise<{ id: string; number: string }> {
  later()
  const res = await app.anonymous.post<Receipt>(
    `/public/forms/${slug}/feedback`,
    { submissionId: uuidv4(), content, mood: 'bad', locale: 'zh-CN', ...more },
    { ip: anyIp() },
  )
  expect(res.status, res.text).toBe(201)
  return told(res.body.number)
}

async function told(number: string): Promise<{ id: string; number: string }> {
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  await app.sweep()
  return { id: row.id, number }
}

const links = async (id: string) => (await app.as(agent).get<TicketLinks>(`/tickets/${id}/links`)).body

/** From how sure on the brand's playbook merges by itself. */
async function mergeFrom(sure: number): Promise<void> {
  const { body } = await app.as(admin).get<{ document: { matching: object } }>('/playbook')
  const document = { ...body.document, matching: { ...body.document.matching, mergeFrom: sure } }
  await app.as(admin).put('/playbook/draft', { document })
  const published = await app.as(admin).post('/playbook/publication', { note: '自动合并' })
  expect(published.status, published.text).toBe(200)
}

/** Written down by a colleague who has the customer before them. */
async function enter(
  content: string,
  more: Record<string, unknown>,
): Promise<{ id: string; number: string }> {
  later()
  const body = { submissionId: uuidv4(), shopId: shop.id, content, ...more }
  const res = await app.as(agent).post<Receipt>('/counter/feedback', body)
  expect(res.status, res.text).toBe(201)
  return told(res.body.number)
}

test('the same order told of twice is merged by itself where the brand wants it, says why, and is taken apart with one tap for good', async () => {
  await mergeFrom(0.97)
  const contact = '13800100201'
  const first = await enter('杨枝甘露里喝到一块塑料', { contact, orderNumber: 'MT-1' })
  const second = await enter('塑料的事怎么还没人联系我', { contact, orderNumber: 'MT-1' })
  const one = await links(first.id)
  expect(one.merged.map(({ number }) => number)).toEqual([second.number])
  expect(one.sameMatter[0]).toMatchObject({ number: second.number, state: 'merged' })
  expect(one.sameMatter[0]!.reasons.map(({ what }) => what)).toContain('order')
  expect((await app.as(agent).delete(`/tickets/${second.id}/merge`, { reason: '' })).status).toBe(200)
  expect((await links(first.id)).merged).toEqual([])
  expect((await links(first.id)).sameMatter).toEqual([])
})

test('a worker that dies between finding and merging leaves the merge to the second look, and nothing is told twice', async () => {
  const contact = '13800100210'
  const first = await enter('芒果冰沙里喝到一根铁丝', { contact, orderNumber: 'MT-9' })
  later()
  const body = {
    submissionId: uuidv4(),
    shopId: shop.id,
    content: '铁丝的事怎么还没人管',
    contact,
    orderNumber: 'MT-9',
  }
  expect((await app.as(agent).post<Receipt>('/counter/feedback', body)).status).toBe(201)
  let transactions = 0
  const { db } = app.services
  const inBrand: typeof db.inBrand = (brandId, work) => {
    transactions += 1
    return transactions > 1 ? Promise.reject(new Error('killed')) : db.inBrand(brandId, work)
  }
  const look = app.modules.flatMap((m) => m.sweeps ?? []).find((s) => s.name === 'tickets.sameMatter')!
  await expect(look.run({ ...app.services, db: { ...db, inBrand } })).rejects.toThrow('killed')
  expect(await links(first.id)).toMatchObject({ merged: [], sameMatter: [{ state: 'proposed' }] })
  for (let minutes = 0; minutes < 6; minutes += 1) later()
  await app.sweep()
  expect((await links(first.id)).merged).toHaveLength(1)
})

test('a number that anybody may have typed merges nothing: the link of one ticket would open the other', async () => {
  const contact = '13800100206'
  const first = await enter('芋泥波波里有一根头发', { contact, orderNumber: 'MT-2' })
  const forged = await send('芋泥波波里有一根头发', { contact, orderNumber: 'MT-2' })
  expect((await links(first.id)).merged).toEqual([])
  expect((await links(forged.id)).sameMatter).toMatchObject([{ id: first.id, state: 'proposed' }])
})

test('neither does what a visitor of the chat leaves after the matter, in the very same words', async () => {
  const contact = '13800100207'
  const words = '乌龙奶盖里喝到一截橡皮筋，还有股怪味'
  const first = await enter(words, { contact })
  later()
  const origin = 'https://shop.example'
  const made = await app.as(admin).post<Connection>('/channels', { kind: 'chat', name: '官网对话' })
  const settings = { origins: [origin], greeting: '您好' }
  const saved = await app.as(admin).put(`/channels/${made.body.id}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
  const path = `/public/chat/${/data-channel="([^"]+)"/.exec(made.body.embed)![1]}`
  const as = (token: string) => ({ headers: { origin, authorization: `Bearer ${token}` } })
  const { token } = (await app.anonymous.post<{ token: string }>(`${path}/visitors`, {}, as(''))).body
  await app.anonymous.post(`${path}/messages`, { id: uuidv4(), text: words }, as(token))
  await app.anonymous.post(`${path}/contacts`, { id: uuidv4(), contact }, as(token))
  await app.sweep()
  for (let minutes = 0; minutes < 6; minutes += 1) later()
  await app.sweep()
  expect(await links(first.id)).toMatchObject({ merged: [], sameMatter: [{ state: 'proposed' }] })
})

test('a ticket that can’t be compared holds up no other', async () => {
  const contact = '13800100208'
  const first = await enter('四季春茶里有一片指甲', { contact })
  const body = { submissionId: uuidv4(), shopId: shop.id, content: '坏掉的一张' }
  expect((await app.as(agent).post('/counter/feedback', body)).status).toBe(201)
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .updateTable('tickets.ticket')
      .set({ opened_at: sql`'infinity'` })
      .where('content', '=', body.content)
      .execute(),
  )
  const second = await send('四季春茶里那片指甲还没人回我', { contact })
  expect((await links(second.id)).sameMatter).toMatchObject([{ id: first.id, state: 'proposed' }])
})

test('a ticket that was closed before it is compared is proposed to nobody', async () => {
  const contact = '13800100209'
  const first = await send('奶茶里有一只小虫子，恶心', { contact })
  later()
  const body = { submissionId: uuidv4(), shopId: shop.id, content: '奶茶里那只虫子的事怎么说', contact }
  const { number } = (await app.as(agent).post<Receipt>('/counter/feedback', body)).body
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .updateTable('tickets.ticket')
      .set({ status: 'closed', closed_at: app.services.now() })
      .where('number', '=', Number(number.slice(3)))
      .execute(),
  )
  const second = await told(number)
  for (const { id } of [first, second]) expect((await links(id)).sameMatter).toEqual([])
  const third = await enter('奶茶里那只虫子还没人回我', { contact })
  expect((await links(third.id)).sameMatter.map(({ id }) => id)).toContain(first.id)
})

test('what is only likely is proposed; refused it is not proposed again, and the refusal stands in the audit', async () => {
  const contact = '13800100202'
  const first = await send('今天的奶茶太甜了，喝不下去', { contact })
  app.setNow('2026-03-02T15:00+08:00')
  const second = await send('奶茶太甜了，跟糖水一样', { contact })
  const [found] = (await links(second.id)).sameMatter
  expect(found).toMatchObject({ id: first.id, state: 'proposed' })
  expect(found!.probability).toBeGreaterThan(0.6)
  const refused = await app.as(agent).delete<TicketLinks>(`/tickets/${second.id}/matters/${first.id}`)
  expect(refused.status, refused.text).toBe(200)
  expect(refused.body.sameMatter).toEqual([])
  const again = await app.as(agent).delete(`/tickets/${second.id}/matters/${first.id}`)
  expect(again.body).toMatchObject({ code: 'links.notProposed' })
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select('subject')
      .where('action', '=', 'tickets.refuseMatter')
      .execute(),
  )
  expect(rows.map(({ subject }) => subject)).toEqual([second.number])
})

test('strangers who complain of the same thing stay two tickets', async () => {
  await send('珍珠是硬的，嚼不动', { contact: '13800100203' })
  const other = await send('珍珠太硬了，咬不动', { contact: '13800100204' })
  expect((await links(other.id)).sameMatter).toEqual([])
})

test('what a customer tells about another thing days later is another matter', async () => {
  const contact = '13800100205'
  await send('外送超时四十分钟', { contact })
  app.setNow('2026-03-08T12:00+08:00')
  const later = await send('外送又超时了', { contact })
  expect((await links(later.id)).sameMatter).toEqual([])
})
