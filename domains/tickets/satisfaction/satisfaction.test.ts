import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { RatingPage, Satisfaction } from '#contracts/tickets/followup'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shops: MadeShop[]
let lead: MadeStaff
let manager: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shops = [await app.make.shop({ name: '文三路店' }), await app.make.shop({ name: '湖滨店' })]
  lead = await app.make.staff({ role: 'lead', name: '周敏' })
  manager = await app.make.staff({ role: 'shop_manager', shop: shops[1]! })
})
afterAll(() => app.close())

const slugs = new Map<string, Promise<string>>()

function slugOf(shop: MadeShop): Promise<string> {
  const slug = slugs.get(shop.id) ?? makeSlug(shop)
  slugs.set(shop.id, slug)
  return slug
}

async function makeSlug(shop: MadeShop): Promise<string> {
  const admin = await app.make.staff({ role: 'admin' })
  const made = await app
    .as(admin)
    .post<{ slug: string }[]>('/codes', { shopId: shop.id, place: 'table', labels: ['A1'] })
  return made.body[0]!.slug
}

/** A complaint that was handled by the lead and judged by its customer. */
async function judged(shop: MadeShop, stars: number, words = ''): Promise<{ token: string; id: string }> {
  const sent = await app.anonymous.post<Receipt>(`/public/forms/${await slugOf(shop)}/feedback`, {
    submissionId: uuidv4(),
    content: '少糖做成了全糖',
    mood: 'bad',
  })
  const token = sent.body.progress.slice(3)
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  await app.as(lead).put(`/tickets/${id}/assignment`, { assigneeId: lead.id })
  await app.as(lead).put(`/tickets/${id}/proposal`, { text: '重做一杯。' })
  await app.anonymous.put(`/public/progress/${token}/answer`, { accept: true })
  const reasons = stars < 3 ? ['slow'] : ['quick']
  const rated = await app.anonymous.put(`/public/progress/${token}/rating`, { stars, reasons, words })
  expect(rated.status, rated.text).toBe(200)
  return { token, id }
}
const figures = async (who: MadeStaff, query: string) =>
  (await app.as(who).get<Satisfaction>(`/satisfaction?${query}`)).body
const ratings = async (who: MadeStaff, query: string) =>
  (await app.as(who).get<z.infer<typeof RatingPage>>(`/satisfaction/ratings?${query}`)).body

test('the lowest comes first, few ratings come last, and everybody sees the own reach', async () => {
  await Promise.all([
    ...[5, 5, 4, 5, 5].map((stars) => judged(shops[0]!, stars)),
    ...[1, 2, 4, 2, 1, 5].map((stars) => judged(shops[1]!, stars, `${stars} 星的话`)),
  ])
  const all = await figures(lead, 'by=shop&days=30')
  expect(all.total).toMatchObject({
    count: 11,
    average: 3.55,
    stars: [2, 2, 0, 2, 5],
    before: { count: 0, average: null },
  })
  expect(all.rows).toMatchObject([
    { name: '湖滨店', count: 6, average: 2.5, few: false },
    { name: '文三路店', count: 5, average: 4.8, few: false },
  ])
  expect(all.reasons).toEqual([
    { key: 'quick', label: '回得快', count: 7 },
    { key: 'slow', label: '太慢', count: 4 },
  ])
  expect((await figures(manager, 'by=shop')).rows.map((r) => r.name)).toEqual(['湖滨店'])
  expect((await figures(lead, `by=person&shop=${shops[0]!.id}`)).rows).toMatchObject([
    { name: '周敏', count: 5, average: 4.8 },
  ])
  expect((await figures(lead, 'by=category')).rows[0]?.name).toBe('糖度冰量做错')
})

test('a row leads to its tickets, the worst first, page by page', async () => {
  const behind = await ratings(lead, `by=shop&key=${shops[1]!.id}`)
  expect(behind.ratings.map((r) => r.stars)).toEqual([1, 1, 2, 2, 4, 5])
  expect(behind.ratings[0]).toMatchObject({
    reasons: ['太慢'],
    via: 'page',
    staff: { name: '周敏' },
    shop: { name: '湖滨店' },
  })
  expect((await ratings(manager, `by=shop&key=${shops[0]!.id}`)).ratings).toEqual([])
  expect((await app.as(lead).get('/satisfaction/ratings?cursor=xx')).status).toBe(400)
})

test('a handling that begins again is judged anew, the first judgement stays', async () => {
  const { token, id } = await judged(shops[0]!, 2, '等了两天')
  await app.as(lead).delete(`/tickets/${id}/closure`, { reason: '顾客打来说没退' })
  await app.as(lead).put(`/tickets/${id}/proposal`, { text: '已经退款。' })
  await app.anonymous.put(`/public/progress/${token}/answer`, { accept: true })
  await app.anonymous.put(`/public/progress/${token}/rating`, { stars: 3, words: '' })
  await app.anonymous.put(`/public/progress/${token}/rating`, { stars: 5, words: '这回快' })
  const mine = (await ratings(lead, `by=shop&key=${shops[0]!.id}`)).ratings.filter((r) => r.ticketId === id)
  expect(mine.map((r) => [r.cycle, r.stars, r.words])).toEqual([
    [1, 2, '等了两天'],
    [2, 5, '这回快'],
  ])
})

test('a shorter period leaves out what is older and compares with the days before', async () => {
  app.setNow('2026-03-12T12:00+08:00')
  await judged(shops[0]!, 3)
  const week = await figures(lead, 'by=shop&days=7')
  expect(week.total).toMatchObject({ count: 1, average: 3, before: { count: 13 } })
  expect(week.rows).toMatchObject([{ name: '文三路店', count: 1, few: true }])
})
