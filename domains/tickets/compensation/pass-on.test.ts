import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage } from '#contracts/tickets'
import type { TodoPage } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import { type CompensationWorld, openCompensationWorld } from '#test/compensation-world'
import type { MadeStaff } from '#test/make'

let app: TestApp
let world: CompensationWorld
let day = 1

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
})
afterAll(() => app.close())
beforeEach(async () => {
  day += 1
  app.setNow(`2026-03-${String(day).padStart(2, '0')}T12:00:00+08:00`)
  world = await openCompensationWorld(app)
})

const at = (time: string) => app.setNow(`2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`)
const leave = (who: MadeStaff, deputy: MadeStaff | null) =>
  app.as(world.people.admin).post(`/staff/${who.id}/absences`, {
    from: `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`,
    to: `2026-03-${String(day + 3).padStart(2, '0')}T00:00:00Z`,
    deputyId: deputy?.id ?? null,
  })
const todosOf = async (who: MadeStaff) =>
  (await app.as(who).get<z.infer<typeof TodoPage>>('/todos')).body.todos.filter((t) => t.kind === 'approval')
const passedOn = async (id: string) =>
  (await app.as(world.people.lead).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
    .filter((e) => e.fact === 'compensation_passed_on')
    .map((e) => [e.data.from, e.data.to, e.data.reason])

test('the deputy stands in for an absent holder, and it is written down for whom', async () => {
  const { people, propose, asked, decide, desk } = world
  await leave(people.manager, people.clerk)
  const ticket = await world.ticket()
  await propose(ticket.id, people.agent, { amountMinor: 9_000 })
  const step = (await asked(ticket.id))!
  expect(step).toMatchObject({ approver: { name: '李店员' }, standsInFor: { name: '王店长' } })
  expect((await todosOf(people.clerk)).map((t) => t.aboutId)).toEqual([step.id])
  expect((await app.as(people.clerk).get(`/approvals/${step.id}`)).body).toMatchObject({ mayDecide: true })
  expect((await decide(step.id, people.clerk)).status).toBe(200)
  expect((await desk(ticket.id)).list[0]).toMatchObject({
    state: 'issued',
    steps: [{ approver: { name: '李店员' }, standsInFor: { name: '王店长' } }],
  })
})

test('whoever goes on leave while asked is relieved by the sweep, and both are told', async () => {
  const { people, propose, asked, noticesOf } = world
  const ticket = await world.ticket()
  await propose(ticket.id, people.agent, { amountMinor: 9_000 })
  expect((await asked(ticket.id))?.approver?.name).toBe('王店长')
  await leave(people.manager, people.clerk)
  at('12:05')
  await app.sweep()
  expect(await asked(ticket.id)).toMatchObject({
    approver: { name: '李店员' },
    standsInFor: { name: '王店长' },
  })
  expect([await todosOf(people.manager), (await todosOf(people.clerk)).length]).toEqual([[], 1])
  expect(await passedOn(ticket.id)).toEqual([['王店长', '李店员', 'absent']])
  expect(await noticesOf(people.manager, ticket.id)).toContain('handed_over')
  expect((await noticesOf(people.clerk, ticket.id)).length).toBeGreaterThan(0)
})

test('whoever turns out to be complained about no longer decides', async () => {
  const { people, propose, asked } = world
  const ticket = await world.ticket()
  await propose(ticket.id, people.agent, { amountMinor: 9_000 })
  expect((await asked(ticket.id))?.approver?.name).toBe('王店长')
  const named = await app.as(people.lead).put(`/tickets/${ticket.id}/accused`, { staffId: people.manager.id })
  expect(named.status, named.text).toBe(200)
  at('12:05')
  await app.sweep()
  const step = await asked(ticket.id)
  expect(step?.approver?.name).not.toBe('王店长')
  expect(step?.standsInFor).toBeNull()
  expect(await todosOf(people.manager)).toEqual([])
  expect((await passedOn(ticket.id)).map(([from, , reason]) => [from, reason])).toEqual([
    ['王店长', 'accused'],
  ])
})

test('an answer that does not come in the policy’s time is asked of the next in line, with a new deadline', async () => {
  const { people, propose, asked, decide } = world
  const ticket = await world.ticket()
  await propose(ticket.id, people.agent, { amountMinor: 9_000 })
  const first = (await asked(ticket.id))!
  at('15:59')
  await app.sweep()
  expect((await asked(ticket.id))?.approver?.name).toBe('王店长')
  at('16:01')
  await app.sweep()
  const next = (await asked(ticket.id))!
  expect(next).toMatchObject({ approver: { name: people.lead.name }, standsInFor: { name: '王店长' } })
  expect(Date.parse(next.dueAt!) - Date.parse(first.dueAt!)).toBeGreaterThan(4 * 3_600_000)
  expect(await passedOn(ticket.id)).toEqual([['王店长', people.lead.name, 'silent']])
  expect((await decide(first.id, people.manager)).problem.code).toBe('compensation.notYours')
  at('16:02')
  await app.sweep()
  expect((await asked(ticket.id))?.approver?.name).toBe(people.lead.name)
})

test('when nobody is left it stays where it is, late and in sight', async () => {
  const { people, propose, asked } = world
  const ticket = await world.ticket()
  await propose(ticket.id, people.agent, { amountMinor: 9_000 })
  for (const who of [people.lead, people.region]) await leave(who, null)
  at('16:01')
  await app.sweep()
  at('20:05')
  await app.sweep()
  expect((await asked(ticket.id))?.approver?.name).toBe('王店长')
  expect(await todosOf(people.manager)).toMatchObject([{ overdue: true }])
})

test('nobody but the proposer could approve: it is refused before anything is promised', async () => {
  const { people, propose, desk, used } = world
  for (const who of [people.lead, people.region, people.manager]) await leave(who, null)
  const ticket = await world.ticket()
  const answer = await propose(ticket.id, people.agent, { amountMinor: 9_000 })
  expect(answer.problem.code).toBe('compensation.nobodyApproves')
  expect([(await desk(ticket.id, people.agent)).list, await used()]).toEqual([[], 0])
})
