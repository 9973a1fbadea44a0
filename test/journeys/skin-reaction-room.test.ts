import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { IncidentRecord } from '#contracts/incidents/record'
import type { OrderView } from '#contracts/orders'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { aftercareAnswered } from '#contracts/orders/visits'
import type { Ticket } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { book, booking, type OpenSalon, openSalon, treat } from '#test/salon-world'

/** E1: from the skin of one customer to the record for the authority. A Monday. */
const TREATED = '2026-03-02T14:00:00+08:00'
const TOLD = '2026-03-03T15:00:00+08:00'
const DAY_MS = 86_400_000
const FACE = '右脸起了水泡，从早上开始又红又烫'
const PERSON = '梁**，女，32 岁'
const COURSE = '护理后 18 小时起红斑，24 小时出现水泡；已停用，冷敷，次日到皮肤科就诊'

type Who = 'region' | 'lead' | 'executive' | 'marketing' | 'finance' | 'admin'
let app: TestApp
let salon: OpenSalon
let other: MadeShop
let people: Record<Who, MadeStaff>
let elsewhere: Record<'manager' | 'kitchen', MadeStaff>
let ticketId: string
let id: string
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: TREATED })
  salon = await openSalon(app)
  const { brand } = salon
  other = await app.make.shop({ brand, name: '新天地店' })
  const of = (role: 'lead' | 'executive' | 'marketing' | 'finance' | 'admin', name: string) =>
    app.make.staff({ role, brand, name, onDuty: true })
  people = {
    region: await app.make.staff({ role: 'region_manager', brand, name: '宋薇', onDuty: true }),
    lead: await of('lead', '舒曼'),
    executive: await of('executive', '陶静怡'),
    marketing: await of('marketing', '乔安安'),
    finance: await of('finance', '翁美玲'),
    admin: await of('admin', '金文静'),
  }
  elsewhere = {
    manager: await app.make.staff({ role: 'shop_manager', shop: other, onDuty: true }),
    kitchen: await app.make.staff({ role: 'kitchen', shop: other, onDuty: true }),
  }
  ticketId = await strongReaction()
  app.setNow(TOLD)
  const opened = await app
    .as(salon.agent)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [ticketId] })
  if (opened.status !== 201) throw new Error(opened.text)
  id = opened.body.id
})
beforeEach(() => app.setNow(TOLD))
afterAll(() => app.close())

/** Treated on Monday, asked on Tuesday; the customer answers on the own page and the worker hears it. */
async function strongReaction(): Promise<string> {
  const orderId = await book(app, salon.agent, booking(salon, TREATED))
  await treat(app, salon, orderId)
  app.setNow(new Date(Date.parse(TREATED) + DAY_MS).toISOString())
  await app.sweep()
  const view = async () => (await app.as(salon.agent).get<OrderView>(`/orders/${orderId}`)).body
  const token = (await view()).tracking.split('/o/')[1]!
  const page = (await app.anonymous.get<TrackedOrder>(`/public/orders/${token}`)).body
  const said = { id: page.visit!.aftercare!.id, reaction: 'strong', text: FACE }
  await app.anonymous.put(`/public/orders/${token}/aftercare`, said)
  const { id: brandId } = salon.brand
  const events = await app.services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('platform.event').selectAll().where('name', '=', aftercareAnswered.name).execute(),
  )
  const hearers = app.modules.flatMap((m) => m.on ?? []).filter((s) => s.event === aftercareAnswered.name)
  for (const { body } of events)
    for (const hearer of hearers) await hearer.run(systemContext(app.services, brandId), body as never)
  return (await view()).tickets[0]!.id
}

test('the answer is an emergency with the batch in it, and one tap on it opens the room of its plan', async () => {
  const ticket = (await app.as(salon.quality).get<Ticket>(`/tickets/${ticketId}`)).body
  expect(ticket.kind).toBe('emergency')
  expect(JSON.stringify(ticket)).toContain('E-2602-11')
  const shown = await room.read(salon.quality)
  expect(shown).toMatchObject({ kind: 'skin_reaction', status: 'open', drill: false, gradeName: '一般' })
  expect(shown.linked.map((t) => t.id)).toEqual([ticketId])
  expect(shown.involved.map((s) => s.name)).toEqual(['静安店'])
  const called = shown.members.filter((m) => m.state === 'called').map((m) => m.staffId)
  expect(called).toEqual(expect.arrayContaining([salon.quality.id, salon.advisor.id, people.region.id]))
  const again = await app
    .as(salon.manager)
    .post<Room>('/incidents', { source: 'ticket', ticketIds: [ticketId] })
  expect([again.status, again.body.id]).toEqual([200, id])
})

test('who has nothing to do with it does not see it: another shop, a cook, and they are not told that it is there', async () => {
  for (const who of [elsewhere.manager, elsewhere.kitchen]) {
    expect((await app.as(who).get(room.path())).problem.code).toBe('incidents.notFound')
    expect((await app.as(who).get(room.path('/timeline'))).status).toBe(404)
    const list = await app.as(who).get<{ rows: unknown[] }>('/incidents')
    expect(list.body.rows).toEqual([])
    const about = await app.as(who).get(`/tickets/${ticketId}/incident`)
    expect(about.status).toBe(404)
  }
  expect((await app.as(salon.manager).get(room.path())).status).toBe(200)
})

test('the degree decides by when the law wants the report, and the timeline says what changed', async () => {
  const told = Date.parse((await app.as(salon.agent).get<Ticket>(`/tickets/${ticketId}`)).body.openedAt)
  const law = async () =>
    (await room.read(salon.quality)).checklist
      .filter((s) => s.key.startsWith('report_') && s.key !== 'report_device')
      .map((s) => [s.key, (Date.parse(s.dueAt!) - told) / DAY_MS])
  expect(await law()).toEqual([['report_ordinary', 30]])
  await app.as(people.region).put(room.path('/answer'), { answer: 'acknowledged' })
  const grade = (key: string) => app.as(people.region).patch<Room>(room.path(), { grade: key })
  const graded = await grade('serious')
  expect(graded.body, graded.text).toMatchObject({ grade: 'serious', gradeName: '严重' })
  expect(await law()).toEqual([['report_serious', 15]])
  await grade('great_effect')
  expect(await law()).toEqual([['report_great', 3]])
  app.setNow(new Date(Date.parse(TOLD) + 3_600_000).toISOString())
  await grade('serious')
  expect(await law()).toEqual([['report_serious', 15]])
  const facts = (await room.facts(salon.quality)).filter((f) => f.fact === 'graded')
  expect(facts.map((f) => [f.by, f.data.fromName, f.data.toName])).toEqual([
    ['宋薇', '一般', '严重'],
    ['宋薇', '严重', '可能引发较大社会影响'],
    ['宋薇', '可能引发较大社会影响', '严重'],
  ])
  expect(facts[0]!.data.added).toContain('15 天内上报')
  expect(facts[0]!.data.dropped).toContain('30 天内上报')
  expect(await room.audited(people.admin, 'grade')).toHaveLength(3)
})

test('what is known of the body stands masked on the sheet, and whoever reads it says why', async () => {
  const values = {
    person: PERSON,
    course: COURSE,
    product: '舒缓精华 30ml',
    batch: 'E-2602-11',
    outcome: 'same',
  }
  const saved = await app.as(salon.advisor).put<Room>(room.path('/sheet'), { values })
  expect(saved.status, saved.text).toBe(200)
  const field = (key: string, sheet = saved.body.sheet) => sheet.find((s) => s.field.key === key)
  expect(field('person')).toMatchObject({ masked: true })
  expect(field('batch')).toMatchObject({ masked: false, value: 'E-2602-11' })
  expect(saved.text).not.toContain('红斑')
  expect(saved.text).not.toContain(PERSON)
  const wrong = await app.as(salon.advisor).put(room.path('/sheet'), { values: { outcome: '挺好的' } })
  expect(wrong.problem.code).toBe('incidents.valueWrong')

  const reveal = (by: MadeStaff, reason: string) =>
    app.as(by).post<Room['sheet']>(room.path('/sheet/reveal'), { reason })
  expect((await reveal(salon.quality, '')).status).toBe(400)
  expect((await reveal(people.marketing, '想看看')).status).toBe(403)
  const clear = await reveal(salon.quality, '填药监上报表')
  expect(field('person', clear.body)).toMatchObject({ value: PERSON, masked: false })
  const [entry] = await room.audited(people.admin, 'reveal')
  expect(entry).toMatchObject({ actor: salon.quality.name, data: { reason: '填药监上报表' } })
  expect((await room.facts(salon.quality)).find((f) => f.fact === 'revealed')).toMatchObject({
    by: salon.quality.name,
    text: '填药监上报表',
  })
})

test('product and batch are kept as evidence, the batch is sealed, and the report is done only with its receipt', async () => {
  for (const key of ['item', 'label', 'photos'])
    await app.as(salon.quality).put(room.path('/evidence'), { key, kept: true })
  const kept = (await room.read(salon.quality)).evidence.filter((e) => e.kept).map((e) => e.key)
  expect(kept).toEqual(['item', 'label', 'photos'])

  const order = {
    ingredient: '舒缓精华',
    batchCode: 'E-2602-11',
    shopIds: [salon.shop.id, other.id],
    instruction: '停用停售，原瓶封存，贴封条。',
    sample: '每店 1 支',
  }
  const sealed = await app.as(salon.quality).post<Room>(room.path('/seals'), order)
  expect(sealed.body.seals[0], sealed.text).toMatchObject({ what: '舒缓精华 · E-2602-11', of: 2 })
  const [seal] = sealed.body.seals
  const answer = (by: MadeStaff, shop: MadeShop) =>
    app
      .as(by)
      .post(`/seals/${seal!.id}/shops/${shop.id}/acknowledgements`, { state: 'none_here', note: '没有进过' })
  await answer(elsewhere.manager, other)
  expect((await room.read(salon.quality)).missing).toContain('seals')
  await answer(salon.manager, salon.shop)
  expect((await room.read(salon.quality)).missing).not.toContain('seals')

  const bare = await room.finish(salon.quality, 'report_serious', { state: 'done', words: '已网上报送' })
  expect(bare.problem.code).toBe('incidents.fileMissing')
  const receipt = await room.upload(salon.quality, '不良反应报告回执')
  const done = await room.finish(salon.quality, 'report_serious', {
    state: 'done',
    words: '报告编号 沪-2026-0303',
    fileIds: [receipt],
  })
  const step = done.body.checklist.find((s) => s.key === 'report_serious')
  expect(step).toMatchObject({ state: 'done', late: false, doneBy: salon.quality.name })
  expect(step?.files.map((f) => f.id)).toEqual([receipt])
  const file = await app.as(salon.quality).get(step!.files[0]!.url.replace('/api', ''))
  expect(file.status).toBe(200)
  expect((await app.as(elsewhere.kitchen).get(step!.files[0]!.url.replace('/api', ''))).status).toBe(404)
})

test('the record for the authority has everything in order; in the clear only with a reason', async () => {
  const print = (by: MadeStaff, query = '') => app.as(by).get<IncidentRecord>(room.path(`/record${query}`))
  expect((await print(salon.manager)).status).toBe(403)
  const masked = await print(salon.quality)
  expect(masked.body).toMatchObject({ brand: '云栀', printedBy: salon.quality.name, clear: false })
  expect(JSON.stringify(masked.body)).not.toContain('红斑')
  const times = masked.body.entries.map((e) => e.at)
  expect(times).toEqual(times.toSorted())
  expect(masked.body.entries[0]).toMatchObject({ fact: 'opened' })
  expect(masked.body.calls.length).toBeGreaterThan(4)
  const clear = await print(salon.quality, `?reason=${encodeURIComponent('药监局上门调取')}`)
  expect(JSON.stringify(clear.body.room.sheet)).toContain('红斑')
  const seen = await room.audited(people.admin, 'viewRecord')
  expect(seen.map((e) => e.data.reason ?? '')).toEqual(['药监局上门调取', ''])
})

test('it closes only with its review and a measure, which lives on with its holder', async () => {
  const close = () =>
    app.as(people.region).put<Room>(room.path('/closure'), { words: '皮肤已恢复，顾客认可处理' })
  const early = await close()
  expect(early.problem).toMatchObject({
    code: 'incidents.notReady',
    data: { missing: ['law', 'steps', 'review', 'measures'] },
  })
  app.setNow(new Date(Date.parse(TOLD) + 5 * DAY_MS).toISOString())
  await room.finishTheRest(people.region, '已按预案完成，记录见附件')
  await app.as(people.region).put(room.path('/containment'))
  const review = {
    what: '一位顾客护理后右脸起水泡。',
    why: '皮试结果没有写进护理单，当天换了新批次没有重测。',
  }
  await app.as(people.region).put(room.path('/review'), review)
  expect((await close()).problem.data).toEqual({ missing: ['measures'] })
  const measure = {
    text: '换批次当天重做皮试，结果写进护理单',
    ownerId: salon.manager.id,
    dueOn: '2026-03-20',
  }
  await app.as(people.region).post(room.path('/measures'), measure)
  const closed = await close()
  expect(closed.body, closed.text).toMatchObject({ status: 'closed', missing: [], score: null })
  expect(
    (await app.as(salon.quality).post(room.path('/timeline'), { kind: 'note', text: '补一句' })).problem.code,
  ).toBe('incidents.closed')
  const mine = await app.as(salon.manager).get<{ id: string; text: string }[]>('/measures/mine')
  expect(mine.body).toMatchObject([{ text: measure.text, incidentId: id }])
  await app
    .as(salon.manager)
    .put(`/measures/${mine.body[0]!.id}/result`, { note: '护理单加了一栏，四家店已换新单' })
  const { review: shown } = await room.read(salon.quality)
  expect(shown?.measures[0]).toMatchObject({ late: false, doneNote: '护理单加了一栏，四家店已换新单' })
})
