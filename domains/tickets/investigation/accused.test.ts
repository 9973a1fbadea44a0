import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { Assessment } from '#contracts/tickets/assessment'
import type { NoticeList } from '#contracts/tickets/home'
import type { Investigation } from '#contracts/tickets/investigation'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell, uploaded } from '#test/told'
import { atDesk } from '../handling/desk.ts'
import { restore, snapshotOf } from '../handling/snapshot.ts'

const NOW = '2026-03-02T12:00+08:00'
let app: TestApp
let shop: MadeShop
let people: Record<'agent' | 'second' | 'lead' | 'manager' | 'clerk' | 'quality', MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: NOW })
  shop = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent' }),
    second: await app.make.staff({ role: 'agent' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    clerk: await app.make.staff({ role: 'shop_staff', shop }),
    quality: await app.make.staff({ role: 'quality' }),
  }
})
beforeEach(() => app.setNow(NOW))
afterAll(() => app.close())

type TicketView = z.infer<typeof Ticket>
const open = () => tell(app, shop, '店员说话很冲，问了两句就翻白眼')
const heldBy = async (person: MadeStaff) => {
  const told = await open()
  await app.as(people.lead).put(`/tickets/${told.id}/assignment`, { assigneeId: person.id })
  return told
}
const accuse = (id: string, person: MadeStaff, by = people.lead) =>
  app.as(by).put<Investigation>(`/tickets/${id}/accused`, { staffId: person.id })
const read = async (id: string, who = people.lead) =>
  (await app.as(who).get<Investigation>(`/tickets/${id}/investigation`)).body
const ticketOf = async (id: string, who = people.lead) =>
  (await app.as(who).get<TicketView>(`/tickets/${id}`)).body

describe('the right of reply', () => {
  test('whoever is complained about is asked for a statement within two days, and may read the ticket', async () => {
    const { id } = await open()
    expect((await app.as(people.clerk).get(`/tickets/${id}`)).status).toBe(404)
    const named = await accuse(id, people.clerk)
    expect(named.body.accused).toMatchObject({
      who: { name: people.clerk.name },
      dueAt: '2026-03-04T04:00:00.000Z',
      statedAt: null,
    })
    const notices = await app.as(people.clerk).get<z.infer<typeof NoticeList>>('/notices')
    expect(notices.body.notices.map((n) => [n.ticketId, n.kind])).toContainEqual([id, 'task_given'])
    expect(await ticketOf(id, people.clerk)).toMatchObject({ id, openTasks: 1 })
    expect((await read(id, people.clerk)).can).toEqual(['state'])
  })

  test('the statement becomes evidence, settles the task, and is given once', async () => {
    const { id, token } = await open()
    await accuse(id, people.clerk)
    const photo = await uploaded(app, people.clerk)
    const as = app.as(people.clerk)
    const body = { text: '当时后面排了十几位，我语气急了，但没有翻白眼。', photos: [photo] }
    const stated = await as.put<Investigation>(`/tickets/${id}/statement`, body)
    expect(stated.body.evidence.at(-1)).toMatchObject({
      kind: 'statement',
      details: body.text,
      saidBy: { name: people.clerk.name },
      byAccused: true,
    })
    expect(stated.body.accused).toMatchObject({ dueAt: null, statedAt: '2026-03-02T04:00:00.000Z' })
    expect((await ticketOf(id)).openTasks).toBe(0)
    expect((await as.put(`/tickets/${id}/statement`, { text: '再说一遍' })).problem.code).toBe(
      'investigation.answered',
    )
    expect((await app.anonymous.get(`/public/progress/${token}`)).text).not.toContain('语气急了')
  })

  test('nobody else states in that name, and nobody takes the statement back', async () => {
    const { id } = await open()
    await accuse(id, people.clerk)
    const other = await app.as(people.manager).put(`/tickets/${id}/statement`, { text: '他没有' })
    expect(other.problem.code).toBe('investigation.notAsked')
    const stated = await app
      .as(people.clerk)
      .put<Investigation>(`/tickets/${id}/statement`, { text: '我没有翻白眼' })
    const path = `/tickets/${id}/evidence/${stated.body.evidence[0]!.id}`
    expect((await app.as(people.lead).delete(path, { reason: '不信' })).problem.code).toBe(
      'investigation.statementStands',
    )
  })

  test('an investigation is not concluded over somebody who still has time to answer, unless it is said why', async () => {
    const { id } = await open()
    await accuse(id, people.clerk)
    const as = app.as(people.quality)
    const path = `/tickets/${id}/investigation`
    const saved = await as.put<Investigation>(path, {
      cause: 'attitude_tired',
      conclusion: '态度属实',
      seenAt: null,
    })
    const seenAt = saved.body.updatedAt
    expect((await as.put(`${path}/conclusion`, { seenAt })).problem.code).toBe('investigation.notHeard')
    const unheard = { seenAt, unheard: '本人已电话说明，监控清楚' }
    expect((await as.put<Investigation>(`${path}/conclusion`, unheard)).body.concluded).not.toBeNull()
    const entries = await as.get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)
    const fact = entries.body.entries.find((e) => e.fact === 'investigation_concluded')
    expect(fact?.data.unheard).toBe(unheard.unheard)
  })

  test('when the two days are over it may be concluded; the statement is still welcome', async () => {
    const { id } = await open()
    await accuse(id, people.clerk)
    const as = app.as(people.quality)
    const path = `/tickets/${id}/investigation`
    const saved = await as.put<Investigation>(path, { cause: 'attitude_tired', conclusion: '属实' })
    app.setNow('2026-03-04T12:01+08:00')
    const done = await as.put<Investigation>(`${path}/conclusion`, { seenAt: saved.body.updatedAt })
    expect(done.body).toMatchObject({ accused: { late: true } })
    expect((await app.as(people.clerk).put(`/tickets/${id}/statement`, { text: '我想说明' })).status).toBe(
      200,
    )
  })

  test('named by mistake: nothing is owed any more', async () => {
    const { id } = await open()
    await accuse(id, people.clerk)
    const taken = await app
      .as(people.lead)
      .delete<Investigation>(`/tickets/${id}/accused`, { reason: '当班的是另一位' })
    expect(taken.body.accused).toBeNull()
    expect(await ticketOf(id)).toMatchObject({ openTasks: 0, accused: null })
  })

  test('only people who reach the shop can be named', async () => {
    const { id } = await open()
    const stranger = await app.make.staff({ role: 'shop_staff', shop: await app.make.shop() })
    expect((await accuse(id, stranger)).problem.code).toBe('investigation.accusedUnknown')
  })
})

describe('nobody decides the own case', () => {
  test('a ticket held by the person complained about moves to somebody else, and never comes back', async () => {
    const { id } = await heldBy(people.agent)
    await accuse(id, people.agent)
    const moved = await ticketOf(id)
    expect(moved.assignee?.id).not.toBe(people.agent.id)
    const back = await app.as(people.lead).put(`/tickets/${id}/assignment`, { assigneeId: people.agent.id })
    expect(back.problem.code).toBe('investigation.accusedHandles')
  })

  test('nor by taking a deed back that was done while that person held it', async () => {
    const { id } = await heldBy(people.agent)
    const ctx = systemContext(app.services, shop.brandId)
    const kept = await atDesk(ctx, id, 'tickets.merge', async (desk) => snapshotOf(desk))
    await accuse(id, people.agent)
    await atDesk(ctx, id, 'tickets.merge', (desk) => restore(desk, kept, {}))
    const { assignee } = await ticketOf(id)
    expect(assignee).not.toBeNull()
    expect(assignee?.id).not.toBe(people.agent.id)
  })

  test('neither by escalation', async () => {
    const { id } = await open()
    await accuse(id, people.manager)
    for (const hours of [4, 12, 24, 48, 72]) {
      app.setNow(new Date(Date.parse(NOW) + hours * 3_600_000).toISOString())
      await app.sweep()
      expect((await ticketOf(id)).assignee?.id).not.toBe(people.manager.id)
    }
  })

  test('every deed that decides is refused, and none is offered', async () => {
    const { id } = await open()
    await accuse(id, people.manager)
    const as = app.as(people.manager)
    expect((await ticketOf(id, people.manager)).can.toSorted()).toEqual(['note', 'tag'])
    const triage = { kind: 'inquiry', categories: ['service.attitude'], severity: 1, impact: 1 }
    const answers = {
      close: await as.put(`/tickets/${id}/closure`, { note: '没事' }),
      propose: await as.put(`/tickets/${id}/proposal`, { text: '送您一杯。' }),
      accept: await as.put(`/tickets/${id}/acceptance`, {}),
      reopen: await as.delete(`/tickets/${id}/closure`, { reason: '再看看' }),
      setAside: await as.put(`/tickets/${id}/set-aside`, { reason: 'abuse' }),
      triage: await as.put(`/tickets/${id}/triage`, triage),
      assign: await as.put(`/tickets/${id}/assignment`, { assigneeId: people.agent.id }),
      take: await as.put(`/tickets/${id}/alarm`),
      investigate: await as.put(`/tickets/${id}/investigation`, { measure: '无' }),
      conclude: await as.put(`/tickets/${id}/investigation/conclusion`, {}),
      evidence: await as.post(`/tickets/${id}/evidence`, { kind: 'order', reference: 'A1' }),
      accuse: await as.put(`/tickets/${id}/accused`, { staffId: people.clerk.id }),
      unaccuse: await as.delete(`/tickets/${id}/accused`, { reason: '不是我' }),
      assess: await as.post(`/tickets/${id}/assessments`, {
        question: '要不要处分？',
        dueAt: '2026-03-04T00:00:00Z',
        accountableId: people.lead.id,
        invited: [{ team: 'quality', staffId: people.quality.id }],
      }),
    }
    const codes = Object.entries(answers).map(([deed, answer]) => [deed, answer.problem?.code])
    expect(codes).toEqual(Object.keys(answers).map((deed) => [deed, 'investigation.ownCase']))
    expect((await as.post(`/tickets/${id}/notes`, { text: '当时是我在吧台' })).status).toBe(200)
  })

  test('a joint assessment leaves the hands of whoever it turns out to be about', async () => {
    const { id } = await heldBy(people.agent)
    const opened = await app.as(people.lead).post<Assessment[]>(`/tickets/${id}/assessments`, {
      question: '责任在谁，怎么补救？',
      dueAt: '2026-03-04T00:00:00Z',
      accountableId: people.manager.id,
      invited: [
        { team: 'quality', staffId: people.quality.id },
        { team: 'shop', staffId: people.clerk.id },
      ],
    })
    const assessmentId = opened.body[0]!.id
    await accuse(id, people.manager)
    const [moved] = (await app.as(people.lead).get<Assessment[]>(`/tickets/${id}/assessments`)).body
    expect(moved?.accountable.id).toBe(people.agent.id)
    const path = `/tickets/${id}/assessments/${assessmentId}`
    const decided = await app.as(people.manager).put(`${path}/decision`, { text: '不处理' })
    expect(decided.problem.code).toBe('investigation.ownCase')
    await accuse(id, people.clerk)
    const opinion = await app.as(people.clerk).put(`${path}/opinion`, { stance: 'agree', text: '同意' })
    expect(opinion.problem.code).toBe('investigation.ownCase')
    await app.as(people.quality).put(`${path}/opinion`, { stance: 'conditional', text: '复训后再上岗' })
    const ready = await app.as(people.agent).put<Assessment[]>(`${path}/decision`, { text: '停岗复训两天' })
    expect(ready.body[0]).toMatchObject({ state: 'decided', earlyReason: '' })
  })
})
