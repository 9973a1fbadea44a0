import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { Assessment } from '#contracts/tickets/assessment'
import type { NoticeList } from '#contracts/tickets/home'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell, uploaded } from '#test/told'

const NOW = '2026-03-02T12:00+08:00'
const DUE = '2026-03-04T04:00:00.000Z'
let app: TestApp
let shop: MadeShop
let people: Record<'agent' | 'lead' | 'manager' | 'neighbour' | 'quality', MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: NOW })
  shop = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    neighbour: await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() }),
    quality: await app.make.staff({ role: 'quality' }),
  }
})
beforeEach(() => app.setNow(NOW))
afterAll(() => app.close())

const QUESTION = '顾客说喝完不舒服，要不要全额赔付并封存这批椰果？'
const open = () => tell(app, shop, '喝完椰果奶茶肚子不舒服')
const input = (more: object = {}) => ({
  question: QUESTION,
  dueAt: DUE,
  accountableId: people.lead.id,
  invited: [
    { team: 'quality', staffId: people.quality.id },
    { team: 'shop', staffId: people.manager.id },
  ],
  ...more,
})
const ask = async (id: string, more: object = {}) =>
  app.as(people.agent).post<Assessment[]>(`/tickets/${id}/assessments`, input(more))
async function asked() {
  const { id } = await open()
  const { body } = await ask(id)
  return { id, path: `/tickets/${id}/assessments/${body[0]!.id}` }
}
const read = async (id: string, who = people.lead) =>
  (await app.as(who).get<Assessment[]>(`/tickets/${id}/assessments`)).body[0]!
const agree = { stance: 'agree', text: '同批次留样正常，建议按不适关怀处理' }

test('the departments and the one who decides each find it among what they owe', async () => {
  const { id } = await open()
  const { body } = await ask(id)
  expect(body[0]).toMatchObject({
    question: QUESTION,
    state: 'open',
    askedBy: people.agent.name,
    accountable: { name: people.lead.name },
  })
  expect(body[0]!.opinions.map((o) => [o.teamName, o.who.name, o.givenAt])).toEqual([
    ['品控组', people.quality.name, null],
    ['门店', people.manager.name, null],
  ])
  const ticket = await app.as(people.lead).get<z.infer<typeof Ticket>>(`/tickets/${id}`)
  expect(ticket.body.openTasks).toBe(3)
  const notices = await app.as(people.quality).get<z.infer<typeof NoticeList>>('/notices')
  expect(notices.body.notices.map((n) => [n.ticketId, n.kind])).toContainEqual([id, 'task_given'])
  expect((await read(id, people.quality)).opinions.map((o) => o.mine)).toEqual([true, false])
  expect((await read(id, people.quality)).can).toEqual(['cancel'])
  expect((await read(id, people.lead)).can).toEqual(['decide', 'cancel'])
})

test('from the question to the minutes', async () => {
  const { id, path } = await asked()
  const photo = await uploaded(app, people.quality)
  const given = await app
    .as(people.quality)
    .put<Assessment[]>(`${path}/opinion`, { ...agree, photos: [photo] })
  expect(given.body[0]!.opinions[0]).toMatchObject({ ...agree, late: false, mine: false })
  expect(given.body[0]!.opinions[0]!.photos).toHaveLength(1)
  app.setNow('2026-03-02T15:00+08:00')
  await app.as(people.manager).put(`${path}/opinion`, { stance: 'conditional', text: '退款可以，先不封存' })
  const decided = await app
    .as(people.lead)
    .put<Assessment[]>(`${path}/decision`, { text: '退款 26 元，留样送检，出结果前该批停用。' })
  expect(decided.body[0]).toMatchObject({
    state: 'decided',
    decision: '退款 26 元，留样送检，出结果前该批停用。',
    decidedBy: people.lead.name,
    decidedAt: '2026-03-02T07:00:00.000Z',
    earlyReason: '',
    can: [],
  })
  const ticket = await app.as(people.lead).get<z.infer<typeof Ticket>>(`/tickets/${id}`)
  expect(ticket.body.openTasks).toBe(0)
  const entries = await app.as(people.lead).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)
  const facts = entries.body.entries.map((e) => e.fact)
  expect(facts).toEqual(
    expect.arrayContaining(['assessment_opened', 'opinion_given', 'opinion_given', 'assessment_decided']),
  )
  expect((await app.as(people.quality).get(`/attachments/${photo}`)).status).toBe(200)
})

test('somebody out of reach of the shop reads and answers because he was asked, and only there', async () => {
  const { id } = await open()
  expect((await app.as(people.neighbour).get(`/tickets/${id}/assessments`)).status).toBe(404)
  const delivery = await app.make.staff({ role: 'delivery_lead' })
  const { body } = await ask(id, { invited: [{ team: 'delivery', staffId: delivery.id }] })
  const path = `/tickets/${id}/assessments/${body[0]!.id}/opinion`
  expect((await app.as(delivery).put(path, agree)).status).toBe(200)
  const wrong = await ask(id, { invited: [{ team: 'shop', staffId: people.neighbour.id }] })
  expect(wrong.problem).toMatchObject({ code: 'assessment.personUnknown', field: 'invited' })
})

test('whoever takes the task over gives the opinion in the own name', async () => {
  const { id, path } = await asked()
  const stand = await app.make.staff({ role: 'quality' })
  await app.services.db.inBrand(shop.brandId, async (tx) => {
    const at = tx.updateTable('tickets.task').set({ owner_id: stand.id })
    await at
      .where('ticket_id', '=', id)
      .where('kind', '=', 'opinion')
      .where('owner_id', '=', people.quality.id)
      .execute()
  })
  expect((await read(id)).opinions[0]?.who.id).toBe(stand.id)
  expect((await app.as(people.quality).put(`${path}/opinion`, agree)).problem.code).toBe(
    'assessment.notInvited',
  )
  expect((await app.as(stand).put(`${path}/opinion`, agree)).status).toBe(200)
  expect((await read(id)).opinions[0]).toMatchObject({ who: { name: stand.name }, stance: 'agree' })
})

test('an opinion is given once; a late one is flagged', async () => {
  const { id, path } = await asked()
  await app.as(people.quality).put(`${path}/opinion`, agree)
  expect((await app.as(people.quality).put(`${path}/opinion`, agree)).problem.code).toBe(
    'assessment.alreadyGiven',
  )
  app.setNow('2026-03-04T12:30+08:00')
  expect((await read(id)).opinions.map((o) => o.late)).toEqual([false, true])
  await app.as(people.manager).put(`${path}/opinion`, { stance: 'disagree', text: '不同意全额赔付' })
  expect((await read(id)).opinions[1]).toMatchObject({ late: true, stance: 'disagree' })
})

test('deciding waits for at least one opinion, and says why when it does not wait for all', async () => {
  const { id, path } = await asked()
  const as = app.as(people.lead)
  const text = '先退款，其余等检验'
  expect((await app.as(people.agent).put(`${path}/decision`, { text })).problem.code).toBe(
    'assessment.notAccountable',
  )
  expect((await as.put(`${path}/decision`, { text, early: '急' })).problem.code).toBe(
    'assessment.nobodyAnswered',
  )
  await app.as(people.quality).put(`${path}/opinion`, agree)
  expect((await as.put(`${path}/decision`, { text })).problem).toMatchObject({
    code: 'assessment.notAllAnswered',
    field: 'early',
  })
  const decided = await as.put<Assessment[]>(`${path}/decision`, { text, early: '顾客今晚要答复' })
  expect(decided.body[0]).toMatchObject({ state: 'decided', earlyReason: '顾客今晚要答复' })
  expect((await app.as(people.manager).put(`${path}/opinion`, agree)).problem.code).toBe('assessment.over')
  expect((await as.put(`${path}/decision`, { text })).problem.code).toBe('assessment.over')
  expect((await read(id)).opinions[1]).toMatchObject({ stance: null, late: false })
})

test('of two decisions at once exactly one counts', async () => {
  const { path } = await asked()
  await app.as(people.quality).put(`${path}/opinion`, agree)
  await app.as(people.manager).put(`${path}/opinion`, agree)
  const answers = await Promise.all(
    ['退款', '重做', '不赔'].map((text) => app.as(people.lead).put(`${path}/decision`, { text })),
  )
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409])
})

test('called off: nobody owes anything for it', async () => {
  const { id, path } = await asked()
  const off = await app.as(people.agent).delete<Assessment[]>(path, { reason: '顾客撤回了投诉' })
  expect(off.body[0]).toMatchObject({ state: 'cancelled', cancelledReason: '顾客撤回了投诉', can: [] })
  const ticket = await app.as(people.lead).get<z.infer<typeof Ticket>>(`/tickets/${id}`)
  expect(ticket.body.openTasks).toBe(0)
})

test.each([
  ['a deadline that has passed', { dueAt: '2026-03-01T00:00:00Z' }, 'assessment.dueInPast'],
  ['a deadline next year', { dueAt: '2027-03-01T00:00:00Z' }, 'assessment.dueTooFar'],
])('refused: %s', async (_, more, code) => {
  const { id } = await open()
  expect((await ask(id, more)).problem.code).toBe(code)
})

test('refused: twice the same person, the one who decides among those asked, a person of another team', async () => {
  const { id } = await open()
  const quality = { team: 'quality', staffId: people.quality.id }
  expect((await ask(id, { invited: [quality, quality] })).problem.code).toBe('assessment.invitedTwice')
  expect((await ask(id, { accountableId: people.quality.id })).problem.code).toBe('assessment.invitedTwice')
  expect((await ask(id, { invited: [{ ...quality, team: 'shop' }] })).problem.code).toBe(
    'assessment.personUnknown',
  )
})

test('the deadline rings: first whoever owes, then whoever is above', async () => {
  const { id } = await asked()
  app.setNow('2026-03-04T12:01+08:00')
  await app.sweep()
  const notices = await app.as(people.manager).get<z.infer<typeof NoticeList>>('/notices')
  expect(notices.body.notices.filter((n) => n.ticketId === id).map((n) => n.kind)).toContain('task_late')
})
