import { randomUUID } from 'node:crypto'
import { Workbook } from '@cj-tech-master/excelts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Export, ExportColumn, type Filter } from '#contracts/tickets/inbox'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { copyTicket, sendFeedback } from '#test/many-tickets'

let app: TestApp
let shop: MadeShop
let beside: MadeShop
let lead: MadeStaff
let manager: MadeStaff
const EVERY: Filter = { view: 'every', conditions: [] }

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop({ name: '湖滨店' })
  beside = await app.make.shop({ name: '西溪店' })
  lead = await app.make.staff({ role: 'lead' })
  await app.make.staff({ role: 'agent', name: '沈知夏' })
  manager = await app.make.staff({ role: 'shop_manager', shop })
  await sendFeedback(app, shop, '=1+1 少糖做成全糖，打 13800001234 找我', {
    name: '林小雨',
    contact: '13800001234',
  })
  await sendFeedback(app, shop, '很好喝，"谢谢"\n下次还来', { mood: 'good' })
  await sendFeedback(app, beside, '@西溪的单子')
})
afterAll(() => app.close())

const ask = (who: MadeStaff, more: Record<string, unknown> = {}) =>
  app.as(who).post<Export>('/exports', {
    id: randomUUID(),
    format: 'csv',
    filter: EVERY,
    columns: ExportColumn.options,
    ...more,
  })
const written = async (who: MadeStaff, more: Record<string, unknown> = {}) => {
  const { body } = await ask(who, more)
  await app.sweep()
  return (await app.as(who).get<Export>(`/exports/${body.id}`)).body
}
const fileOf = (who: MadeStaff, id: string) =>
  app.server.inject({ method: 'GET', url: `/api/exports/${id}/file`, ...cookieOf(who) })
const cookies = new Map<string, string>()
const cookieOf = (who: MadeStaff) => ({ cookies: { huiyin_session: cookies.get(who.id) ?? '' } })
beforeAll(async () => {
  for (const who of [lead, manager]) cookies.set(who.id, await app.sessionFor(who))
})

test('a file in CSV has one line a ticket, opens in Excel, and says what the inbox says', async () => {
  const file = await written(lead)
  expect(file).toMatchObject({
    state: 'done',
    rows: 3,
    total: 3,
    format: 'csv',
    fileName: '工单-2026-03-02-1200.csv',
  })
  const answer = await fileOf(lead, file.id)
  expect(answer.headers['content-type']).toContain('text/csv')
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
    '工单-2026-03-02-1200.csv',
  )
  expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(Number(answer.headers['content-length'])).toBe(file.bytes)
  const [head, ...lines] = answer.body
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean)
  expect(head).toContain('工单号,标题,顾客,类型,类别')
  expect(lines).toHaveLength(3)
  expect(answer.body).toMatch(/HY-\d+/)
  expect(answer.body).toContain('2026-03-02T12:00:00+08:00')
  expect(answer.body).toContain('湖滨店')
  expect(answer.body).toContain('"很好喝，""谢谢""\n下次还来"')
})

test('names are masked, numbers inside texts too, and no cell is a formula', async () => {
  const file = await written(lead)
  const { body } = await fileOf(lead, file.id)
  expect(body).not.toContain('13800001234')
  expect(body).toContain('138****1234')
  expect(body).not.toContain('林小雨')
  expect(body).toContain('林**')
  expect(body).not.toMatch(/(^|,|\n|")[=@]/)
  expect(body).toContain("'=1+1")
  expect(body).toContain("'@西溪")
})

test('a workbook holds the same lines', async () => {
  const file = await written(lead, { format: 'xlsx', columns: ['number', 'title', 'shop', 'cycle'] })
  const answer = await fileOf(lead, file.id)
  const book = new Workbook()
  await book.xlsx.load(answer.rawPayload)
  const sheet = book.getWorksheet('工单')!
  expect(sheet.rowCount).toBe(4)
  expect(sheet.getRow(1).values).toEqual(expect.arrayContaining(['工单号', '标题', '门店', '处理次数']))
  expect(sheet.getRow(2).getCell(4).value).toBe(1)
  const titles = [2, 3, 4].map((row) => String(sheet.getRow(row).getCell(2).value))
  expect(titles.some((title) => title.startsWith("'=1+1"))).toBe(true)
})

test('only what is filtered, and only what the maker may see', async () => {
  const filter: Filter = { view: 'every', conditions: [{ field: 'shop', op: 'is', values: [beside.id] }] }
  expect((await written(lead, { filter })).rows).toBe(1)
  expect((await written(manager, { filter })).rows).toBe(0)
  const own = await written(manager)
  expect(own.rows).toBe(2)
  expect((await fileOf(manager, own.id)).body).not.toContain('西溪')
})

test('a writer that died is replaced when its time is over, and the file is whole', async () => {
  const { body } = await ask(lead)
  await app.services.db.inBrand(shop.brandId, (tx) =>
    sql`update tickets.export set held_until = ${new Date('2026-03-02T12:00:30+08:00')}, tries = 1, rows = 2 where id = ${body.id}::uuid`.execute(
      tx,
    ),
  )
  await app.sweep()
  expect((await app.as(lead).get<Export>(`/exports/${body.id}`)).body.state).toBe('running')
  app.setNow('2026-03-02T12:00:31+08:00')
  await app.sweep()
  expect((await app.as(lead).get<Export>(`/exports/${body.id}`)).body).toMatchObject({
    state: 'done',
    rows: 3,
  })
})

test('one that is taken back is not written; a third at the same time is refused', async () => {
  const [first, second] = [await ask(lead), await ask(lead)]
  expect((await ask(lead)).problem.code).toBe('inbox.exportRunning')
  expect((await fileOf(lead, first.body.id)).json().code).toBe('inbox.exportNotReady')
  expect((await app.as(lead).delete(`/exports/${first.body.id}`)).status).toBe(204)
  await app.sweep()
  expect((await app.as(lead).get<Export>(`/exports/${first.body.id}`)).body.state).toBe('cancelled')
  expect((await app.as(lead).get<Export>(`/exports/${second.body.id}`)).body.state).toBe('done')
})

test('an agent may not export', async () => {
  expect((await ask(await app.make.staff({ role: 'agent' }))).status).toBe(403)
})

test('every ticket once, over many pages', async () => {
  const place = await app.make.shop()
  const first = await sendFeedback(app, place, '页数很多')
  await copyTicket(app, place.brandId, first, 2500)
  const filter: Filter = { view: 'every', conditions: [{ field: 'shop', op: 'is', values: [place.id] }] }
  const file = await written(lead, { filter, columns: ['number'] })
  expect(file.rows).toBe(2501)
  const numbers = (await fileOf(lead, file.id)).body.split('\r\n').filter((line) => line.startsWith('HY-'))
  expect(new Set(numbers).size).toBe(2501)
})

test('only its maker gets the file, for a week; every download is on record', async () => {
  const file = await written(lead)
  const theirs = await app.as(await app.make.staff({ role: 'lead' })).get(`/exports/${file.id}/file`)
  expect(theirs.problem.code).toBe('inbox.exportNotFound')
  expect((await fileOf(lead, file.id)).statusCode).toBe(200)
  const audits = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['action', 'data'])
      .where('subject_id', '=', file.id)
      .orderBy('id')
      .execute(),
  )
  expect(audits.map((a) => a.action)).toEqual([
    'tickets.export',
    'tickets.exported',
    'tickets.downloadExport',
  ])
  expect(audits[1]!.data).toMatchObject({ rows: file.rows, filter: EVERY })
  app.setNow('2026-03-09T12:01+08:00')
  cookies.set(lead.id, await app.sessionFor(lead))
  expect((await fileOf(lead, file.id)).statusCode).toBe(404)
  const sweeps = app.modules.flatMap((m) => m.sweeps ?? []).filter((s) => /export/i.test(s.name))
  for (const sweep of sweeps) await sweep.run(app.services)
  const left = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.export').select('id').where('id', '=', file.id).execute(),
  )
  expect(left).toEqual([])
  app.setNow('2026-03-02T12:00+08:00')
  cookies.set(lead.id, await app.sessionFor(lead))
})
