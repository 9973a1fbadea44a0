import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerFile, CustomerRow } from '#contracts/customers/file'
import type { Ticket } from '#contracts/tickets'
import type { CustomerHistory } from '#contracts/tickets/customer-history'
import type { TicketLinks } from '#contracts/tickets/links'
import { proposeChange, rememberTrait } from '#domains/customers'
import { systemContext } from '#platform/context'
import type { Client } from '#test/client'
import { openWorld, type World } from '#test/wechat-world'

/** What the customers' room and the rooms above it do for one customer together (C1, C2, G1). */
let w: World
let agent: Client
let slug: string
beforeAll(async () => {
  w = await openWorld()
  agent = w.app.as(w.agent)
  const codes = await w.app
    .as(w.admin)
    .post<{ slug: string }[]>('/codes', { shopId: w.shop.id, place: 'counter', labels: ['收银台'] })
  slug = codes.body[0]!.slug
})
afterAll(() => w.close())

const ticketOf = async (words: string) => (await w.ticketsOf(words))[0] as unknown as Ticket
const fileOf = async (id: string, reader = agent) => (await reader.get<CustomerFile>(`/customers/${id}`)).body
const form = async (contact: string, content: string) => {
  const body = { submissionId: randomUUID(), content, contact, locale: 'zh-CN' }
  await w.app.anonymous.post(`/public/forms/${slug}/feedback`, body)
  await w.app.sweep()
  return ticketOf(content)
}
const follower = async (openid: string, words: string) => {
  await w.text(openid, words)
  await w.app.sweep()
  return ticketOf(words)
}

test('a follower has one file over all conversations, and it counts what was said', async () => {
  const first = await follower('oLin', '奶茶太甜了，喝不下去')
  await agent.put(`/tickets/${first.id}/closure`, { note: '已说明' })
  const second = await follower('oLin', '今天又太甜了')
  expect(second.id).not.toBe(first.id)
  expect(second.customer!.id).toBe(first.customer!.id)
  const file = await fileOf(first.customer!.id)
  expect(file.identities.map((i) => [i.kind, i.proof])).toEqual([['wechat_openid', 'channel']])
  expect(file.facts.tickets).toBe(2)
  const { body } = await agent.get<CustomerHistory>(`/customers/${file.id}/history`)
  expect(body.lines.map((line) => line.id)).toEqual([second.id, first.id])
})

test('a ticket that a person judges otherwise counts as that', async () => {
  const ticket = await form('13912340077', '少放了糖，下次注意')
  const before = (await fileOf(ticket.customer!.id)).facts
  const kind = ticket.kind === 'complaint' ? 'suggestion' : 'complaint'
  await agent.put(`/tickets/${ticket.id}/triage`, {
    kind,
    categories: ticket.triage.categories.map((c) => c.key),
    severity: 1,
    impact: 1,
    reason: '顾客说的是建议',
  })
  await w.app.sweep()
  const after = (await fileOf(ticket.customer!.id)).facts
  expect(after.tickets).toBe(before.tickets)
  expect(after.complaints).toBe(before.complaints + (kind === 'complaint' ? 1 : -1))
})

test('files that are merged are one customer to every reader of tickets, and two again afterwards', async () => {
  const one = await form('13811110000', '等了四十分钟，没人理')
  const other = await form('13922220000', '杯盖是漏的，洒了一身')
  const [oneId, otherId] = [one.customer!.id, other.customer!.id]
  const merged = await agent.put<{ mergeId: string }>(`/customers/${oneId}/merged/${otherId}`, {
    reason: '电话里确认过',
  })
  const read = async () => (await agent.get<Ticket>(`/tickets/${other.id}`)).body
  const links = async () => (await agent.get<TicketLinks>(`/tickets/${other.id}/links`)).body
  expect((await read()).customer).toMatchObject({ id: oneId, tickets: 2 })
  expect((await read()).otherTickets.map((t) => t.id)).toEqual([one.id])
  expect((await links()).sameCustomer.map((t) => [t.id, t.here])).toEqual([[one.id, 'yes']])
  // What comes to the other's number goes to the other's file, and is shown in the head's.
  const later = await form('13922220000', '还是漏的')
  expect((await fileOf(oneId)).facts.tickets).toBe(3)
  await agent.put(`/customer-merges/${merged.body.mergeId}/undoing`, { reason: '是姐妹' })
  expect((await read()).customer!.id).toBe(otherId)
  expect((await links()).sameCustomer.map((t) => t.id)).toEqual([later.id])
  expect([(await fileOf(oneId)).facts.tickets, (await fileOf(otherId)).facts.tickets]).toEqual([1, 2])
})

test('a taboo is told wherever the customer is, also of a merged file', async () => {
  const one = await form('13811110001', '上次的奶茶有花生碎')
  const other = await form('13922220001', '请别放花生')
  const ctx = systemContext(w.app.services, w.shop.brandId)
  await ctx.transaction((tx) =>
    rememberTrait(tx, ctx, other.customer!.id, { kind: 'allergy', value: '花生', source: 'order' }),
  )
  await agent.put(`/customers/${one.customer!.id}/merged/${other.customer!.id}`, { reason: '同一个人' })
  const shown = (await agent.get<Ticket>(`/tickets/${one.id}`)).body.customer
  expect(shown!.taboos).toEqual([{ kind: 'allergy', value: '花生' }])
})

test('a rider’s new address waits for a colleague, then it is the customer’s; the history says who and why', async () => {
  const { customer } = await form('13811110002', '外卖送错了楼')
  const ctx = systemContext(w.app.services, w.shop.brandId)
  await ctx.transaction((tx) =>
    proposeChange(tx, ctx, {
      customerId: customer!.id,
      field: 'address',
      after: '杭州市西湖区文三路 90 号 3 幢',
      reason: '顾客当面说搬家了',
      source: 'rider',
    }),
  )
  const before = await fileOf(customer!.id)
  expect([before.addresses, before.proposals[0]!.after]).toEqual([[], '杭州市西湖区'])
  const path = `/customers/${customer!.id}/proposals/${before.proposals[0]!.id}/decision`
  const after = await agent.put<CustomerFile>(path, { decision: 'confirm' })
  expect([after.body.addresses.map((a) => a.area), after.body.proposals]).toEqual([['杭州市西湖区'], []])
  expect((await agent.put(path, { decision: 'confirm' })).problem.code).toBe('customers.decided')
  const { body } = await agent.get<{ changes: { state: string; reason: string; decidedBy: string }[] }>(
    `/customers/${customer!.id}/changes`,
  )
  expect(body.changes[0]).toMatchObject({
    state: 'confirmed',
    reason: '顾客当面说搬家了',
    decidedBy: expect.stringMatching(/./),
  })
})

test('whole numbers find a file only for whoever may reveal it, the last four digits for all who read', async () => {
  const { customer } = await form('13811119876', '找一下我的单子')
  const manager = w.app.as(await w.app.make.staff({ role: 'shop_manager', shop: w.shop }))
  const clerk = w.app.as(await w.app.make.staff({ role: 'shop_staff', shop: w.shop }))
  const elsewhere = w.app.as(await w.app.make.staff({ role: 'shop_staff', shop: await w.app.make.shop() }))
  const found = async (reader: Client, q: string) =>
    (await reader.get<{ rows: CustomerRow[] }>(`/customers?q=${encodeURIComponent(q)}`)).body.rows.map(
      (r) => r.id,
    )
  expect(await found(manager, '138 1111 9876')).toEqual([customer!.id])
  expect(await found(clerk, '13811119876')).toEqual([])
  expect(await found(clerk, '9876')).toEqual([customer!.id])
  expect(await found(elsewhere, '9876')).toEqual([])
  expect((await clerk.get(`/customers/${customer!.id}`)).text).not.toContain('13811119876')
})

test('looking at a file in the clear needs a reason, and leaves it in the audit trail', async () => {
  const { customer } = await form('13811113333', '请回电')
  expect((await agent.post(`/customers/${customer!.id}/reveal`, { reason: '' })).status).toBe(400)
  const shown = await agent.post<{ identities: { value: string }[] }>(`/customers/${customer!.id}/reveal`, {
    reason: '回电处理',
  })
  expect(shown.body.identities[0]!.value).toBe('13811113333')
  const trail = await w.app
    .as(w.admin)
    .get<{ entries: { action: string; data: { reason?: string } }[] }>('/audit?action=customers.reveal')
  expect(trail.body.entries[0]).toMatchObject({ action: 'customers.reveal', data: { reason: '回电处理' } })
})
