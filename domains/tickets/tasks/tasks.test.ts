import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Progress, Ticket } from '#contracts/tickets'
import type { Home, NoticeList } from '#contracts/tickets/home'
import type { Task, TaskOwners, TodoCounts, TodoPage } from '#contracts/tickets/tasks'
import { keepPhoto } from '#domains/channels'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let people: Record<'agent' | 'lead' | 'manager' | 'clerk' | 'cook' | 'finance', MadeStaff>
let slug: string
const NOW = '2026-03-02T12:00+08:00'

beforeAll(async () => {
  app = await startApp({ now: NOW })
  shop = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    clerk: await app.make.staff({ role: 'shop_staff', shop }),
    cook: await app.make.staff({ role: 'kitchen', shop }),
    finance: await app.make.staff({ role: 'finance' }),
  }
  const codes = await app
    .as(people.manager)
    .post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
beforeEach(() => app.setNow(NOW))
afterAll(() => app.close())

type Opened = { id: string; token: string }
let hosts = 0
async function ticket(content = '珍珠是硬的，嚼不动'): Promise<Opened> {
  hosts += 1
  const res = await app.anonymous.post<{ number: string; progress: string }>(
    `/public/forms/${slug}/feedback`,
    {
      submissionId: randomUUID(),
      content,
      mood: 'bad',
      locale: 'zh-CN',
    },
    { ip: `10.7.0.${hosts}` },
  )
  expect(res.status, res.text).toBe(201)
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(res.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  const id = row.id
  await app.as(people.lead).put(`/tickets/${id}/assignment`, { assigneeId: people.agent.id })
  return { id, token: res.body.progress.slice(3) }
}
const read = async (id: string) => (await app.as(people.lead).get<Ticket>(`/tickets/${id}`)).body
const tasks = async (id: string) => (await app.as(people.lead).get<Task[]>(`/tickets/${id}/tasks`)).body
const todos = async (who: MadeStaff, query = '') =>
  (await app.as(who).get<z.infer<typeof TodoPage>>(`/todos${query}`)).body.todos
const entries = async (id: string) =>
  (
    await app
      .as(people.lead)
      .get<{ entries: { kind: string; fact: string; text: string; photos: unknown[] }[] }>(
        `/tickets/${id}/entries`,
      )
  ).body.entries
const notices = async (who: MadeStaff) =>
  (await app.as(who).get<z.infer<typeof NoticeList>>('/notices')).body.notices
const step = (more: Record<string, unknown> = {}) => ({
  title: '检查煮珍珠的时间',
  dueAt: '2026-03-02T10:00:00Z',
  ...more,
})
const give = async (id: string, more: Record<string, unknown> = {}, who = people.agent) => {
  const res = await app.as(who).post<Task>(`/tickets/${id}/tasks`, step(more))
  expect(res.status, res.text).toBe(201)
  return res.body
}
const later = (iso: string) => app.setNow(iso)

describe('giving', () => {
  test('a step for a colleague is in the own list, with a notice; the colleague may read the ticket', async () => {
    const { id } = await ticket()
    expect((await app.as(people.cook).get(`/tickets/${id}`)).status).toBe(404)
    const task = await give(id, { ownerId: people.cook.id, resources: '温度计' })
    expect(task).toMatchObject({ owner: { id: people.cook.id }, state: 'open', resources: '温度计' })
    const [mine] = (await todos(people.cook)).filter((t) => t.id === task.id)
    expect(mine).toMatchObject({ place: 'plan', opens: true, can: ['finish'], ticket: { id } })
    expect((await app.as(people.cook).get(`/tickets/${id}`)).status).toBe(200)
    expect((await notices(people.cook))[0]).toMatchObject({ kind: 'task_given', ticketId: id, tab: 'plan' })
    expect((await read(id)).openTasks).toBe(1)
  })

  test('a team’s task goes to whoever of it is present for the shop with the fewest open tasks', async () => {
    const { id } = await ticket()
    const owners = (await app.as(people.agent).get<TaskOwners>(`/tickets/${id}/task-owners`)).body
    const team = owners.teams.find((t) => t.present > 0 && t.key.includes('shop')) ?? owners.teams[0]!
    const task = await give(id, { team: team.key })
    expect(task.teamName).toBe(team.name)
    expect(owners.people.map((p) => p.id)).toContain(task.owner?.id)
  })

  test('with neither, a step is the assignee’s and a question goes to the shop', async () => {
    const { id } = await ticket()
    expect((await give(id)).owner?.id).toBe(people.agent.id)
    const asked = await give(id, { kind: 'question', title: '昨天的珍珠是几点煮的？' })
    expect([people.clerk.id, people.manager.id]).toContain(asked.owner?.id)
  })

  test.each([
    ['both a person and a team', () => ({ ownerId: people.cook.id, team: 'shop' }), 'tasks.ownerOrTeam'],
    ['a team that is not in the playbook', () => ({ team: 'nobody' }), 'tasks.teamUnknown'],
    ['a deadline that has passed', () => ({ dueAt: '2026-03-01T00:00:00Z' }), 'tasks.dueInPast'],
    ['a stranger', () => ({ ownerId: randomUUID() }), 'tasks.ownerUnknown'],
  ])('%s is refused', async (_, more, code) => {
    const { id } = await ticket()
    const res = await app.as(people.agent).post(`/tickets/${id}/tasks`, step(more()))
    expect(res.problem.code).toBe(code)
    expect(await tasks(id)).toEqual([])
  })

  test('somebody absent until after the deadline is not given it', async () => {
    const ill = await app.make.staff({ role: 'kitchen', shop })
    const days = { from: '2026-03-02T00:00:00Z', to: '2026-03-04T00:00:00Z' }
    const admin = await app.make.staff({ role: 'admin' })
    expect((await app.as(admin).post(`/staff/${ill.id}/absences`, days)).status).toBe(201)
    const { id } = await ticket()
    const res = await app.as(people.agent).post(`/tickets/${id}/tasks`, step({ ownerId: ill.id }))
    expect(res.problem).toMatchObject({ code: 'tasks.ownerAbsent', data: { name: ill.name } })
  })

  test('an ended ticket takes no task', async () => {
    const { id } = await ticket()
    await app.as(people.agent).put(`/tickets/${id}/set-aside`, { reason: 'test' })
    const res = await app.as(people.agent).post(`/tickets/${id}/tasks`, step())
    expect(res.problem.code).toBe('tasks.ticketEnded')
  })
})

describe('doing', () => {
  test('whoever did a step says what came of it; whoever gave it is told', async () => {
    const { id } = await ticket()
    const task = await give(id, { ownerId: people.cook.id })
    const done = await app
      .as(people.cook)
      .put<Task>(`/tasks/${task.id}/result`, { result: '多煮五分钟，已改' })
    expect(done.body).toMatchObject({ state: 'done', doneBy: people.cook.name, result: '多煮五分钟，已改' })
    expect((await read(id)).openTasks).toBe(0)
    expect((await notices(people.agent))[0]).toMatchObject({ kind: 'task_done', ticketId: id, tab: 'plan' })
    expect((await todos(people.cook, '?view=done')).map((t) => t.id)).toContain(task.id)
    const again = await app.as(people.cook).put(`/tasks/${task.id}/result`, { result: '再来一次' })
    expect(again.problem.code).toBe('tasks.notOpen')
  })

  test('the answer to a question, with a photo, becomes a note that the customer does not see', async () => {
    const { id, token } = await ticket()
    const question = await give(id, { kind: 'question', title: '珍珠几点煮的？', ownerId: people.clerk.id })
    const empty = await app.as(people.clerk).put(`/tasks/${question.id}/result`, {})
    expect(empty.problem).toMatchObject({ code: 'tasks.answerMissing', field: 'result' })
    const photo = await photoOf(people.clerk)
    await app.as(people.clerk).put(`/tasks/${question.id}/result`, { result: '两点半煮的', photos: [photo] })
    const note = (await entries(id)).find((e) => e.kind === 'note')
    expect(note).toMatchObject({ text: '两点半煮的' })
    expect(note?.photos).toHaveLength(1)
    expect((await app.as(people.agent).get(`/attachments/${photo}`)).status).toBe(200)
    expect((await notices(people.agent))[0]).toMatchObject({ kind: 'task_done', ticketId: id })
    const page = (await app.anonymous.get<Progress>(`/public/progress/${token}`)).body
    expect(JSON.stringify(page)).not.toContain('两点半')
  })

  test('a colleague of the shop does not finish what is not theirs; somebody who plans does', async () => {
    const { id } = await ticket()
    const task = await give(id, { ownerId: people.cook.id })
    expect((await app.as(people.clerk).put(`/tasks/${task.id}/result`, {})).status).toBe(404)
    expect((await app.as(people.manager).put(`/tasks/${task.id}/result`, {})).body).toMatchObject({
      state: 'done',
    })
  })

  test('finance does its task without ever reading a ticket', async () => {
    const { id } = await ticket()
    const task = await give(id, { title: '退款 26 元', ownerId: people.finance.id })
    const [mine] = await todos(people.finance)
    expect(mine).toMatchObject({ id: task.id, opens: false, can: ['finish'] })
    expect((await app.as(people.finance).get(`/tickets/${id}`)).status).toBe(403)
    expect((await notices(people.finance))[0]).toMatchObject({ kind: 'task_given' })
    expect((await app.as(people.finance).put(`/tasks/${task.id}/result`, { result: '已退' })).status).toBe(
      200,
    )
  })

  test('another deadline, another owner, or not needed any more', async () => {
    const { id } = await ticket()
    const task = await give(id, { ownerId: people.cook.id })
    const change = { ownerId: people.clerk.id, dueAt: '2026-03-03T02:00:00Z', title: '量一下煮珍珠的时间' }
    const changed = await app.as(people.agent).patch<Task>(`/tasks/${task.id}`, change)
    expect(changed.body).toMatchObject({
      owner: { id: people.clerk.id },
      dueAt: '2026-03-03T02:00:00.000Z',
      title: change.title,
    })
    expect((await notices(people.clerk))[0]?.kind).toBe('task_given')
    expect((await app.as(people.cook).delete(`/tasks/${task.id}`, { reason: '不用了' })).status).toBe(403)
    const gone = await app.as(people.agent).delete<Task>(`/tasks/${task.id}`, { reason: '顾客不追究了' })
    expect(gone.body).toMatchObject({ state: 'cancelled', result: '顾客不追究了' })
    expect((await read(id)).openTasks).toBe(0)
  })
})

describe('the plan', () => {
  const promise = {
    expectedAt: '2026-03-04T10:00:00Z',
    nextContactAt: '2026-03-03T02:00:00Z',
    message: '您好，机器要等配件，周三晚上六点前给您答复，明天上午我先和您说一声进展。',
  }
  const clockOf = async (id: string) => (await read(id)).clocks.find((c) => c.metric === 'plan')?.state

  test('several steps, and the customer hears when it is solved and when we speak next', async () => {
    const { id, token } = await ticket()
    expect(await clockOf(id)).toBe('active')
    const steps = [
      step({ ownerId: people.cook.id }),
      step({ title: '换计时器', resources: '新计时器一个', dueAt: '2026-03-03T10:00:00Z' }),
    ]
    const saved = await app.as(people.agent).put<Task[]>(`/tickets/${id}/plan`, { steps, promise })
    expect(saved.body.map((t) => t.kind)).toEqual(['step', 'step', 'contact'])
    expect(saved.body.at(-1)).toMatchObject({
      owner: { id: people.agent.id },
      dueAt: '2026-03-03T02:00:00.000Z',
    })
    expect(await clockOf(id)).toBe('met')
    const page = (await app.anonymous.get<Progress>(`/public/progress/${token}`)).body
    expect(page.messages.at(-1)?.text).toBe(promise.message)
    expect(page.expectedAt).toBe(promise.expectedAt)
  })

  test('sent twice by a bad line, it is one plan', async () => {
    const { id } = await ticket()
    const steps = [{ ...step(), id: randomUUID() }]
    await app.as(people.agent).put(`/tickets/${id}/plan`, { steps })
    await app.as(people.agent).put(`/tickets/${id}/plan`, { steps })
    expect(await tasks(id)).toHaveLength(1)
    const elsewhere = await app.as(people.agent).put(`/tickets/${(await ticket()).id}/plan`, { steps })
    expect(elsewhere.problem.code).toBe('tasks.notFound')
  })

  test('the next word to the customer keeps the promised contact; a plan anew moves it', async () => {
    const { id } = await ticket()
    await app.as(people.agent).put(`/tickets/${id}/plan`, { steps: [], promise })
    later('2026-03-02T12:05+08:00')
    await app.as(people.agent).put(`/tickets/${id}/plan`, {
      steps: [],
      promise: { ...promise, nextContactAt: '2026-03-03T08:00:00Z' },
    })
    expect((await tasks(id)).map((t) => t.state)).toEqual(['done', 'open'])
    await app.as(people.agent).post(`/tickets/${id}/replies`, { text: '配件已经到了，正在换。' })
    expect((await tasks(id)).map((t) => t.state)).toEqual(['done', 'done'])
  })

  test('the promised contact goes with the ticket', async () => {
    const { id } = await ticket()
    await app.as(people.agent).put(`/tickets/${id}/plan`, { steps: [], promise })
    await app.as(people.agent).put(`/tickets/${id}/assignment`, { assigneeId: people.lead.id })
    expect((await tasks(id))[0]?.owner?.id).toBe(people.lead.id)
  })

  test.each([
    ['nothing in it', { steps: [] }, 'tasks.emptyPlan'],
    [
      'a solution in the past',
      { steps: [], promise: { ...promise, expectedAt: '2026-03-01T00:00:00Z' } },
      'tickets.expectedInPast',
    ],
    [
      'a contact in the past',
      { steps: [], promise: { ...promise, nextContactAt: '2026-03-01T00:00:00Z' } },
      'tasks.dueInPast',
    ],
    [
      'a contact after the solution',
      { steps: [], promise: { ...promise, nextContactAt: '2026-03-05T00:00:00Z' } },
      'tasks.contactTooLate',
    ],
  ])('a plan with %s is refused and sends nothing', async (_, plan, code) => {
    const { id, token } = await ticket()
    const res = await app.as(people.agent).put(`/tickets/${id}/plan`, plan)
    expect([422, 409]).toContain(res.status)
    expect(
      res.problem.code === code ||
        (code === 'tickets.expectedInPast' && res.problem.code === 'tasks.contactTooLate'),
    ).toBe(true)
    const page = (await app.anonymous.get<Progress>(`/public/progress/${token}`)).body
    expect(page.messages.filter((m) => m.from === 'us')).toEqual([])
  })
})

describe('open tasks and the ticket', () => {
  test('a solution is not offered over open tasks unless somebody has seen them', async () => {
    const { id } = await ticket()
    await give(id, { ownerId: people.cook.id })
    const refused = await app.as(people.agent).put(`/tickets/${id}/proposal`, { text: '给您重做一杯。' })
    expect(refused.problem).toMatchObject({
      code: 'tasks.open',
      data: { count: 1, tasks: [{ title: '检查煮珍珠的时间', owner: people.cook.name }] },
    })
    const sent = await app
      .as(people.agent)
      .put<Ticket>(`/tickets/${id}/proposal`, { text: '给您重做一杯。', despiteOpenTasks: true })
    expect(sent.body).toMatchObject({ status: 'proposed', openTasks: 1 })
  })

  test('the end of a ticket ends its tasks; nobody is reminded of them', async () => {
    const { id } = await ticket()
    await give(id, { ownerId: people.cook.id })
    await app.as(people.lead).put(`/tickets/${id}/set-aside`, { reason: 'test' })
    expect((await tasks(id))[0]?.state).toBe('cancelled')
    expect((await read(id)).openTasks).toBe(0)
    expect((await todos(people.cook)).filter((t) => t.ticketId === id)).toEqual([])
  })
})

describe('time', () => {
  test('a task reminds its owner, then tells whoever gave it and the chain that it is late', async () => {
    const { id } = await ticket()
    await give(id, { ownerId: people.cook.id })
    later('2026-03-02T16:30:00+08:00')
    await app.sweep()
    expect((await notices(people.cook)).filter((n) => n.ticketId === id).map((n) => n.kind)).toContain(
      'task_reminded',
    )
    later('2026-03-02T18:00:01+08:00')
    await app.sweep()
    expect((await notices(people.agent)).filter((n) => n.ticketId === id).map((n) => n.kind)).toContain(
      'task_late',
    )
    const [mine] = (await todos(people.cook, '?overdue=true')).filter((t) => t.ticketId === id)
    expect(mine?.overdue).toBe(true)
    const counts = (await app.as(people.cook).get<TodoCounts>('/todos/counts')).body
    expect(counts.overdue).toBeGreaterThan(0)
    expect(counts.reach).toBe('own')
  })

  test('what somebody absent past the deadline owes goes to somebody present of the same team', async () => {
    const absent = await app.make.staff({ role: 'delivery_lead' })
    const present = await app.make.staff({ role: 'delivery_lead' })
    const { id } = await ticket()
    const task = await give(id, { ownerId: absent.id, dueAt: '2026-03-03T10:00:00Z' })
    const admin = await app.make.staff({ role: 'admin' })
    const days = { from: '2026-03-02T05:00:00Z', to: '2026-03-09T00:00:00Z' }
    await app.as(admin).post(`/staff/${absent.id}/absences`, days)
    later('2026-03-02T13:05:00+08:00')
    await app.sweep()
    expect((await tasks(id)).find((t) => t.id === task.id)?.owner?.id).toBe(present.id)
    expect((await notices(present))[0]).toMatchObject({ kind: 'task_given', ticketId: id })
    expect((await entries(id)).map((e) => e.fact)).toContain('task_moved')
  })

  test('what a leaver owed goes to somebody else', async () => {
    const leaver = await app.make.staff({ role: 'kitchen', shop })
    const { id } = await ticket()
    const task = await give(id, { ownerId: leaver.id, dueAt: '2026-03-04T10:00:00Z' })
    const admin = await app.make.staff({ role: 'admin' })
    const locked = await app.as(admin).put(`/staff/${leaver.id}/lock`, { locked: true })
    expect(locked.status, locked.text).toBeLessThan(300)
    later('2026-03-02T12:02:00+08:00')
    await app.sweep()
    const now = (await tasks(id)).find((t) => t.id === task.id)
    expect(now?.owner).not.toBeNull()
    expect(now?.owner?.id).not.toBe(leaver.id)
  })
})

describe('late with a reason', () => {
  const breach = async () => {
    const { id } = await ticket()
    await app.as(people.agent).post(`/tickets/${id}/replies`, { text: '您好，正在查。' })
    later('2026-03-12T12:00:00+08:00')
    await app.sweep()
    return id
  }
  const home = async () => (await app.as(people.lead).get<Home>('/home')).body
  const explain = (id: string, reason: string, who = people.lead) =>
    app.as(who).put<Ticket>(`/tickets/${id}/late-reason`, { reason })

  test('an overdue ticket is unexplained until somebody says why, and again when it changes hands', async () => {
    const id = await breach()
    const before = (await home()).watch!.unexplained
    expect(before).toBeGreaterThan(0)
    expect((await explain(id, '等总部寄配件')).body.lateReason).toBe('等总部寄配件')
    expect((await home()).watch!.unexplained).toBe(before - 1)
    expect((await entries(id)).at(-1)).toMatchObject({ fact: 'late_reason', text: '等总部寄配件' })
    const { assignee } = await read(id)
    const other = assignee?.id === people.lead.id ? people.agent : people.lead
    await app.as(people.lead).put(`/tickets/${id}/assignment`, { assigneeId: other.id })
    expect((await read(id)).lateReason).toBe('')
  })

  test('a ticket in time has nothing to explain', async () => {
    const { id } = await ticket()
    expect((await explain(id, '太忙了')).problem.code).toBe('tasks.notLate')
  })

  test('reopened, it must be explained anew', async () => {
    const id = await breach()
    await explain(id, '等总部寄配件')
    await app.as(people.lead).put(`/tickets/${id}/proposal`, { text: '给您退款。' })
    await app.as(people.lead).put(`/tickets/${id}/acceptance`)
    await app.as(people.lead).delete(`/tickets/${id}/closure`, { reason: '顾客说没收到' })
    expect((await read(id)).lateReason).toBe('')
  })

  test('whoever watches sees late tasks of others counted', async () => {
    const { id } = await ticket()
    const before = (await home()).watch!.lateTasks
    await give(id, { ownerId: people.cook.id, dueAt: '2026-03-02T04:30:00Z' })
    later('2026-03-02T12:31:00+08:00')
    expect((await home()).watch!.lateTasks).toBe(before + 1)
    const late = await todos(people.manager, '?view=shop&overdue=true')
    expect(late.map((t) => t.ticketId)).toContain(id)
    expect((await home()).todos).not.toBeNull()
  })
})

test('the lists go on by key without a gap or a double', async () => {
  const { id } = await ticket()
  const cook = await app.make.staff({ role: 'kitchen', shop })
  for (let i = 0; i < 5; i++) await give(id, { ownerId: cook.id, title: `第 ${i + 1} 步` })
  const seen: string[] = []
  let cursor = ''
  for (let page = 0; page < 4; page++) {
    const query = `?limit=2${cursor ? `&cursor=${cursor}` : ''}`
    const { body } = await app.as(cook).get<z.infer<typeof TodoPage>>(`/todos${query}`)
    seen.push(...body.todos.map((t) => t.title))
    if (!body.next) break
    cursor = body.next
  }
  expect(seen).toEqual(['第 1 步', '第 2 步', '第 3 步', '第 4 步', '第 5 步'])
  expect((await app.as(cook).get('/todos?cursor=nonsense')).problem.code).toBe('http.badInput')
  expect((await todos(people.agent, '?view=given&limit=100')).length).toBeGreaterThanOrEqual(5)
})

async function photoOf(who: MadeStaff): Promise<string> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#a86' } })
  const actor = {
    kind: 'staff',
    brandId: who.brandId,
    staffId: who.id,
    sessionId: '',
    name: who.name,
    grants: [],
  } as const
  const ctx = contextFor(app.services, { ...actor, grants: [] })
  const { id } = await keepPhoto(ctx, `staff:${who.id}`, await picture.jpeg().toBuffer())
  return id
}
