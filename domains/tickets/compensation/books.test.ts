import { randomUUID } from 'node:crypto'
import { Workbook } from '@cj-tech-master/excelts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { CompensationTotals, IssuedPage, IssuedRow } from '#contracts/tickets/compensation'
import { startApp, type TestApp } from '#test/app'
import { type CompensationWorld, openCompensationWorld } from '#test/compensation-world'

type Page = z.infer<typeof IssuedPage>
let app: TestApp
let world: CompensationWorld
const REFUND = randomUUID()

beforeAll(async () => {
  app = await startApp({ now: '2026-02-20T12:00:00+08:00' })
  world = await openCompensationWorld(app)
  const { people, propose, asked, decide } = world
  const february = await world.ticket()
  await propose(february.id, people.agent, { kind: 'coupon', amountMinor: 1_000 })
  app.setNow('2026-03-02T12:00:00+08:00')
  const march = await world.ticket('等了半个多小时，电话 13800001234', {
    contact: '13800001234',
    name: '林小雨',
  })
  await propose(march.id, people.agent, { id: REFUND, amountMinor: 9_000 })
  await decide((await asked(march.id))!.id, people.manager)
  app.setNow('2026-03-03T12:00:00+08:00')
  const waiting = await world.ticket()
  await propose(waiting.id, people.agent, { amountMinor: 40_000 })
  await propose((await world.ticket()).id, people.agent, { kind: 'gift', amountMinor: 800, item: '布丁一份' })
})
afterAll(() => app.close())

const list = async (query = '', who = world.people.finance) =>
  (await app.as(who).get<Page>(`/compensations${query}`)).body
const totals = async (who = world.people.finance, query = '') =>
  (await app.as(who).get<CompensationTotals>(`/compensations/totals${query}`)).body

test('finance sees what was given, by whom it was approved, and nothing of the customer', async () => {
  const { rows } = await list()
  expect(rows.map((r) => [r.kind, r.amountMinor])).toEqual([
    ['gift', 800],
    ['refund', 9_000],
    ['coupon', 1_000],
  ])
  expect(rows[1]).toMatchObject({ shop: { name: '湖滨店' }, approvers: ['王店长'], settled: null })
  const shown = JSON.stringify(rows)
  for (const secret of ['林', '13800001234', '1234', '半个多小时', '布丁'])
    expect(shown).not.toContain(secret)
})

test('the filters narrow, and the next page goes on where the first ended', async () => {
  expect((await list('?month=2026-02')).rows.map((r) => r.kind)).toEqual(['coupon'])
  expect((await list('?kind=gift')).rows).toHaveLength(1)
  expect((await list(`?shop=${(await app.make.shop({ brand: world.brand })).id}`)).rows).toEqual([])
  expect((await list('?settled=no')).rows.map((r) => r.kind)).toEqual(['refund'])
  const first = await list('?limit=2')
  const second = await list(`?limit=2&cursor=${first.next}`)
  expect([first.rows.length, second.rows.map((r) => r.kind), second.next]).toEqual([2, ['coupon'], null])
})

test('sums of the month, by shop and kind', async () => {
  expect(await totals()).toMatchObject({
    month: '2026-03',
    count: 2,
    amountMinor: 9_800,
    unpaidCount: 1,
    unpaidMinor: 9_000,
    rows: true,
    shops: [{ shop: { name: '湖滨店' }, amountMinor: 9_800, budgetMinor: 300_000 }],
    kinds: [
      { kind: 'refund', amountMinor: 9_000 },
      { kind: 'gift', amountMinor: 800 },
    ],
  })
  const { months } = await totals()
  expect(months.slice(-2)).toEqual([
    { month: '2026-02', count: 1, amountMinor: 1_000 },
    { month: '2026-03', count: 2, amountMinor: 9_800 },
  ])
})

test('executives get sums and no single row, managers their own shop only', async () => {
  const { people } = world
  expect(await totals(people.executive)).toMatchObject({ amountMinor: 9_800, rows: false })
  expect((await list('', people.executive)).rows).toEqual([])
  expect((await app.as(people.executive).get('/compensations/export')).status).toBe(403)
  const other = await app.make.staff({
    role: 'shop_manager',
    shop: await app.make.shop({ brand: world.brand }),
  })
  expect([(await list('', other)).rows, (await totals(other)).amountMinor]).toEqual([[], 0])
  expect((await list('', people.manager)).rows).toHaveLength(3)
})

test('a refund is marked as paid once', async () => {
  const { finance, lead } = world.people
  const path = `/compensations/${REFUND}/settlement`
  const paid = await app.as(finance).put<IssuedRow>(path, { reference: 'WX2026030299' })
  expect(paid.body.settled).toMatchObject({ by: finance.name, reference: 'WX2026030299' })
  expect((await app.as(finance).put(path, { reference: 'WX2026030299' })).status).toBe(200)
  expect((await app.as(finance).put(path, { reference: 'WX-2' })).problem.code).toBe(
    'compensation.alreadySettled',
  )
  expect((await app.as(lead).put(path, { reference: 'WX-2' })).status).toBe(403)
  const gift = (await list('?kind=gift')).rows[0]!
  const wrong = await app.as(finance).put(`/compensations/${gift.id}/settlement`, { reference: 'WX-3' })
  expect(wrong.problem.code).toBe('compensation.onlyRefunds')
  expect((await list('?settled=yes')).rows.map((r) => r.id)).toEqual([REFUND])
  expect((await totals()).unpaidCount).toBe(0)
})

test('both files hold the same rows; the deed is in the audit', async () => {
  const { finance, admin } = world.people
  const csv = await app.as(finance).get('/compensations/export?month=2026-03', undefined, {
    headers: { 'accept-language': 'zh-CN' },
  })
  expect(csv.headers['content-disposition']).toContain('compensation-2026-03.csv')
  const lines = csv.text.replace('\uFEFF', '').trim().split(/\r?\n/)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('工单号,门店,方式,金额')
  expect(lines[2]).toMatch(/,湖滨店,退款,90,0,CNY,.*,王店长,2026-03-02 12:00,/)
  const xlsx = await app.server.inject({
    url: '/api/compensations/export?month=2026-03&format=xlsx',
    cookies: { huiyin: '' },
    headers: { host: 'localhost', cookie: await cookieOf(finance) },
  })
  const workbook = new Workbook()
  await workbook.xlsx.load(xlsx.rawPayload as never)
  const sheet = workbook.worksheets[0]!
  expect([sheet.rowCount, sheet.getRow(3).getCell(4).value]).toEqual([3, 90])
  const trail = await app.as(admin).get<{ entries: unknown[] }>('/audit?action=tickets.exportCompensation')
  expect(trail.body.entries).toHaveLength(2)
})

async function cookieOf(who: { id: string; brandId: string }): Promise<string> {
  const { SESSION_COOKIE } = await import('#platform/http/server')
  return `${SESSION_COOKIE}=${await app.sessionFor(who)}`
}

test('a reference that a spreadsheet would take for a formula leaves as text', async () => {
  const { people, ticket, propose } = world
  const id = randomUUID()
  await propose((await ticket()).id, people.agent, { id })
  await app.as(people.finance).put(`/compensations/${id}/settlement`, { reference: '=HYPERLINK("x")' })
  const csv = await app.as(people.finance).get('/compensations/export?settled=yes')
  expect(csv.text).toContain(`'=HYPERLINK`)
})
