import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { ApprovalView, CompensationDesk } from '#contracts/tickets/compensation'
import type { TodoPage } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import { type CompensationWorld, openCompensationWorld } from '#test/compensation-world'

const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let world: CompensationWorld

beforeAll(async () => {
  app = await startApp({ now: NOON })
  world = await openCompensationWorld(app)
})
afterAll(() => app.close())

let phones = 0
const contact = () => {
  phones += 1
  return `139${String(phones).padStart(8, '0')}`
}
const factsOf = async (id: string) =>
  (await app.as(world.people.lead).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
    .filter((e) => e.fact.startsWith('compensation'))
    .map((e) => e.fact)

describe('within the own limit', () => {
  test('it is issued at once: the customer has the coupon, the month has it in its books', async () => {
    const { people, propose, told, used } = world
    const before = await used()
    const ticket = await world.ticket('等了半个多小时', { contact: contact() })
    const answer = await propose(ticket.id, people.agent, { kind: 'coupon', amountMinor: 1_500 })
    expect(answer.status, answer.text).toBe(200)
    const [given] = answer.body.list
    expect(given).toMatchObject({
      state: 'issued',
      steps: [],
      amountMinor: 1_500,
      proposedBy: { name: people.agent.name },
    })
    expect(given?.code).toMatch(/^[2-9A-Z]{10}$/)
    const messages = await told(ticket)
    expect(messages.at(-1)).toContain('¥15 优惠券')
    expect(messages.at(-1)).toContain(given?.code)
    expect(messages.at(-1)).toContain('2026年5月1日前有效')
    expect(await used()).toBe(before + 1_500)
    expect(await factsOf(ticket.id)).toEqual(['compensation_proposed', 'compensation_issued'])
    const { clocks } = (await app.as(people.lead).get<z.infer<typeof Ticket>>(`/tickets/${ticket.id}`)).body
    expect(clocks.find((c) => c.metric === 'respond')?.state).toBe('met')
  })

  test('the same proposal sent twice gives once', async () => {
    const { people, propose, told } = world
    const ticket = await world.ticket()
    const id = randomUUID()
    await propose(ticket.id, people.agent, { id })
    const again = await propose(ticket.id, people.agent, { id })
    expect(again.status).toBe(200)
    expect(again.body.list).toHaveLength(1)
    expect((await told(ticket)).filter((m) => m.includes('退款'))).toHaveLength(1)
    const other = await world.ticket()
    expect((await propose(other.id, people.agent, { id })).problem.code).toBe('compensation.idTaken')
  })

  test('splitting an amount does not pass under the limit', async () => {
    const { people, propose } = world
    const ticket = await world.ticket()
    await propose(ticket.id, people.agent, { amountMinor: 4_000 })
    const second = await propose(ticket.id, people.agent, { amountMinor: 2_000 })
    expect(second.body.list.map((c) => [c.amountMinor, c.state])).toEqual(
      expect.arrayContaining([
        [4_000, 'issued'],
        [2_000, 'waiting'],
      ]),
    )
  })
})

describe('what the policy says', () => {
  test('the suggestion has its reason, and one press takes it', async () => {
    const { people, desk, propose } = world
    const ticket = await world.ticket('珍珠奶茶做成了椰果奶茶，做错了', { contact: contact() })
    const { suggestion, alternatives } = await desk(ticket.id, people.agent)
    expect(suggestion).toMatchObject({
      kind: 'replacement',
      item: '同款饮品一杯',
      because: { category: expect.stringContaining('做错饮品') },
    })
    expect(alternatives.length).toBeGreaterThan(0)
    const { key, kind, amountMinor } = suggestion!
    const answer = await propose(ticket.id, people.agent, { offer: key, kind, amountMinor, reason: '' })
    expect(answer.body.list[0]).toMatchObject({ state: 'issued', offerName: '做错漏做 · 重做', warnings: [] })
    expect(answer.body.list[0]?.reason).toContain('没按单做')
  })

  test('what the customer is worth changes it, and who said so is written down', async () => {
    const { people, desk } = world
    const ticket = await world.ticket('珍珠奶茶做成了椰果奶茶，做错了', { contact: contact() })
    const answer = await app
      .as(people.agent)
      .put<z.infer<typeof Ticket>>(`/tickets/${ticket.id}/customer-value`, { value: 'vip' })
    expect(answer.body.customer?.value).toBe('vip')
    expect((await desk(ticket.id, people.agent)).suggestion).toMatchObject({
      key: 'made_wrong_vip',
      because: { customer: 'vip' },
    })
    const trail = await app
      .as(people.admin)
      .get<{ entries: { action: string }[] }>('/audit?action=tickets.valueCustomer')
    expect(trail.body.entries).toHaveLength(1)
  })

  test('an amount of one’s own needs a reason, and says that it is above the policy', async () => {
    const { people, propose } = world
    const ticket = await world.ticket()
    expect((await propose(ticket.id, people.agent, { reason: '' })).problem.code).toBe(
      'compensation.reasonMissing',
    )
    const answer = await propose(ticket.id, people.agent, { amountMinor: 4_500 })
    expect(answer.body.list[0]?.warnings).toEqual([{ kind: 'above_policy', offeredMinor: 800 }])
  })

  test.each([
    [{ amountMinor: 0 }, 'amountMissing'],
    [{ kind: 'gift' as const }, 'itemMissing'],
    [{ kind: 'points' as const, points: 300 }, 'customerUnknown'],
  ])('%j is refused with compensation.%s', async (wish, code) => {
    const ticket = await world.ticket()
    expect((await world.propose(ticket.id, world.people.agent, wish)).problem.code).toBe(
      `compensation.${code}`,
    )
  })
})

describe('beyond the limit', () => {
  test('every step is asked in its order; only the last yes gives, and only then the customer hears', async () => {
    const { people, propose, decide, asked, told, desk } = world
    const ticket = await world.ticket()
    const proposed = await propose(ticket.id, people.agent, { kind: 'coupon', amountMinor: 40_000 })
    expect(proposed.body.list[0]?.steps.map((s) => [s.role, s.state, s.approver?.name])).toEqual([
      ['shop_manager', 'asked', '王店长'],
      ['region_manager', 'todo', undefined],
    ])
    const { todos } = (await app.as(people.manager).get<z.infer<typeof TodoPage>>('/todos')).body
    const todo = todos.find((t) => t.ticketId === ticket.id)
    const first = (await asked(ticket.id))!
    expect(todo).toMatchObject({ kind: 'approval', aboutId: first.id, title: '审批补偿：¥400 优惠券一张' })
    expect((await decide(first.id, people.region)).problem.code).toBe('compensation.notYours')
    const view = await decide(first.id, people.manager, 'approve', '属实')
    expect((view.body as ApprovalView).approval).toMatchObject({ state: 'approved', note: '属实' })
    const before = await told(ticket)
    expect(before.join()).not.toContain('优惠券')
    await decide((await asked(ticket.id))!.id, people.region)
    const [given] = (await desk(ticket.id)).list
    expect(given?.state).toBe('issued')
    expect((await told(ticket)).at(-1)).toContain(given?.code)
    expect((await decide(first.id, people.manager)).status).toBe(200)
    expect((await told(ticket)).length).toBe(before.length + 1)
    expect(await world.noticesOf(people.agent, ticket.id)).toContain('approval_decided')
  })

  test('the stretches tell before it is sent who will be asked', async () => {
    const { people, desk } = world
    const ticket = await world.ticket()
    const { paths, limitMinor } = await desk(ticket.id, people.agent)
    expect(limitMinor).toBe(5_000)
    expect(paths.slice(0, 2).map((p) => [p.upToMinor, p.steps.map((s) => s.approver?.name)])).toEqual([
      [5_000, []],
      [30_000, ['王店长']],
    ])
    expect(paths[2]?.steps.map((s) => s.approver?.name)).toEqual(['王店长', '周区经'])
  })

  test('a no needs its reason, ends it, and gives the month its money back', async () => {
    const { people, propose, decide, asked, used, desk, told } = world
    const before = await used()
    const ticket = await world.ticket()
    await propose(ticket.id, people.agent, { amountMinor: 40_000 })
    expect(await used()).toBe(before + 40_000)
    const step = (await asked(ticket.id))!
    expect((await decide(step.id, people.manager, 'reject')).problem.code).toBe('compensation.noteMissing')
    await decide(step.id, people.manager, 'reject', '先重做一杯再说')
    const [row] = (await desk(ticket.id)).list
    expect(row).toMatchObject({
      state: 'rejected',
      steps: [{ state: 'rejected', note: '先重做一杯再说' }, { state: 'skipped' }],
    })
    expect(await used()).toBe(before)
    expect((await decide(step.id, people.manager)).problem.code).toBe('compensation.alreadyDecided')
    expect((await told(ticket)).join()).not.toContain('退款')
  })

  test('what waits can be taken back, with its task and its money; what is given cannot', async () => {
    const { people, propose, used, asked } = world
    const before = await used()
    const ticket = await world.ticket()
    const { body } = await propose(ticket.id, people.agent, { amountMinor: 9_000 })
    const path = `/tickets/${ticket.id}/compensation/${body.list[0]!.id}`
    const cancelled = await app.as(people.agent).delete<CompensationDesk>(path)
    expect(cancelled.body.list[0]?.state).toBe('cancelled')
    expect([await used(), await asked(ticket.id)]).toEqual([before, null])
    const todos = (await app.as(people.manager).get<z.infer<typeof TodoPage>>('/todos')).body.todos
    expect(todos.filter((t) => t.ticketId === ticket.id)).toEqual([])
    const id = randomUUID()
    await propose(ticket.id, people.agent, { id })
    const late = await app.as(people.agent).delete(`/tickets/${ticket.id}/compensation/${id}`)
    expect(late.problem.code).toBe('compensation.notWaiting')
  })

  test('a full month asks for the role of the policy, also within the own limit', async () => {
    const shop = await app.make.shop({ brand: world.brand })
    const { people, propose, desk } = world
    const big = await world.ticket('等了半个多小时', {}, shop)
    await app.services.db.inBrand(shop.brandId, (tx) =>
      tx
        .insertInto('tickets.budget')
        .values({
          brand_id: shop.brandId,
          shop_id: shop.id,
          month: '2026-03-01' as never,
          used_minor: 299_000,
        })
        .execute(),
    )
    const { body } = await propose(big.id, people.agent)
    expect(body.list[0]).toMatchObject({
      state: 'waiting',
      steps: [{ role: 'region_manager', why: 'budget' }],
      warnings: [{ kind: 'above_policy' }, { kind: 'over_budget', limitMinor: 300_000, usedMinor: 299_000 }],
    })
    expect((await desk(big.id, people.agent)).budget).toEqual({
      month: '2026-03-01',
      limitMinor: 300_000,
      usedMinor: 301_000,
    })
  })
})

describe('nobody decides in the own matter', () => {
  test('what a manager proposes beyond the own limit goes past them, up the chain', async () => {
    const { people, propose, asked, decide } = world
    const ticket = await world.ticket()
    await propose(ticket.id, people.manager, { amountMinor: 15_000 })
    const step = (await asked(ticket.id))!
    expect(step.approver?.name).toBe(people.lead.name)
    expect((await decide(step.id, people.manager)).problem.code).toBe('compensation.ownProposal')
  })

  test('whoever is complained about neither proposes nor approves', async () => {
    const { people, propose, asked, desk } = world
    const ticket = await world.ticket()
    await app.services.db.inBrand(world.shop.brandId, (tx) =>
      tx
        .updateTable('tickets.ticket')
        .set({ accused_id: people.manager.id })
        .where('id', '=', ticket.id)
        .execute(),
    )
    expect((await propose(ticket.id, people.manager)).problem.code).toBe('investigation.ownCase')
    expect((await desk(ticket.id, people.manager)).mayPropose).toBe(false)
    await propose(ticket.id, people.agent, { amountMinor: 9_000 })
    expect((await asked(ticket.id))?.approver?.name).toBe(people.lead.name)
  })
})

describe('paying twice', () => {
  test('the same customer on another ticket is warned of, loudly, until confirmed; approvers see it', async () => {
    const { people, propose, desk } = world
    const phone = contact()
    const first = await world.ticket('等了半个多小时', { contact: phone })
    await propose(first.id, people.agent)
    const second = await world.ticket('这次又送错了', { contact: phone })
    expect((await desk(second.id, people.agent)).earlier).toMatchObject([
      { number: first.number, amountMinor: 2_000, same: 'customer', ticketId: first.id },
    ])
    const refused = await propose(second.id, people.agent, { amountMinor: 9_000 })
    expect([refused.status, refused.problem.code]).toEqual([409, 'compensation.maybeDouble'])
    expect(refused.problem.data?.earlier).toMatchObject([{ number: first.number, amountMinor: 2_000 }])
    const meant = await propose(second.id, people.agent, { amountMinor: 9_000, confirmed: true })
    expect(meant.body.list[0]?.warnings[0]).toMatchObject({
      kind: 'double',
      earlier: [{ number: first.number }],
    })
  })

  test('the same order elsewhere shows amount and date, and nothing of a ticket out of reach', async () => {
    const other = await app.make.shop({ brand: world.brand })
    const manager = await app.make.staff({ role: 'shop_manager', shop: other })
    const { people, propose, desk } = world
    const first = await world.ticket('洒了一袋子，另有内情', { orderNumber: 'mt 2026-77' })
    await propose(first.id, people.agent, { amountMinor: 2_600 })
    const second = await world.ticket('洒了', { orderNumber: 'MT2026-77' }, other)
    const { earlier } = await desk(second.id, manager)
    expect(earlier).toMatchObject([{ amountMinor: 2_600, same: 'order', ticketId: null, title: '' }])
    expect(JSON.stringify(earlier)).not.toContain(first.id)
  })

  test('what was rejected, or lies further back than the policy says, is no double', async () => {
    const { people, propose, desk, decide, asked } = world
    const phone = contact()
    const rejected = await world.ticket('等了半个多小时', { contact: phone })
    await propose(rejected.id, people.agent, { amountMinor: 9_000 })
    await decide((await asked(rejected.id))!.id, people.manager, 'reject', '不属实')
    const ticket = await world.ticket('又等了半个多小时', { contact: phone })
    expect((await desk(ticket.id, people.agent)).earlier).toEqual([])
  })

  test('two agents at the same moment: one of them is warned', async () => {
    const { people, propose } = world
    const phone = contact()
    const tickets = [
      await world.ticket('等了半个多小时', { contact: phone }),
      await world.ticket('店员说话冲', { contact: phone }),
    ]
    const answers = await Promise.all(tickets.map((t) => propose(t.id, people.agent)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
  })
})
