import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { incidentNoticed, type Room } from '#contracts/incidents'
import type { StatementOffer } from '#contracts/incidents/statements'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'

/** E1: what the law wants of a leak, and who is told when it is late. A Monday. */
const FOUND = '2026-03-02T10:00:00+08:00'
const HOUR_MS = 3_600_000
const TITLE = '会员名单发错了群：约 300 人的手机号和地址'
const TOLD =
  '您好，这里是云栀。我们把一份会员名单误发到外部群，里面有您的手机号和地址，已经撤回。请留意冒充我们的电话，需要协助请回复本条。'

type Who = 'lead' | 'executive' | 'boss' | 'admin' | 'tech' | 'agent' | 'marketing' | 'quality' | 'manager'
let app: TestApp
let shop: MadeShop
let people: Record<Who, MadeStaff>
let id: string
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: FOUND })
  const brand = await app.make.brand({ name: '云栀', pack: 'beauty' })
  shop = await app.make.shop({ brand, name: '静安店' })
  const of = (role: MadeStaff['role'], name: string) => app.make.staff({ role, brand, name, onDuty: true })
  people = {
    lead: await of('lead', '舒曼'),
    executive: await of('executive', '陶静怡'),
    boss: await of('executive', '单立群'),
    admin: await of('admin', '金文静'),
    tech: await of('tech', '巫启明'),
    agent: await of('agent', '戴思琪'),
    marketing: await of('marketing', '乔安安'),
    quality: await of('quality', '闻人杰'),
    manager: await app.make.staff({ role: 'shop_manager', shop, name: '景甜甜', onDuty: true }),
  }
  const asked = { source: 'hand', plan: 'data_leak', title: TITLE, shopIds: [shop.id] }
  const opened = await app.as(people.lead).post<Room>('/incidents', asked)
  if (opened.status !== 201) throw new Error(opened.text)
  id = opened.body.id
})
beforeEach(() => app.setNow(FOUND))
afterAll(() => app.close())

const after = (hours: number) => app.setNow(new Date(Date.parse(FOUND) + hours * HOUR_MS).toISOString())
const dueIn = async () =>
  new Map(
    (await room.read(people.lead)).checklist.flatMap((s) =>
      s.dueAt ? [[s.key, (Date.parse(s.dueAt) - Date.parse(FOUND)) / HOUR_MS] as const] : [],
    ),
  )
/** Who has been told of it with this kind, in the order of telling. */
const toldOf = (kind: string) =>
  app.services.db.inBrand(shop.brandId, async (tx) => {
    const rows = await tx
      .selectFrom('platform.event')
      .select('body')
      .where('name', '=', incidentNoticed.name)
      .orderBy('id')
      .execute()
    return rows
      .map((row) => (row.body as z.infer<typeof incidentNoticed.body>).notices)
      .map((notices) => notices.filter((n) => n.kind === kind).map((n) => n.staffId))
      .filter((ids) => ids.length)
  })

test('the lead opens it by hand: what the law wants at once is on the list, four hours only for a larger one', async () => {
  const shown = await room.read(people.lead)
  expect(shown).toMatchObject({ title: TITLE, source: 'hand', kind: 'data_leak', gradeName: '少量' })
  expect(shown.members.find((m) => m.staffId === people.lead.id)).toMatchObject({ state: 'joined' })
  expect(shown.has).toEqual({ seal: false, affected: true })
  const due = await dueIn()
  expect(due.get('photos')).toBe(1)
  expect(due.get('judge')).toBe(6)
  expect(due.get('notify_authority')).toBe(6)
  expect(due.has('report_network')).toBe(false)
  const law = shown.checklist.find((s) => s.key === 'notify_authority')!.law
  expect(law?.source).toContain('《个人信息保护法》第五十七条')

  await app.as(people.executive).put(room.path('/answer'), { answer: 'acknowledged' })
  const grade = (key: string, by = people.executive) => app.as(by).patch<Room>(room.path(), { grade: key })
  expect((await grade('larger', people.agent)).status).toBe(404)
  after(1)
  await grade('larger')
  expect((await dueIn()).get('report_network')).toBe(4)
  await grade('general')
  expect((await dueIn()).has('report_network')).toBe(false)
  const said = (await room.facts(people.lead)).filter((f) => f.fact === 'graded')
  expect(said.map((f) => [f.data.fromName, f.data.toName])).toEqual([
    ['少量', '较大'],
    ['较大', '一般'],
  ])
})

test('a duty of the law is left out only by whoever leads, and only with a reason', async () => {
  await app.as(people.tech).put(room.path('/answer'), { answer: 'acknowledged' })
  const skip = (by: MadeStaff, words = '') => room.finish(by, 'photos', { state: 'left_out', words })
  expect((await skip(people.tech)).problem.code).toBe('incidents.reasonMissing')
  expect((await skip(people.tech, '没有照片')).problem.code).toBe('incidents.stepNotOptional')
  expect((await skip(people.executive)).problem.code).toBe('incidents.reasonMissing')
  const reason = '名单里只有手机号和地址，没有照片和病历'
  const done = await skip(people.executive, reason)
  expect(done.body.checklist.find((s) => s.key === 'photos')).toMatchObject({
    state: 'left_out',
    note: reason,
    doneBy: '陶静怡',
  })
  const line = (await room.facts(people.lead)).find((f) => f.fact === 'step_left_out')
  expect(line).toMatchObject({ by: '陶静怡', text: reason, data: { law: true } })
  expect(await room.audited(people.admin, 'leaveOutStep')).toMatchObject([
    { actor: '陶静怡', data: { step: 'photos' } },
  ])
})

test('what the people affected are told is written by one and approved by another, then said by one voice', async () => {
  const offers = (
    await app.as(people.lead).get<z.infer<typeof StatementOffer>[]>(room.path('/statements/offers'))
  ).body
  const offer = offers.find((o) => o.audience === 'affected')
  expect(offer?.text).toContain('云栀')
  expect(offer?.text).not.toContain('{{')
  const as = (by: MadeStaff) => app.as(by)
  const written = await as(people.quality).post<Room>(room.path('/statements'), {
    audience: 'affected',
    from: offer!.key,
    title: '致受影响的会员',
    text: TOLD,
  })
  const statement = written.body.statements[0]!
  const at = (rest: string) => room.path(`/statements/${statement.id}/${rest}`)
  expect((await as(people.executive).put(at('approval'), { version: 1, approve: true })).problem.code).toBe(
    'incidents.statementState',
  )
  await as(people.quality).post(at('asks'))
  expect((await toldOf('incident_statement')).flat().sort()).toEqual(
    [people.executive.id, people.boss.id].sort(),
  )
  expect((await room.read(people.quality)).statements[0]).toMatchObject({ state: 'asked', mayApprove: false })
  expect((await as(people.quality).put(at('approval'), { version: 1, approve: true })).problem.code).toBe(
    'incidents.ownWords',
  )
  expect((await as(people.boss).put(at('approval'), { version: 1, approve: false })).problem.code).toBe(
    'incidents.reasonMissing',
  )
  const approved = await as(people.boss).put<Room>(at('approval'), { version: 1, approve: true })
  expect(approved.body.statements[0]).toMatchObject({ state: 'approved', approvedBy: '单立群' })

  // Other words are approved anew.
  const text = `${TOLD} 联系人：舒曼。`
  const changed = await as(people.lead).put<Room>(room.path(`/statements/${statement.id}`), {
    read: 0,
    title: statement.title,
    text,
  })
  expect(changed.body.statements[0]).toMatchObject({ state: 'draft', version: 2, approvedBy: '' })
  await as(people.lead).post(at('asks'))
  await as(people.executive).put(at('approval'), { version: 2, approve: true })
  await as(people.marketing).put(room.path('/answer'), { answer: 'acknowledged' })
  expect((await as(people.lead).put(at('release'), { version: 2, where: '短信' })).problem.code).toBe(
    'incidents.notSpokesperson',
  )
  const released = await as(people.marketing).put<Room>(at('release'), { version: 2, where: '短信，312 人' })
  expect(released.body.statements[0]).toMatchObject({
    state: 'released',
    releasedBy: '乔安安',
    releasedWhere: '短信，312 人',
  })
})

test('the law’s step that is late is brought before the executives, hour by hour, until it is done', async () => {
  await app.sweep()
  after(6.1)
  await app.sweep()
  const late = await toldOf('incident_step_late')
  const executives = [people.executive.id, people.boss.id]
  expect(late.some((ids) => executives.every((one) => ids.includes(one)))).toBe(true)
  const lines = async () =>
    (await room.facts(people.lead)).filter((f) => f.fact === 'step_late').map((f) => f.data.step)
  expect(await lines()).toEqual(expect.arrayContaining(['judge', 'notify_authority']))
  const before = late.length
  after(7.2)
  await app.sweep()
  const again = (await toldOf('incident_step_late')).slice(before)
  expect(again.some((ids) => executives.every((one) => ids.includes(one)))).toBe(true)
  expect((await lines()).filter((key) => key === 'notify_authority')).toHaveLength(1)
  expect((await room.read(people.lead)).overdue).toBeGreaterThan(1)

  const words = '已电话报告区网信办，接报人沈科长，回执随后补'
  for (const key of ['judge', 'notify_authority'])
    await room.finish(people.admin, key, { state: 'done', words })
  const step = await room.stepOf(people.lead, 'notify_authority')
  expect(step).toMatchObject({ state: 'done', late: true, note: words })
  const heard = (await toldOf('incident_step_late')).length
  after(8.3)
  await app.sweep()
  const rest = (await toldOf('incident_step_late')).slice(heard)
  expect(rest.some((ids) => executives.every((one) => ids.includes(one)))).toBe(false)
})

test('it is not closed before the law is served and the review says what, why and what now', async () => {
  const close = (by = people.executive) =>
    app.as(by).put<Room>(room.path('/closure'), { words: '名单已收回，受影响的人全部通知' })
  after(9)
  expect((await close()).problem).toMatchObject({ code: 'incidents.notReady' })
  expect((await close()).problem.data?.missing).toEqual(['law', 'steps', 'review', 'measures'])
  await room.finishTheRest(people.executive, '已完成，材料见附件')
  expect((await close()).problem.data?.missing).toEqual(['review', 'measures'])
  await app.as(people.executive).put(room.path('/review'), {
    what: '导出的会员名单被误发到外部供应商群，23 分钟后撤回。',
    why: '导出不需要第二个人同意，文件没有密码。',
    wentWell: '发现的人马上说了出来。',
    wentBadly: '报告晚了一个小时。',
  })
  await app.as(people.executive).post(room.path('/measures'), {
    text: '导出会员名单要主管同意，文件自动加密',
    ownerId: people.tech.id,
    dueOn: '2026-03-31',
  })
  expect((await close(people.agent)).status).toBe(404)
  const closed = await close()
  expect(closed.body, closed.text).toMatchObject({ status: 'closed', missing: [] })
  const actions = [
    'open',
    'grade',
    'leaveOutStep',
    'approveStatement',
    'releaseStatement',
    'saveReview',
    'close',
  ]
  for (const action of actions)
    expect((await room.audited(people.admin, action)).length, action).toBeGreaterThan(0)
})
