import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanOffer, Room } from '#contracts/incidents'
import type { IncidentRecord } from '#contracts/incidents/record'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

/** A room that was opened by the wrong plan goes on by the right one, and nothing that was done is lost. */
const NOON = Date.parse('2026-03-02T12:00:00+08:00')
const MIN = 60_000
const at = (min: number) => new Date(NOON + min * MIN).toISOString()
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let manager: MadeStaff
let agent: MadeStaff
let id = ''
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: at(0) })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长', onDuty: true })
  agent = await app.make.staff({ role: 'agent', name: '孙客服', onDuty: true })
  const tap = { source: 'hand', plan: 'allergy', title: '顾客喝完起疹又吐', shopIds: [shop.id] }
  const { body } = await app.as(quality).post<Room>('/incidents', tap)
  id = body.id
  await app.as(quality).patch(room.path(), { foundAt: at(-60) })
})
afterAll(() => app.close())

const change = (plan: string, by = quality, why = '') =>
  app.as(by).put<Room>(room.path('/plan'), { plan, why })
const stepIn = ({ checklist }: Room, key: string) => checklist.find((step) => step.key === key)

test('whoever leads changes it: done stays done, what is open is set aside, the new plan begins', async () => {
  await room.finish(quality, 'help', { state: 'done', words: '已送医，家属陪同' })
  await room.finish(quality, 'call_team', { state: 'done' })
  const { evidence, posts } = await room.read(quality)
  await app.as(quality).put(room.path('/evidence'), { key: evidence[0]!.key, kept: true })
  const lead = posts.find((post) => post.acknowledged)!

  app.setNow(at(20))
  expect((await change('food_poisoning', agent)).status).toBe(404)
  expect((await change('no_such_plan')).problem.code).toBe('incidents.planUnknown')
  expect((await change('allergy')).problem.code).toBe('incidents.planSame')
  const { status, text, body } = await change('food_poisoning', quality, '又有两桌上吐下泻')
  expect(status, text).toBe(200)

  expect(body).toMatchObject({ plan: 'food_poisoning', planName: '疑似食物中毒', grade: 'single' })
  expect(stepIn(body, 'help')).toMatchObject({ state: 'done', doneBy: '李品控', note: '已送医，家属陪同' })
  expect(body.checklist.filter((step) => step.title === stepIn(body, 'call_team')!.title)).toMatchObject([
    { state: 'done' },
  ])
  expect(stepIn(body, 'accompany')).toMatchObject({ state: 'set_aside', doneBy: '李品控', late: false })
  expect(stepIn(body, 'help_ill')).toMatchObject({ state: 'open', dueAt: at(30) })
  // By law from the finding, also where the old plan had a step of that name.
  const report = body.checklist.filter((step) => step.law && step.state === 'open')
  expect(report.map((step) => step.dueAt)).toContain(at(60))
  expect(body.evidence).toContainEqual({ ...evidence[0], kept: true })
  expect(body.posts.find((post) => post.post === lead.post)?.acknowledged).toBe(true)
  expect(body.leader?.name).toBe('李品控')
  expect(body.posts.map((post) => post.post)).toContain('trace')
  expect(body.steps).toBe(body.checklist.filter((step) => step.state !== 'set_aside').length)
  expect(body.stepsDone).toBe(2)
})

test('timeline, audit and record tell both plans, each line in the words of its time', async () => {
  const facts = await room.facts(quality)
  const changed = facts.find((one) => one.fact === 'plan_changed')!
  expect(changed).toMatchObject({ by: '李品控', text: '又有两桌上吐下泻' })
  expect(changed.data).toMatchObject({ planFrom: '食物过敏', planTo: '疑似食物中毒' })
  expect(facts.find((one) => one.fact === 'step_done')!.data.stepName).toBe(
    stepIn(await room.read(quality), 'help')!.title,
  )
  const [line] = await room.audited(await app.make.staff({ role: 'admin' }), 'changePlan')
  expect(line?.data).toMatchObject({ from: 'allergy', to: 'food_poisoning' })
  const { body } = await app.as(quality).get<IncidentRecord>(room.path('/record'))
  expect(stepIn(body.room, 'accompany')?.state).toBe('set_aside')
  expect(body.entries.some((one) => one.fact === 'plan_changed')).toBe(true)
})

test('what was set aside rings for nobody, can’t be ticked, and does not hold the closing', async () => {
  const aside = stepIn(await room.read(quality), 'accompany')!
  const tick = { state: 'done', words: '去了' }
  const ticked = await app.as(manager).put(room.path(`/steps/${aside.id}`), tick)
  expect(ticked.problem.code).toBe('incidents.stepSetAside')
  expect((await app.as(manager).delete(room.path(`/steps/${aside.id}`))).problem.code).toBe(
    'incidents.stepSetAside',
  )
  app.setNow(at(29))
  await app.sweep()
  app.setNow(at(31))
  await app.sweep()
  const late = (await room.facts(quality))
    .filter((one) => one.fact === 'step_late')
    .map((one) => one.data.step)
  expect(late).toContain('help_ill')
  expect(late).not.toContain('accompany')
})

test('back to the first plan, what had been set aside is to be done again', async () => {
  app.setNow(at(40))
  const { body } = await change('allergy')
  expect(stepIn(body, 'accompany')).toMatchObject({ state: 'open', dueAt: at(70), doneBy: '' })
  expect(stepIn(body, 'help')).toMatchObject({ state: 'done' })
  expect(stepIn(body, 'help_ill')).toMatchObject({ state: 'set_aside' })
  await app.as(quality).patch(room.path(), { grade: 'severe' })
  const graded = await room.read(quality)
  expect(stepIn(graded, 'help_ill')).toMatchObject({ state: 'set_aside' })
  expect(graded.checklist.filter((step) => step.law && step.state === 'open').length).toBeGreaterThan(1)
  app.setNow(at(75))
  await app.sweep()
  const late = (await room.facts(quality)).filter((one) => one.fact === 'step_late')
  expect(late.map((one) => one.data.step)).toContain('accompany')
})

test('a tap that no plan fits opens with the plan that somebody chooses, and brings what was tapped', async () => {
  const late = await tell(app, shop, '等了四十分钟才出餐，太慢了')
  const tap = { source: 'ticket', ticketIds: [late.id] }
  expect((await app.as(quality).post('/incidents', tap)).problem.code).toBe('incidents.noPlan')
  const ill = await tell(app, shop, '喝完上吐下泻，进医院了')
  const { body: offers } = await app.as(quality).get<PlanOffer[]>(`/incidents/plans?ticketId=${ill.id}`)
  expect(offers[0]).toMatchObject({ key: 'food_poisoning', fits: true })
  const opened = await app.as(quality).post<Room>('/incidents', { ...tap, plan: 'public_opinion' })
  expect(opened.body).toMatchObject({ plan: 'public_opinion', linked: [{ id: late.id }] })
})

test('the degree of the new plan is what the tickets say, and is asked for again', async () => {
  const ill = [
    await tell(app, shop, '喝完上吐下泻，进医院了'),
    await tell(app, shop, '喝完又吐又拉，去了医院'),
  ]
  const tap = { source: 'ticket', ticketIds: ill.map((one) => one.id), plan: 'foreign_object', anew: true }
  const opened = (await app.as(quality).post<Room>('/incidents', tap)).body
  const other = roomOf(
    () => app,
    () => opened.id,
  )
  await app.as(quality).patch(other.path(), { grade: opened.grades[0]!.key })
  expect(stepIn(await other.read(quality), 'grade')!.state).toBe('done')
  const { body } = await app.as(quality).put<Room>(other.path('/plan'), { plan: 'food_poisoning', why: '' })
  expect(body.gradeName).toBe('聚集')
  expect(body.checklist.filter((step) => step.key.startsWith('grade'))).toMatchObject([
    { title: '问清人数并定级', state: 'open', note: '', doneBy: '' },
  ])
  const because = (await other.facts(quality)).findLast((one) => one.fact === 'graded_first')?.data
  expect(because).toMatchObject({ toName: '聚集', customers: 2 })
  await app.as(quality).patch(other.path(), { grade: 'cluster' })
  expect(stepIn(await other.read(quality), 'grade')).toMatchObject({ state: 'done', note: '聚集' })
})

test('the plans are offered to whoever may open, and a closed room keeps its plan', async () => {
  const { body: offers } = await app.as(quality).get<PlanOffer[]>('/incidents/plans')
  expect(offers.map((one) => one.key)).toContain('food_poisoning')
  await room.finishTheRest(quality, '已办妥')
  const review = { what: '顾客过敏', why: '没写明过敏原' }
  await app.as(quality).put(room.path('/review'), review)
  await app
    .as(quality)
    .post(room.path('/measures'), { text: '菜单标明过敏原', ownerId: manager.id, dueOn: '2026-03-20' })
  const closed = await app.as(quality).put<Room>(room.path('/closure'), { words: '已经处置完毕' })
  expect(closed.status, closed.text).toBe(200)
  expect((await change('food_poisoning')).problem.code).toBe('incidents.closed')
})
