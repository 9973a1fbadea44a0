import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { TicketPage } from '#contracts/tickets'
import type { Condition } from '#contracts/tickets/filter'
import type { SavedView } from '#contracts/tickets/inbox'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { copyTicket, sendFeedback } from '#test/many-tickets'

let app: TestApp
let shop: MadeShop
let beside: MadeShop
let people: Record<'lead' | 'agent' | 'manager' | 'rider', MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  beside = await app.make.shop()
  people = {
    lead: await app.make.staff({ role: 'lead', name: '陶然' }),
    agent: await app.make.staff({ role: 'agent' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    rider: await app.make.staff({ role: 'rider', shop }),
  }
  for (const at of [shop, beside]) await sendFeedback(app, at, '等了半个小时')
})
afterAll(() => app.close())

const view = (more: Record<string, unknown> = {}) => ({
  name: '西溪的投诉',
  view: 'every',
  conditions: [{ field: 'shop', op: 'is', values: [beside.id] }],
  sort: 'newest',
  columns: ['number', 'title'],
  ...more,
})
const save = (who: MadeStaff, more: Record<string, unknown> = {}) =>
  app.as(who).post<SavedView>('/saved-views', view(more))
const list = async (who: MadeStaff, query: Record<string, string>) =>
  (await app.as(who).get<z.infer<typeof TicketPage>>(`/tickets?${new URLSearchParams(query)}`)).body
const conditions = (...given: Condition[]) => JSON.stringify(given)

test('a view is kept with its conditions, sort and columns, changed, and deleted', async () => {
  const { body, status } = await save(people.agent)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    name: '西溪的投诉',
    shared: false,
    canChange: true,
    columns: ['number', 'title'],
  })
  expect((await list(people.agent, { saved: body.id })).rows.map((r) => r.shop?.id)).toEqual([beside.id])
  const renamed = await app.as(people.agent).put<SavedView>(`/saved-views/${body.id}`, view({ name: '西溪' }))
  expect(renamed.body.name).toBe('西溪')
  expect((await app.as(people.agent).delete(`/saved-views/${body.id}`)).status).toBe(204)
  const page = await app.as(people.agent).get(`/tickets?saved=${body.id}`)
  expect(page.problem.code).toBe('inbox.viewNotFound')
})

test('whatever stands in the address goes before the saved view', async () => {
  const { body } = await save(people.lead)
  const other = conditions({ field: 'shop', op: 'is', values: [shop.id] })
  const page = await list(people.lead, { saved: body.id, conditions: other })
  expect(page.rows.map((r) => r.shop?.id)).toEqual([shop.id])
})

test('a private view is nobody else’s; a shared one is read by all and changed by its maker', async () => {
  const own = await save(people.agent, { name: '我自己的' })
  expect((await app.as(people.lead).put(`/saved-views/${own.body.id}`, view())).status).toBe(404)
  const shared = await save(people.lead, { name: '大家的', shared: true })
  const seen = (await app.as(people.manager).get<SavedView[]>('/saved-views')).body
  expect(seen.find((v) => v.id === shared.body.id)).toMatchObject({
    canChange: false,
    owner: { name: '陶然' },
  })
  expect(seen.some((v) => v.id === own.body.id)).toBe(false)
  expect((await app.as(people.manager).delete(`/saved-views/${shared.body.id}`)).status).toBe(404)
})

test('only who may share views shares one', async () => {
  expect((await save(people.agent, { shared: true })).problem.code).toBe('inbox.mayNotShare')
  const own = await save(people.agent)
  const answer = await app.as(people.agent).put(`/saved-views/${own.body.id}`, view({ shared: true }))
  expect(answer.status).toBe(403)
})

test('neither a filter nor a shared view widens what a shop manager sees', async () => {
  const shared = await save(people.lead, { name: '别家', shared: true })
  expect((await list(people.manager, { saved: shared.body.id })).rows).toEqual([])
  const wide: Condition[][] = [
    [{ field: 'shop', op: 'is', values: [beside.id] }],
    [{ field: 'shop', op: 'is_not', values: [shop.id] }],
    [{ field: 'region', op: 'is', values: [shop.regionId] }],
    [{ field: 'words', op: 'contain', value: '等了' }],
    [{ field: 'opened', op: 'within', span: { amount: 5, unit: 'day' } }],
    [{ field: 'tag', op: 'is_not', values: ['x'] }],
  ]
  for (const view of ['every', 'all', 'closed'])
    for (const given of wide) {
      const page = await list(people.manager, { view, conditions: conditions(...given) })
      expect(page.rows.filter((r) => r.shop?.id !== shop.id)).toEqual([])
    }
  const counts = (await app.as(people.manager).get<Record<string, { count: number }>>('/saved-views/counts'))
    .body
  expect(counts[shared.body.id]).toEqual({ count: 0, more: false })
  const counted = await app
    .as(people.manager)
    .get(`/tickets/filter-count?view=every&conditions=${encodeURIComponent(conditions(wide[0]![0]!))}`)
  expect(counted.body).toEqual({ count: 0, more: false })
  expect((await list(people.rider, { view: 'every' })).rows).toEqual([])
})

test('views stand in the order that their maker gave them', async () => {
  const who = await app.make.staff({ role: 'agent' })
  const ids = []
  for (const name of ['甲', '乙', '丙']) ids.push((await save(who, { name })).body.id)
  const order = [ids[2]!, ids[0]!, ids[1]!]
  const answer = await app.as(who).put<SavedView[]>('/saved-views/order', { ids: order })
  expect(answer.body.filter((v) => !v.shared).map((v) => v.id)).toEqual(order)
})

test('counts stop where they are told to, and say that there are more', async () => {
  const place = await app.make.shop()
  const first = await sendFeedback(app, place, '排队太久')
  await copyTicket(app, place.brandId, first, 1100)
  const here: Condition = { field: 'shop', op: 'is', values: [place.id] }
  const made = await save(people.lead, { name: '很多', conditions: [here] })
  const few = await save(people.lead, {
    name: '很少',
    conditions: [here, { field: 'stars', op: 'at_most', value: 1 }],
  })
  const { body } = await app.as(people.lead).get<Record<string, unknown>>('/saved-views/counts')
  expect(body[made.body.id]).toEqual({ count: 1000, more: true })
  expect(body[few.body.id]).toEqual({ count: 0, more: false })
})

test('a broken or unknown condition is refused by name, twelve are the most', async () => {
  const ask = (text: string) =>
    app.as(people.lead).get(`/tickets?view=all&conditions=${encodeURIComponent(text)}`)
  expect((await ask('[{')).problem).toMatchObject({ status: 400, field: 'conditions' })
  expect((await ask('[{"field":"colour","op":"is","values":["red"]}]')).status).toBe(400)
  const one: Condition = { field: 'open', op: 'is', value: true }
  expect((await ask(conditions(...Array<Condition>(12).fill(one)))).status).toBe(200)
  expect((await ask(conditions(...Array<Condition>(13).fill(one)))).status).toBe(400)
})

test.each(['updated', 'due', 'newest', 'oldest', 'priority'])(
  'every ticket once when sorted by %s',
  async (sort) => {
    const place = await app.make.shop()
    const ids = [
      await sendFeedback(app, place, '杯子漏了'),
      await sendFeedback(app, place, '吃出异物，拉肚子了'),
    ]
    ids.push(...(await copyTicket(app, place.brandId, ids[0]!, 30)))
    const filter = conditions({ field: 'shop', op: 'is', values: [place.id] })
    const seen: string[] = []
    const priorities: string[] = []
    let cursor: string | null = ''
    do {
      const page: z.infer<typeof TicketPage> = await list(people.lead, {
        view: 'all',
        sort,
        limit: '7',
        conditions: filter,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.rows.map((r) => r.id))
      priorities.push(...page.rows.map((r) => r.priority))
      cursor = page.next
    } while (cursor)
    expect(seen.toSorted()).toEqual(ids.toSorted())
    if (sort === 'priority') expect(priorities).toEqual(priorities.toSorted())
  },
)
