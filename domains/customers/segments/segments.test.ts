import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerPage } from '#contracts/customers/file'
import type { Segment, SegmentCondition, SegmentGroup, SegmentPreview } from '#contracts/customers/segments'
import { countSegment, segmentMembers } from '#domains/customers'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { Client } from '#test/client'
import type { MadeShop, MadeStaff } from '#test/make'
import { rememberAddress } from '../addresses/addresses.ts'
import { noteOrder, noteRating, noteTicket } from '../facts/note-facts.ts'
import { updateCustomer } from '../file/customer-data.ts'
import { identifyCustomers } from '../identify/identify-customers.ts'
import { giveConsent } from '../notes/consents.ts'
import { rememberTrait } from '../traits/traits.ts'

const NOW = '2026-03-02T12:00:00+08:00'
const ago = (days: number) => new Date(new Date(NOW).getTime() - days * 86_400_000)
let app: TestApp
let shop: MadeShop
let other: MadeShop
let marketing: Client
let lead: MadeStaff
let n = 0
const ids: Record<string, string> = {}

const ctx = () => systemContext(app.services, shop.brandId)
type Tx = Parameters<typeof noteOrder>[0]
const write = (work: (tx: Tx) => Promise<unknown>) => ctx().transaction(work)

async function person(name: string, contact: string) {
  const [made] = await ctx().transaction((tx) => identifyCustomers(tx, ctx(), [{ name, contact }]))
  ids[name] = made!.customerId!
  return made!.customerId!
}
const bought = (
  name: string,
  days: number,
  more: { at?: MadeShop; minor?: number; kind?: string; items?: string[]; off?: boolean } = {},
) =>
  write((tx) =>
    noteOrder(tx, ctx(), [
      {
        id: `o${n++}`,
        customerId: ids[name]!,
        at: ago(days),
        shopId: (more.at ?? shop).id,
        kind: more.kind ?? 'delivery',
        counts: !more.off,
        spentMinor: more.minor ?? 3000,
        items: more.items ?? ['柠檬茶'],
      },
    ]),
  )
const said = (name: string, days: number, kind: string) =>
  write((tx) =>
    noteTicket(tx, ctx(), [{ id: `t${n++}`, customerId: ids[name]!, at: ago(days), shopId: shop.id, kind }]),
  )

beforeAll(async () => {
  app = await startApp({ now: NOW })
  shop = await app.make.shop({ name: '湖滨店' })
  const west = await app.make.region({ name: '城西' })
  other = await app.make.shop({ name: '西溪店', regionId: west.id })
  marketing = app.as(await app.make.staff({ role: 'marketing' }))
  lead = await app.make.staff({ role: 'lead' })
  for (const [i, name] of ['常客甲', '投诉乙', '流失丙', '新人丁', '姐姐戊', '妹妹戊'].entries())
    await person(name, `1390000${1001 + i}`)
  for (const days of [3, 20, 60]) await bought('常客甲', days, { items: ['珍珠奶茶', '蛋挞'] })
  for (const days of [5, 10, 15]) await bought('投诉乙', days, { at: other, minor: 9000 })
  await said('投诉乙', 4, 'complaint')
  await said('常客甲', 4, 'praise')
  for (const days of [300, 320]) await bought('流失丙', days)
  await bought('流失丙', 1, { off: true })
  await bought('新人丁', 2, { kind: 'visit' })
  // The family: two sisters who share one file, none of whom alone has ordered three times.
  await bought('姐姐戊', 8)
  for (const days of [9, 200]) await bought('妹妹戊', days)
  await write(async (tx) => {
    await noteRating(tx, ctx(), [
      { id: 'r1', customerId: ids.投诉乙!, at: ago(3), shopId: shop.id, stars: 1 },
      { id: 'r2', customerId: ids.投诉乙!, at: ago(2), shopId: shop.id, stars: 4 },
    ])
    await rememberTrait(tx, ctx(), ids.妹妹戊!, { kind: 'allergy', value: '花生', source: 'staff' })
    await rememberAddress(tx, ctx(), ids.流失丙!, { text: '杭州市西湖区文三路 90 号' })
    await giveConsent(tx, ctx(), ids.常客甲!, {
      purpose: 'marketing',
      textVersion: '1',
      text: '同意',
      channel: 'phone',
    })
    await updateCustomer(tx, ids.常客甲!, { value: 'vip', tags: ['企业客户'], birthday_on: '--06-18' })
  })
  const agent = app.as(await app.make.staff({ role: 'agent' }))
  await agent.put(`/customers/${ids.姐姐戊}/merged/${ids.妹妹戊}`, { reason: '同一个人' })
  await app.sweep()
})
afterAll(() => app.close())

const P = { shops: [], regions: [] }
const orders = (op: 'atLeast' | 'atMost', count: number, more: object = {}): SegmentCondition => ({
  fact: 'orders',
  op,
  n: count,
  items: [],
  ...P,
  ...more,
})
const all = (...of: SegmentGroup['of']): SegmentGroup => ({ join: 'all', of })
const any = (...of: SegmentGroup['of']): SegmentGroup => ({ join: 'any', of })
const namesOf = async (rule: SegmentGroup) => {
  const { body } = await marketing.post<SegmentPreview>('/customer-segments/preview', { rule })
  const byId = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  expect(body.count).toBe(body.examples.length)
  return body.examples.map((row) => byId.get(row.id)!).sort()
}

const CASES: [string, () => SegmentGroup, string[]][] = [
  ['下单 ≥3 次', () => all(orders('atLeast', 3)), ['姐姐戊', '常客甲', '投诉乙']],
  ['最近 90 天下单 ≥3 次', () => all(orders('atLeast', 3, { days: 90 })), ['常客甲', '投诉乙']],
  [
    'a family is one: two lately',
    () => all(orders('atLeast', 2, { days: 90 })),
    ['姐姐戊', '常客甲', '投诉乙'],
  ],
  [
    '最近 90 天下单 ≥3 次，且没有投诉',
    () =>
      all(orders('atLeast', 3, { days: 90 }), {
        fact: 'tickets',
        op: 'atMost',
        n: 0,
        kinds: ['complaint'],
        ...P,
      }),
    ['常客甲'],
  ],
  [
    'no order for 90 days, who has ordered',
    () => all({ fact: 'lastOrder', op: 'before', days: 90 }),
    ['流失丙'],
  ],
  ['cancelled counts as nothing', () => all(orders('atMost', 2), orders('atLeast', 2)), ['流失丙']],
  ['in one shop', () => all(orders('atLeast', 1, { shops: [other.id] })), ['投诉乙']],
  ['in one region', () => all(orders('atLeast', 1, { regions: [other.regionId] })), ['投诉乙']],
  ['bought by name', () => all(orders('atLeast', 2, { items: ['珍珠奶茶'], days: 30 })), ['常客甲']],
  ['spent lately', () => all({ fact: 'spent', op: 'atLeast', n: 20_000, days: 30, ...P }), ['投诉乙']],
  [
    'spent ever, family',
    () => all({ fact: 'spent', op: 'atLeast', n: 9_000, ...P }),
    ['姐姐戊', '常客甲', '投诉乙'],
  ],
  ['visits', () => all({ fact: 'visits', op: 'atLeast', n: 1, ...P }), ['新人丁']],
  ['mean of stars', () => all({ fact: 'meanRating', op: 'atMost', n: 2.5 }), ['投诉乙']],
  ['last stars', () => all({ fact: 'lastRating', op: 'atLeast', n: 4 }), ['投诉乙']],
  ['allergy in a merged file', () => all({ fact: 'trait', op: 'any', values: ['allergy'] }), ['姐姐戊']],
  ['address', () => all({ fact: 'area', op: 'any', values: ['杭州市西湖区'] }), ['流失丙']],
  ['consent', () => all({ fact: 'consent', op: 'any', values: ['marketing'] }), ['常客甲']],
  [
    'tag, value and month',
    () =>
      all(
        { fact: 'tag', op: 'any', values: ['企业客户', '无'] },
        { fact: 'value', op: 'any', values: ['vip'] },
        { fact: 'birthMonth', op: 'any', values: [6] },
      ),
    ['常客甲'],
  ],
  ['not by phone', () => all({ fact: 'identity', op: 'none', values: ['phone'] }), []],
  ['shop of the family', () => all({ fact: 'shop', op: 'any', values: [other.id] }), ['投诉乙']],
  [
    'groups inside groups',
    () =>
      any(
        all(
          orders('atLeast', 3, { days: 90 }),
          any({ fact: 'value', op: 'any', values: ['vip'] }, { fact: 'trait', op: 'any', values: ['skin'] }),
        ),
        { fact: 'visits', op: 'atLeast', n: 1, ...P },
      ),
    ['常客甲', '新人丁'],
  ],
  ['never judged', () => all({ fact: 'lastOrder', op: 'never' }), []],
]

test.each(CASES)('%s', async (_, rule, names) => {
  expect(await namesOf(rule())).toEqual([...names].sort())
})

test('a saved segment counts anew each time, and its history stands in the audit trail', async () => {
  const rule = all(orders('atLeast', 3, { days: 90 }))
  const made = await marketing.post<Segment>('/customer-segments', { name: '近期常客', rule })
  expect(made.status).toBe(201)
  const { id } = made.body
  const count = async () =>
    (await marketing.get<{ count: number }>(`/customer-segments/${id}/count`)).body.count
  expect(await count()).toBe(2)
  await bought('姐姐戊', 0)
  await app.sweep()
  expect(await count()).toBe(3)
  expect((await marketing.post('/customer-segments', { name: '近期常客', rule })).problem.code).toBe(
    'customers.segmentNameTaken',
  )
  const narrower = all(orders('atLeast', 3, { days: 90 }), { fact: 'value', op: 'any', values: ['vip'] })
  await marketing.put(`/customer-segments/${id}`, {
    name: '重要的常客',
    description: '季度回访',
    rule: narrower,
  })
  expect(await count()).toBe(1)
  const { body } = await marketing.get<typeof CustomerPage._output>(`/customer-segments/${id}/members`)
  expect(body.rows.map((row) => [row.id, row.name])).toEqual([[ids.常客甲, '常**']])
  const entry = await write((tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select('data')
      .where('action', '=', 'customers.segmentChanged')
      .executeTakeFirst(),
  )
  expect(entry).toMatchObject({ data: { rule: narrower, before: { name: '近期常客', rule } } })
  expect((await marketing.delete(`/customer-segments/${id}`)).status).toBe(204)
  expect((await marketing.get(`/customer-segments/${id}/count`)).problem.code).toBe(
    'customers.segmentUnknown',
  )
})

test('executives see how many and nobody of them; whoever leads a region cannot count the brand', async () => {
  const executive = app.as(await app.make.staff({ role: 'executive' }))
  const { body } = await executive.post<SegmentPreview>('/customer-segments/preview', { rule: all() })
  expect(body).toMatchObject({ count: 5, examples: [] })
  const narrow = app.as(await app.make.staff({ role: 'lead', shop }))
  expect((await narrow.get('/customer-segments')).problem.code).toBe('http.notAllowed')
})

test('other rooms read the members page by page, each head once', async () => {
  const made = await app
    .as(lead)
    .post<Segment>('/customer-segments', { name: '下过单', rule: all(orders('atLeast', 1)) })
  expect(await countSegment(ctx(), made.body.id)).toEqual({ count: 5, more: false })
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const page = await ctx().transaction((tx) => segmentMembers(tx, ctx(), made.body.id, after, 2))
    found.push(...page)
    if (page.length < 2) break
    after = page.at(-1)!
  }
  expect(found.sort()).toEqual(
    ['常客甲', '投诉乙', '流失丙', '新人丁', '姐姐戊'].map((name) => ids[name]!).sort(),
  )
})

test('a file of the members is masked; with whole numbers only for a lead who says why; no cell is a formula', async () => {
  await write((tx) => updateCustomer(tx, ids.新人丁!, { tags: ['=1+1'] }))
  const made = await app
    .as(lead)
    .post<Segment>('/customer-segments', { name: '导出', rule: all(orders('atLeast', 1)) })
  const fileAs = async (who: MadeStaff, path: string) =>
    app.server.inject({
      method: 'GET',
      url: `/api/customer-segments/${made.body.id}/${path}`,
      cookies: { huiyin_session: await app.sessionFor(who) },
    })
  const masked = await fileAs(lead, 'file?format=csv')
  expect(masked.headers['content-type']).toContain('text/csv')
  const lines = masked.body
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean)
  expect(lines[0]).toBe(
    '顾客编号,姓名,联系方式,重要程度,标签,下单次数,消费金额,最近下单,反馈次数,投诉次数,最近往来',
  )
  expect(lines).toHaveLength(6)
  expect(masked.body).not.toMatch(/1390000\d{4}|常客甲/)
  expect(masked.body).toContain("'=1+1")
  const clear = await fileAs(lead, `clear-file?format=csv&reason=${encodeURIComponent('邀请参加新品品鉴')}`)
  expect(clear.body).toContain('常客甲,13900001001')
  expect((await fileAs(lead, 'file?format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  const staff = await app.make.staff({ role: 'marketing' })
  expect((await fileAs(staff, 'clear-file?reason=twelve%20reasons')).statusCode).toBe(403)
  const entries = await write((tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select('data')
      .where('action', '=', 'customers.exported')
      .orderBy('id')
      .execute(),
  )
  expect(entries).toMatchObject([
    { data: { clear: false, rows: 5 } },
    { data: { clear: true, reason: '邀请参加新品品鉴' } },
    {},
  ])
})

test('the list of all customers goes out as a file too, or the part of it that is shown; not to people of one shop', async () => {
  await write((tx) => updateCustomer(tx, ids.新人丁!, { tags: ['试用团'] }))
  const fileAs = async (who: MadeStaff, query: string) =>
    app.server.inject({
      method: 'GET',
      url: `/api/customers/file?${query}`,
      cookies: { huiyin_session: await app.sessionFor(who) },
    })
  const lines = ({ body }: { body: string }) => body.split('\r\n').filter(Boolean).length - 1
  const everybody = await write((tx) =>
    tx.selectFrom('customers.customer').select('id').where('merged_into', 'is', null).execute(),
  )
  expect(lines(await fileAs(lead, 'format=csv'))).toBe((everybody as unknown[]).length)
  const part = await fileAs(lead, `format=csv&tag=${encodeURIComponent('试用团')}`)
  expect(lines(part)).toBe(1)
  expect(decodeURIComponent(`${part.headers['content-disposition']}`)).toContain('顾客名单-试用团-')
  const shop = await app.make.shop()
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  expect((await fileAs(manager, 'format=csv')).statusCode).toBe(403)
})

test('a rule that is too deep, too long or not of this language is refused', async () => {
  const leaf = orders('atLeast', 1)
  const wrong = [
    all(all(all(all(leaf)))),
    all(...Array.from({ length: 21 }, () => leaf)),
    all({ fact: 'phone', op: 'any', values: ['138'] } as never),
    all({ fact: 'lastOrder', op: 'within' }),
  ]
  for (const rule of wrong)
    expect((await marketing.post('/customer-segments/preview', { rule })).status).toBe(400)
})
