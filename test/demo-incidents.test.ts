import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { IncidentPage, Room, TimelinePage } from '#contracts/incidents'
import type { MyMeasure } from '#contracts/incidents/record'
import type { ShopSeal } from '#contracts/incidents/seal'
import { startApp, type TestApp } from '#test/app'
import { readDemoBrands } from '../demo/demo-file.ts'
import { loadDemo } from '../demo/load.ts'

/** What somebody finds who looks at the emergency rooms of the demo: by night as by day. */
const NOW = '2026-11-02T15:00:00+08:00'
const PACKS = ['milk_tea', 'beauty', 'restaurant']
type List = z.infer<typeof IncidentPage>['rows']
let app: TestApp
let staff: Map<string, { id: string; brandId: string }>

beforeAll(async () => {
  app = await startApp({ now: NOW })
  const brands = readDemoBrands().filter((brand) => PACKS.includes(brand.pack))
  await loadDemo(
    app,
    app.database.ownerUrl,
    undefined,
    brands.map((brand) => ({ ...brand, feedback: brand.feedback.slice(0, 1) })),
  )
  const look = new pg.Client({ connectionString: app.database.ownerUrl })
  await look.connect()
  const { rows } = await look.query<{ login: string; id: string; brandId: string }>(
    'select login, id, brand_id as "brandId" from people.staff',
  )
  await look.end()
  staff = new Map(rows.map(({ login, ...person }) => [login, person]))
}, 300_000)
afterAll(() => app.close())

const as = (login: string) => app.as(staff.get(login)!)
const rooms = async (login: string, view: 'open' | 'closed' | 'drills' = 'open') =>
  (await as(login).get<{ rows: List }>(`/incidents?view=${view}`)).body.rows
const first = async (login: string, view: 'open' | 'closed' | 'drills' = 'open') => {
  const [row] = await rooms(login, view)
  return (await as(login).get<Room>(`/incidents/${row!.id}`)).body
}
const timeline = async (login: string, id: string) =>
  (await as(login).get<z.infer<typeof TimelinePage>>(`/incidents/${id}/timeline`)).body.entries.toReversed()

const QUALITY = 'zhushenzhi@chayu'

test('quality finds today’s room: nine of eleven shops have sealed, nothing is overdue, the message waits', async () => {
  expect(await rooms(QUALITY)).toMatchObject([
    { number: 'I-2', gradeName: '批次', shops: 11, tickets: 3, overdue: 0, status: 'open', drill: false },
  ])
  const room = await first(QUALITY)
  const [seal] = room.seals
  expect(seal).toMatchObject({ what: '椰浆 · YJ-1118-05', acknowledged: 9, of: 11 })
  expect(seal!.sums).toEqual([{ unit: '罐', quantity: 26 }])
  const silent = seal!.shops.filter((shop) => shop.state === 'waiting')
  expect(silent.map((shop) => shop.name).sort()).toEqual(['慈溪银泰店', '环球港店'])
  expect(silent.every((shop) => shop.asked > 3)).toBe(true)
  expect(seal!.shops.filter((shop) => shop.state === 'acknowledged' && !shop.photos.length)).toEqual([])

  expect(room.linked.map((ticket) => ticket.shopName).sort()).toEqual(
    ['天一广场店', '湖滨店', '西湖银泰店'].sort(),
  )
  expect(room.posts.filter((post) => !post.acknowledged).map((post) => post.name)).toEqual(['法务与赔付'])
  expect(room.statements.map((one) => [one.audience, one.state])).toEqual([
    ['customers', 'released'],
    ['public', 'approved'],
  ])
  const report = room.checklist.find((step) => step.key === 'report')
  expect(report).toMatchObject({ state: 'done', late: false, law: expect.anything() })
  expect(room.affected).toMatchObject({ state: 'message_asked', mayApprove: true, customers: 10 })
  expect(room.affected!.count).toMatchObject({
    ...{ found: 2, reached: 3, called: 1, unreached: 1, no_way: 0 },
    complained: 3,
  })
  expect(room.linked.map((ticket) => ticket.answered)).toEqual([true, true, true])
  expect(room.sheet.find((one) => one.field.key === 'swallowed')).toMatchObject({ masked: true })
  const facts = (await timeline(QUALITY, room.id)).map((entry) => entry.fact || entry.kind)
  expect(facts).toEqual(
    expect.arrayContaining(['seal_chased', 'decision', 'note', 'statement_approved', 'affected_written']),
  )
})

test('a room of some weeks ago has its whole course, a measure that is done and one that is not', async () => {
  const room = await first(QUALITY, 'closed')
  expect(room).toMatchObject({ number: 'I-1', status: 'closed', missing: [], overdue: 0 })
  expect(room.checklist.every((step) => step.state !== 'open')).toBe(true)
  expect(room.checklist.filter((step) => step.late).map((step) => step.key)).toEqual([])
  expect(room.review?.measures.map((one) => [one.late, one.doneAt === null])).toEqual([
    [false, false],
    [false, true],
  ])
  for (const { cause, target } of room.review!.measures)
    expect([cause, target].every((words) => words.length > 5)).toBe(true)
  const entries = await timeline(QUALITY, room.id)
  expect(entries[0]).toMatchObject({ fact: 'opened' })
  expect(entries.map((entry) => entry.fact)).toEqual(
    expect.arrayContaining(['graded', 'contained', 'closed']),
  )
  const mine = (await as('chenli@chayu').get<MyMeasure[]>('/measures/mine')).body
  expect(mine).toMatchObject([{ incidentNumber: 'I-1', doneAt: null, late: false }])
})

test('the drill has its score: the law in time, three who answered late', async () => {
  const room = await first(QUALITY, 'drills')
  expect(room).toMatchObject({ number: 'D-1', drill: true, status: 'closed' })
  expect(room.linked).toHaveLength(2)
  const line = (key: string) => room.score!.lines.find((one) => one.key === key)!
  expect(line('law').points).toBe(line('law').most)
  expect(line('seal').points).toBe(line('seal').most)
  expect(line('acknowledged').points).toBeLessThan(line('acknowledged').most)
  expect(room.score!.points).toBeGreaterThan(60)
  expect(room.score!.points).toBeLessThan(room.score!.most)
})

test('the manager of a silent shop is asked to seal, and sees nobody’s tickets but the own', async () => {
  const mine = (await as('cenhao@chayu').get<ShopSeal[]>('/seals/mine')).body
  expect(mine).toMatchObject([
    { what: '椰浆 · YJ-1118-05', sample: '每店 1 罐，原样冷藏', shop: { state: 'waiting' } },
  ])
  const room = await first('cenhao@chayu')
  expect(room.linked).toEqual([])
  expect(room.seals[0]!.shops.map((shop) => shop.name)).toEqual(['慈溪银泰店'])
  expect(room.can).not.toContain('approve')
})

test('the executive approves what somebody else has written', async () => {
  const room = await first('yaoyuan@chayu')
  expect(room.can).toEqual(expect.arrayContaining(['lead', 'approve', 'seal', 'affected', 'print']))
  const approved = await as('yaoyuan@chayu').put<Room>(`/incidents/${room.id}/affected/approval`, {
    version: room.affected!.version,
    approve: true,
  })
  expect(approved.body.affected, approved.text).toMatchObject({ state: 'approved', approvedBy: '姚远' })
  // The SMS channel of the demo has nobody behind it: whatever is sent in it ends here.
  for (let min = 1; min <= 3; min++) {
    app.setNow(new Date(Date.parse(NOW) + min * 60_000).toISOString())
    await app.sweep()
  }
  const told = await first('yaoyuan@chayu')
  expect(told.affected).toMatchObject({ state: 'sent', customers: 10 })
  expect(told.affected!.count).toMatchObject({
    found: 0,
    queued: 0,
    reached: 4,
    replied: 1,
    called: 1,
    unreached: 1,
    complained: 3,
  })
})

test('at the salon a reaction has just been graded: the law’s fifteen days run, and other shops do not see it', async () => {
  const room = await first('wenrenjie@yunzhi')
  expect(room).toMatchObject({ kind: 'skin_reaction', gradeName: '严重', overdue: 0, status: 'open' })
  const report = room.checklist.find((step) => step.key === 'report_serious')!
  expect((Date.parse(report.dueAt!) - Date.parse(room.foundAt)) / 86_400_000).toBe(15)
  expect(room.linked[0]!.title).toContain('反应明显')
  expect(await rooms('linxiang@yunzhi')).toHaveLength(1)
  expect(await rooms('jingtiantian@yunzhi')).toEqual([])
})

test('the restaurant’s poisoning turned out to be none, and nothing burns there', async () => {
  expect(await rooms('peiyu@jinzao')).toEqual([])
  const room = await first('peiyu@jinzao', 'closed')
  expect(room).toMatchObject({ planName: '疑似食物中毒', status: 'closed', missing: [] })
  expect(room.review?.what).toContain('与本店无关')
  expect(room.checklist.filter((step) => step.law && step.late).map((step) => step.key)).toEqual([])
})

test('whoever is called to a room can be rung, and what is offered to customers says how they reach the brand', async () => {
  const room = await first(QUALITY)
  const { people } = (
    await as(QUALITY).get<{ people: { phoneMasked: string }[] }>(`/incidents/${room.id}/contacts`)
  ).body
  expect(people.length).toBeGreaterThan(3)
  expect(people.filter(({ phoneMasked }) => phoneMasked === '')).toEqual([])
  const offers = (
    await as(QUALITY).get<{ audience: string; text: string }[]>(`/incidents/${room.id}/statements/offers`)
  ).body
  expect(offers.find(({ audience }) => audience === 'affected')?.text).toContain(
    '400-000-0101（每天 9:00–21:00）',
  )
})
