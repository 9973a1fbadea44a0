import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeStaff } from '#test/make'
import { holidaysOf, playbookInForce } from './index.ts'
import type { Draft } from './versions/drafts.ts'
import type { VersionView } from './versions/version-view.ts'

let app: TestApp
let admin: MadeStaff
let agent: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  admin = await app.make.staff({ role: 'admin', name: '何管理' })
  agent = await app.make.staff({ role: 'agent' })
})
afterAll(() => app.close())

type Current = { version: VersionView; document: Playbook }
const current = async (who = admin) => (await app.as(who).get<Current>('/playbook')).body
const edited = async (edit: (playbook: Playbook) => void): Promise<Playbook> => {
  const { document } = await current()
  edit(document)
  return document
}
const audited = (brandId: string, action: string) =>
  app.services.db.inBrand(brandId, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .selectAll()
      .where('action', '=', action)
      .orderBy('id', 'desc')
      .execute(),
  )
const events = (brandId: string, name: string) =>
  app.services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('platform.event').selectAll().where('name', '=', name).orderBy('id', 'desc').execute(),
  )

test('a new brand works by its pack from the first moment', async () => {
  const { version, document } = await current(agent)
  expect(version).toMatchObject({
    number: 1,
    state: 'published',
    by: '',
    publishedAt: '2026-03-02T01:00:00.000Z',
  })
  expect(document.industry).toBe('milk_tea')
  const packs = await app.as(agent).get<{ key: string; name: string }[]>('/playbook/packs')
  expect(packs.body.map((p) => p.key)).toContain('milk_tea')
})

describe('a draft', () => {
  test('is kept with its mistakes and cannot be published until they are gone', async () => {
    const broken = await edited((p) => {
      p.fallbackCategory = 'gone.gone'
      p.sla.P2.respond.minutes += 30
    })
    const saved = await app.as(admin).put<Draft>('/playbook/draft', { document: broken, note: '试试' })
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({ base: 1, note: '试试' })
    expect(saved.body.issues).toEqual([
      { path: 'fallbackCategory', problem: '问题分类里没有「gone.gone」。', remedy: expect.any(String) },
    ])
    expect(saved.body.changes.map((c) => c.where)).toEqual(['兜底分类', '时限 › P2 › 首次响应'])

    const refused = await app.as(admin).post('/playbook/publication', { note: '发布试试' })
    expect(refused.problem).toMatchObject({
      status: 422,
      code: 'playbook.draftHasIssues',
      data: { count: 1 },
    })
    expect((await current()).version.number).toBe(1)
    expect((await app.as(admin).get<Draft>('/playbook/draft')).body.issues).toHaveLength(1)
  })

  test('that is no playbook at all is kept too, with every wrong place named', async () => {
    for (const document of [null, 'text', { format: 2 }, []]) {
      const saved = await app.as(admin).put<Draft>('/playbook/draft', { document })
      expect(saved.status).toBe(200)
      expect(saved.body.issues.length).toBeGreaterThan(0)
      expect(saved.body.changes).toEqual([])
    }
  })

  test('without a change is not published', async () => {
    await app.as(admin).put('/playbook/draft', { document: await edited(() => {}) })
    const refused = await app.as(admin).post('/playbook/publication', { note: '没改什么' })
    expect(refused.problem.code).toBe('playbook.nothingChanged')
  })

  test('can be discarded', async () => {
    expect((await app.as(admin).delete('/playbook/draft')).status).toBe(204)
    expect((await app.as(admin).get('/playbook/draft')).problem.code).toBe('playbook.noDraft')
    expect((await app.as(admin).delete('/playbook/draft')).problem.code).toBe('playbook.noDraft')
    expect((await app.as(admin).post('/playbook/publication', { note: '再发一次' })).problem.code).toBe(
      'playbook.noDraft',
    )
    expect(await audited(admin.brandId, 'playbook.discardDraft')).toHaveLength(1)
  })
})

test('publishing puts the draft in force, keeps the old version, and leaves audit and event', async () => {
  const before = await current()
  const document = await edited((p) => {
    p.closing.silentDays += 1
  })
  await app.as(admin).put('/playbook/draft', { document })
  app.setNow('2026-03-03T10:00+08:00')
  const published = await app.as(admin).post<VersionView>('/playbook/publication', { note: '多等一天再结束' })
  expect(published.body).toMatchObject({
    number: 2,
    state: 'published',
    by: '何管理',
    note: '多等一天再结束',
    tickets: 0,
  })

  const now = await current(agent)
  expect(now.version.id).toBe(published.body.id)
  expect(now.document.closing.silentDays).toBe(before.document.closing.silentDays + 1)
  const list = await app.as(agent).get<VersionView[]>('/playbook/versions')
  expect(list.body.map((v) => [v.number, v.state])).toEqual([
    [2, 'published'],
    [1, 'retired'],
  ])
  const old = await app.as(agent).get<{ document: Playbook }>(`/playbook/versions/${before.version.id}`)
  expect(old.body.document).toEqual(before.document)
  expect((await audited(admin.brandId, 'playbook.publish'))[0]).toMatchObject({
    subject: '2',
    data: { note: '多等一天再结束', number: 2, changes: ['确认与结束 › 多少天不回复自动结束'] },
  })
  expect((await events(admin.brandId, 'playbook.published'))[0]?.body).toEqual({
    versionId: published.body.id,
  })
  const inForce = await app.services.db.inBrand(admin.brandId, playbookInForce)
  expect(inForce).toMatchObject({ number: 2, versionId: published.body.id })
})

test('two who publish at once: one does', async () => {
  const document = await edited((p) => {
    p.closing.reopenDays += 1
  })
  await app.as(admin).put('/playbook/draft', { document })
  const answers = await Promise.all(
    [1, 2].map(() => app.as(admin).post('/playbook/publication', { note: '同时发布' })),
  )
  expect(answers.map((a) => a.status).toSorted()).toEqual([200, 404])
})

describe('who may', () => {
  test('an agent reads and does not edit', async () => {
    for (const answer of [
      await app.as(agent).get('/playbook/draft'),
      await app.as(agent).put('/playbook/draft', { document: {} }),
      await app.as(agent).post('/playbook/publication', { note: '发布' }),
      await app
        .as(agent)
        .put('/playbook/calendar-years/2027', { year: 2027, offDays: [], makeUpWorkdays: [] }),
    ]) {
      expect(answer.problem.code).toBe('http.notAllowed')
    }
    expect((await app.anonymous.get('/playbook')).problem.code).toBe('http.notSignedIn')
  })

  test('another brand sees nothing of it', async () => {
    const other: MadeBrand = await app.make.brand()
    const stranger = await app.make.staff({ role: 'admin', brand: other })
    const { version } = await current()
    expect((await app.as(stranger).get(`/playbook/versions/${version.id}`)).problem.code).toBe(
      'playbook.versionNotFound',
    )
    expect((await current(stranger)).version.number).toBe(1)
  })
})

describe('calendar years', () => {
  type Year = { year: number; offDays: string[]; makeUpWorkdays: string[]; source: string }
  const years = async () => (await app.as(agent).get<Year[]>('/playbook/calendar-years')).body

  test('the built-in ones are listed', async () => {
    expect((await years()).map((y) => [y.year, y.source]).at(-1)).toEqual([2026, 'built_in'])
  })

  test('a new one is taken over from JSON, and again from CSV', async () => {
    const body = {
      year: 2027,
      offDays: ['2027-01-02', '2026-12-31', '2027-01-01'],
      makeUpWorkdays: ['2027-01-03'],
    }
    const saved = await app.as(admin).put<Year>('/playbook/calendar-years/2027', body)
    expect(saved.body.offDays).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
    expect((await years()).at(-1)).toMatchObject({ year: 2027, source: 'uploaded' })
    const table = await app.services.db.inBrand(admin.brandId, holidaysOf)
    expect(table.covers(2027)).toBe(true)

    const csv = '\uFEFF日期,安排\r\n2027/1/1,休\r\n2027年1月2日,班\r\n'
    const again = await app
      .as(admin)
      .put<Year>('/playbook/calendar-years/2027', csv, { headers: { 'content-type': 'text/csv' } })
    expect(again.body).toEqual({
      year: 2027,
      offDays: ['2027-01-01'],
      makeUpWorkdays: ['2027-01-02'],
      source: 'uploaded',
    })
    expect(await events(admin.brandId, 'playbook.calendarUploaded')).toHaveLength(2)
    expect(await audited(admin.brandId, 'playbook.uploadCalendar')).toHaveLength(2)
  })

  test.each([
    [{ year: 2028, offDays: [], makeUpWorkdays: [] }, 'playbook.yearMismatch'],
    [{ year: 2027, offDays: ['2028-01-01'], makeUpWorkdays: [] }, 'playbook.dayOutsideYear'],
    [{ year: 2027, offDays: ['2027-01-01'], makeUpWorkdays: ['2027-01-01'] }, 'playbook.dayTwice'],
    [{ year: 2027, offDays: ['2027-02-30'], makeUpWorkdays: [] }, 'http.badInput'],
  ])('%j is refused: %s', async (body, code) => {
    const refused = await app.as(admin).put('/playbook/calendar-years/2027', body)
    expect(refused.problem.code).toBe(code)
  })

  test('a CSV line that cannot be read is named', async () => {
    const refused = await app.as(admin).put('/playbook/calendar-years/2027', '2027-01-01,休\n元旦,休', {
      headers: { 'content-type': 'text/csv' },
    })
    expect(refused.problem).toMatchObject({ code: 'playbook.csvLine', data: { line: 2 } })
    expect(refused.problem.detail).toContain('第 2 行')
  })
})
