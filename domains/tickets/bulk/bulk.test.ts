import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import type { Bulk, BulkDeed, BulkTickets } from '#contracts/tickets/inbox'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { copyTicket, sendFeedback } from '#test/many-tickets'

let app: TestApp
let shop: MadeShop
let beside: MadeShop
let people: Record<'agent' | 'other' | 'lead' | 'manager' | 'rider' | 'absent', MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  beside = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent', name: '沈知夏' }),
    other: await app.make.staff({ role: 'agent', name: '贺子轩' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    rider: await app.make.staff({ role: 'rider', shop }),
    absent: await app.make.staff({ role: 'agent', onDuty: false, name: '乔安' }),
  }
})
afterAll(() => app.close())

const some = async (count: number, at = shop) => {
  const first = await sendFeedback(app, at, `等了半个小时 ${randomUUID().slice(0, 6)}`)
  return [first, ...(await copyTicket(app, at.brandId, first, count - 1))]
}
const start = (who: MadeStaff, deed: BulkDeed, tickets: z.infer<typeof BulkTickets>, id = randomUUID()) =>
  app.as(who).post<Bulk>('/bulks', { id, deed, tickets })
const ids = (list: string[]) => ({ by: 'ids' as const, ids: list })
const done = async (who: MadeStaff, id: string) => {
  await app.sweep()
  return (await app.as(who).get<Bulk>(`/bulks/${id}`)).body
}
const undo = async (who: MadeStaff, id: string) => {
  await app.as(who).put(`/bulks/${id}/undo`)
  return done(who, id)
}
const read = async (id: string) =>
  (await app.as(people.lead).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
const told = async (id: string, fact: string) => {
  const { rows } = await app.services.db.inBrand(shop.brandId, async (tx) => ({
    rows: await tx
      .selectFrom('tickets.entry')
      .selectAll()
      .where('ticket_id', '=', id)
      .where('fact', '=', fact)
      .execute(),
  }))
  return rows
}

test('thirty tickets are closed with one word, each told and audited on its own, and given back by one undo', async () => {
  const list = await some(30)
  const before = await read(list[4]!)
  const made = await start(people.lead, { kind: 'close', note: '顾客都已回电致歉' }, ids(list))
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({ state: 'running', total: 30, todo: 30, canUndo: true })
  const bulk = await done(people.lead, made.body.id)
  expect(bulk).toMatchObject({ state: 'done', done: 30, failed: 0, todo: 0 })
  expect((await read(list[4]!)).status).toBe('closed')
  const undone = await undo(people.lead, made.body.id)
  expect(undone).toMatchObject({ state: 'undone', undone: 30, left: 0, canUndo: false })
  const after = await read(list[4]!)
  expect(after.status).toBe(before.status)
  expect(after.clock).toEqual(before.clock)
  expect(after.assignee).toEqual(before.assignee)
  expect(await told(list[4]!, 'restored')).toHaveLength(1)
})

test('tags are added and taken, and undone exactly', async () => {
  const list = await some(4)
  await app.as(people.lead).put(`/tickets/${list[1]}/tags`, { tags: ['老客'] })
  const made = await start(people.agent, { kind: 'tag', add: ['加急'], remove: ['老客'] }, ids(list))
  await done(people.agent, made.body.id)
  expect((await read(list[1]!)).tags).toEqual(['加急'])
  await undo(people.agent, made.body.id)
  expect((await read(list[1]!)).tags).toEqual(['老客'])
  expect((await read(list[0]!)).tags).toEqual([])
})

test('tickets go to one person, or to whoever the matrix says; whoever is absent gets none', async () => {
  const list = await some(3)
  const to = await start(people.lead, { kind: 'assign', to: people.other.id, note: '集中处理' }, ids(list))
  expect(await done(people.lead, to.body.id)).toMatchObject({ done: 3, toName: '贺子轩' })
  expect((await read(list[2]!)).assignee?.id).toBe(people.other.id)
  const auto = await start(people.lead, { kind: 'assign', to: 'auto', note: '' }, ids(list))
  expect(await done(people.lead, auto.body.id)).toMatchObject({ done: 3, failed: 0 })
  const absent = await start(people.lead, { kind: 'assign', to: people.absent.id, note: '' }, ids(list))
  expect(absent.problem).toMatchObject({ code: 'tickets.assigneeAbsent', status: 422 })
})

test('what somebody has changed since is left as it is, and listed', async () => {
  const list = await some(3)
  const made = await start(people.lead, { kind: 'set_aside', reason: 'test' }, ids(list))
  await done(people.lead, made.body.id)
  await app.as(people.lead).delete(`/tickets/${list[0]}/set-aside`)
  const undone = await undo(people.lead, made.body.id)
  expect(undone).toMatchObject({ state: 'undone', undone: 2, left: 1 })
  expect(undone.problems).toEqual([
    expect.objectContaining({ ticketId: list[0], reason: expect.stringContaining('有人动过') }),
  ])
})

test('what cannot be done is listed with the reason, and the rest is done', async () => {
  const list = await some(3)
  await app.as(people.lead).put(`/tickets/${list[0]}/closure`, { note: '已经处理好了' })
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.updateTable('tickets.ticket').set({ accused_id: people.lead.id }).where('id', '=', list[1]!).execute(),
  )
  const made = await start(people.lead, { kind: 'close', note: '一起关掉' }, ids(list))
  const bulk = await done(people.lead, made.body.id)
  expect(bulk).toMatchObject({ done: 1, failed: 2, state: 'done' })
  expect(bulk.problems.map((p) => p.reason).join()).toMatch(/状态刚刚变了/)
  expect((await read(list[1]!)).status).not.toBe('closed')
})

test('nobody reaches further by a bulk deed: neither by ids nor by a filter', async () => {
  const [mine, theirs] = [await some(2), await some(2, beside)]
  const byIds = await start(
    people.manager,
    { kind: 'tag', add: ['本店'], remove: [] },
    ids([...mine, ...theirs]),
  )
  expect(byIds.body.total).toBe(2)
  const filter = {
    view: 'every' as const,
    conditions: [{ field: 'shop' as const, op: 'is' as const, values: [beside.id] }],
  }
  const byFilter = await start(
    people.manager,
    { kind: 'tag', add: ['越界'], remove: [] },
    { by: 'filter', filter },
  )
  expect(byFilter.problem.code).toBe('inbox.nothingChosen')
  await done(people.manager, byIds.body.id)
  expect((await read(theirs[0]!)).tags).toEqual([])
  expect((await app.as(people.rider).post('/bulks', {})).status).toBe(403)
})

test('a deed that the role may not do alone, it may not do with many', async () => {
  const quality = await app.make.staff({ role: 'quality' })
  const list = await some(1)
  const made = await start(quality, { kind: 'set_aside', reason: 'spam' }, ids(list))
  expect(made.problem).toMatchObject({ code: 'inbox.deedNotAllowed', status: 403 })
})

test('a filter is done for everything it finds, and the same request again does it once', async () => {
  const list = await some(12)
  const tag = `批次${list[0]!.slice(0, 6)}`
  await start(people.lead, { kind: 'tag', add: [tag], remove: [] }, ids(list)).then((r) =>
    done(people.lead, r.body.id),
  )
  const tickets = {
    by: 'filter' as const,
    filter: {
      view: 'all' as const,
      conditions: [{ field: 'tag' as const, op: 'is' as const, values: [tag] }],
    },
  }
  const id = randomUUID()
  const [first, again] = await Promise.all([
    start(people.lead, { kind: 'close', note: '批量关闭' }, tickets, id),
    start(people.lead, { kind: 'close', note: '批量关闭' }, tickets, id).catch(() => null),
  ])
  expect([first.status, again?.status]).toContain(201)
  const third = await start(people.lead, { kind: 'close', note: '批量关闭' }, tickets, id)
  expect(third.body.id).toBe(id)
  expect(await done(people.lead, id)).toMatchObject({ total: 12, done: 12 })
})

test("another's deed is not found", async () => {
  const made = await start(people.lead, { kind: 'tag', add: ['x'], remove: [] }, ids(await some(1)))
  expect((await app.as(people.agent).get(`/bulks/${made.body.id}`)).problem.code).toBe('inbox.bulkNotFound')
  expect((await app.as(people.agent).put(`/bulks/${made.body.id}/undo`)).status).toBe(404)
})

test('undone while it is on its way, it stops and gives back what was done', async () => {
  const list = await some(6)
  const made = await start(people.lead, { kind: 'tag', add: ['半途'], remove: [] }, ids(list))
  const stopped = await undo(people.lead, made.body.id)
  expect(stopped).toMatchObject({ state: 'undone', todo: 0, done: 0 })
  expect(stopped.failed + stopped.undone).toBe(6)
  expect((await read(list[5]!)).tags).toEqual([])
})

test('after a day it can no longer be undone', async () => {
  const made = await start(people.lead, { kind: 'tag', add: ['昨天'], remove: [] }, ids(await some(1)))
  await done(people.lead, made.body.id)
  app.setNow('2026-03-03T12:30+08:00')
  expect((await app.as(people.lead).put(`/bulks/${made.body.id}/undo`)).problem.code).toBe(
    'inbox.undoTooLate',
  )
  app.setNow('2026-03-02T12:00+08:00')
})

test('whoever is locked out does nothing more', async () => {
  const leaver = await app.make.staff({ role: 'lead' })
  const made = await start(leaver, { kind: 'tag', add: ['离职'], remove: [] }, ids(await some(2)))
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.updateTable('people.staff').set({ state: 'locked' }).where('id', '=', leaver.id).execute(),
  )
  await app.sweep()
  const items = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.bulk_item').select('state').where('bulk_id', '=', made.body.id).execute(),
  )
  expect(items.map((item) => item.state)).toEqual(['failed', 'failed'])
})
