import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import type { TodoPage } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { type Told, tell } from '#test/told'

type TicketView = z.infer<typeof Ticket>
let app: TestApp
let shop: MadeShop
let agent: MadeStaff
let lead: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent' })
  lead = await app.make.staff({ role: 'lead' })
})
afterAll(() => app.close())

const read = async (id: string) => (await app.as(lead).get<TicketView>(`/tickets/${id}`)).body
const todosOf = async (who: MadeStaff) =>
  (await app.as(who).get<z.infer<typeof TodoPage>>('/todos')).body.todos.filter((t) => t.kind === 'facts')

/** A grave complaint, which the playbook wants explained. */
async function grave(): Promise<Told> {
  const told = await tell(app, shop, '奶茶里有一股怪味')
  const { triage } = await read(told.id)
  await app.as(lead).put(`/tickets/${told.id}/triage`, {
    kind: 'complaint',
    categories: triage.categories.map((c) => c.key),
    severity: 3,
    impact: 3,
  })
  await app.as(lead).put(`/tickets/${told.id}/assignment`, { assigneeId: agent.id })
  return told
}

async function explain(id: string): Promise<void> {
  const { causes } = (await app.as(lead).get<{ causes: { key: string }[] }>(`/tickets/${id}/investigation`))
    .body
  const found = {
    whys: ['奶没放进冰箱'],
    cause: causes[0]!.key,
    causeNote: '',
    measure: '每两小时查一次温度',
    conclusion: '',
    seenAt: null,
  }
  const saved = await app.as(lead).put(`/tickets/${id}/investigation`, found)
  expect(saved.status, saved.text).toBe(200)
}

test('nobody closes a grave complaint by hand before cause and measure are known; it says what is missing', async () => {
  const { id } = await grave()
  expect((await read(id)).missingFacts).toEqual(['root_cause', 'measure', 'satisfaction_asked'])
  const close = (who: MadeStaff, more = {}) =>
    app.as(who).put<TicketView>(`/tickets/${id}/closure`, { note: '电话里说好了', ...more })
  const refused = await close(agent)
  expect(refused.problem).toMatchObject({
    status: 409,
    code: 'closing.factsMissing',
    data: { missing: ['root_cause', 'measure', 'satisfaction_asked'] },
  })
  expect(refused.problem.detail).toContain('根本原因、改进措施、顾客是否满意')
  expect((await close(agent, { despite: '不想写' })).problem.code).toBe('closing.factsMissing')
  expect((await read(id)).can).toContain('close_despite')
  const closed = await close(lead, { despite: '顾客撤回投诉，要求不再跟进' })
  expect(closed.body).toMatchObject({ status: 'closed' })
  const { entries } = (
    await app.as(lead).get<{ entries: { fact: string; text: string }[] }>(`/tickets/${id}/entries`)
  ).body
  expect(entries.find((e) => e.fact === 'closed_despite')?.text).toBe('顾客撤回投诉，要求不再跟进')
})

test('once they are known it closes as always', async () => {
  const { id } = await grave()
  await explain(id)
  await app.as(agent).put(`/tickets/${id}/proposal`, { text: '全额退款，给您重做。' })
  expect((await read(id)).missingFacts).toEqual([])
  expect((await app.as(agent).put(`/tickets/${id}/closure`, { note: '顾客满意' })).status).toBe(200)
})

test('accepted but not explained: it does not close by itself, its holder gets one task, and it closes when the facts come', async () => {
  const { id, token } = await grave()
  await app.as(agent).put(`/tickets/${id}/proposal`, { text: '全额退款，给您重做。' })
  await app.anonymous.put(`/public/progress/${token}/answer`, { accept: true })
  app.setNow('2026-03-04T12:00+08:00')
  await app.sweep()
  expect(await read(id)).toMatchObject({ status: 'resolved', openTasks: 1 })
  expect(await todosOf(agent)).toMatchObject([
    { title: '补齐结案要素：根本原因、改进措施', ticket: { id }, dueAt: '2026-03-05T04:00:00.000Z' },
  ])
  app.setNow('2026-03-06T12:00+08:00')
  await app.sweep()
  expect(await todosOf(agent)).toHaveLength(1)
  await explain(id)
  await app.sweep()
  expect(await read(id)).toMatchObject({ status: 'closed', openTasks: 0 })
  expect(await todosOf(agent)).toEqual([])
})

test('an open step of the plan keeps an ordinary complaint open; finished, it closes', async () => {
  app.setNow('2026-03-09T12:00+08:00')
  const { id, token } = await tell(app, shop, '吸管太细')
  expect((await read(id)).missingFacts).toEqual([])
  await app.as(lead).put(`/tickets/${id}/proposal`, { text: '换粗吸管。' })
  await app.anonymous.put(`/public/progress/${token}/answer`, { accept: true })
  const step = await app.as(lead).post<{ id: string }>(`/tickets/${id}/tasks`, {
    title: '补一箱粗吸管',
    ownerId: lead.id,
    dueAt: '2026-03-12T04:00:00Z',
  })
  expect((await read(id)).missingFacts).toEqual(['tasks_done'])
  app.setNow('2026-03-11T12:00+08:00')
  await app.sweep()
  expect(await read(id)).toMatchObject({ status: 'resolved', missingFacts: ['tasks_done'] })
  await app.as(lead).put(`/tasks/${step.body.id}/result`, { result: '到货了' })
  await app.sweep()
  expect(await read(id)).toMatchObject({ status: 'closed' })
})
