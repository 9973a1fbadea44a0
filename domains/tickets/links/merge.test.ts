import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { EntryPage, Progress, Ticket } from '#contracts/tickets'
import type { Home } from '#contracts/tickets/home'
import type { LinkedTicket, TicketLinks } from '#contracts/tickets/links'
import type { Todo, TodoPage } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { anyIp } from '#test/permission-records'
import { uploaded } from '#test/told'

type TicketView = z.infer<typeof Ticket>
type Told = { id: string; number: string; token: string }

let app: TestApp
let shop: MadeShop
let elsewhere: MadeShop
let people: Record<'agent' | 'lead' | 'manager' | 'quality' | 'other', MadeStaff>
let slug: string
const NOON = '2026-03-02T12:00+08:00'

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  elsewhere = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    quality: await app.make.staff({ role: 'quality' }),
    other: await app.make.staff({ role: 'shop_manager', shop: elsewhere }),
  }
  slug = await codeOf(people.manager, shop)
})
afterAll(() => app.close())

const slugs = new Map<string, string>()

async function codeOf(who: MadeStaff, at: MadeShop): Promise<string> {
  const known = slugs.get(at.id)
  if (known) return known
  const codes = await app.as(who).post('/codes', { shopId: at.id, place: 'table', labels: ['A07'] })
  const made = (codes.body as { slug: string }[])[0]!.slug
  slugs.set(at.id, made)
  return made
}

let phones = 13_800_100_000
const newPhone = () => {
  phones += 1
  return String(phones)
}

async function send(content: string, more: Record<string, unknown> = {}, code = slug): Promise<Told> {
  const res = await app.anonymous.post<Receipt>(
    `/public/forms/${code}/feedback`,
    { submissionId: uuidv4(), content, mood: 'bad', locale: 'zh-CN', ...more },
    { ip: anyIp() },
  )
  expect(res.status, res.text).toBe(201)
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(res.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return { id: row.id, number: res.body.number, token: res.body.progress.slice(3) }
}

/** Two tickets of one customer. */
async function twins(first = '三分糖做成了全糖', second = '刚才那杯太甜，也没人理我'): Promise<[Told, Told]> {
  const contact = newPhone()
  return [await send(first, { contact }), await send(second, { contact })]
}

const read = async (id: string, who = people.lead) =>
  (await app.as(who).get<TicketView>(`/tickets/${id}`)).body
const links = async (id: string, who = people.lead) =>
  (await app.as(who).get<TicketLinks>(`/tickets/${id}/links`)).body
const entries = async (id: string, who = people.lead) =>
  (await app.as(who).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const progress = async (token: string) =>
  (await app.anonymous.get<Progress>(`/public/progress/${token}`)).body
const merge = (source: Told, target: Told, more: Record<string, unknown> = {}, who = people.lead) =>
  app.as(who).put<TicketView>(`/tickets/${source.id}/merge`, { targetId: target.id, ...more })
const split = (source: Told, who = people.lead) =>
  app.as(who).delete<TicketView>(`/tickets/${source.id}/merge`, {})

describe('merging by hand', () => {
  test('the same customer’s other open ticket is suggested first, and one press merges it', async () => {
    const [a, b] = await twins()
    const found = await links(b.id)
    expect(found.sameCustomer.map((t) => [t.number, t.here])).toEqual([[a.number, 'yes']])
    const merged = await merge(a, b, { reason: '同一杯说了两次' })
    expect(merged.body).toMatchObject({ status: 'merged', mergedInto: { id: b.id, number: b.number } })
    expect(merged.body.can).not.toContain('reply')
    expect(merged.body.clocks.filter((c) => ['active', 'paused', 'breached'].includes(c.state))).toEqual([])
    const after = await links(b.id)
    expect(after.sameCustomer).toEqual([])
    expect(after.merged).toMatchObject([{ number: a.number, reason: '同一杯说了两次', by: people.lead.name }])
    expect((await links(a.id)).mergedInto).toMatchObject({ number: b.number })
  })

  test('the target’s timeline shows what was said in the source, and where it comes from', async () => {
    const [a, b] = await twins('少了一份椰果', '椰果还是没有')
    await app.as(people.lead).post(`/tickets/${a.id}/notes`, { text: '收银说漏了' })
    await merge(a, b)
    const said = await entries(b.id)
    expect(said.find((e) => e.text === '少了一份椰果')).toMatchObject({
      from: { id: a.id, number: a.number },
    })
    expect(said.find((e) => e.text === '收银说漏了')?.from?.number).toBe(a.number)
    expect(said.find((e) => e.text === '椰果还是没有')?.from).toBeNull()
    expect(said.find((e) => e.fact === 'merged_from')).toMatchObject({ data: { number: a.number } })
    expect((await entries(a.id)).find((e) => e.fact === 'merged_into')?.data.number).toBe(b.number)
  })

  test('the customer’s link of the source opens the target, and what is written there lands on it', async () => {
    const [a, b] = await twins('珍珠是硬的', '珍珠还是硬的，给个说法')
    await merge(a, b)
    const page = await progress(a.token)
    expect(page).toMatchObject({ number: b.number, alsoNumbers: [a.number] })
    expect(page.messages.map((m) => m.text)).toEqual(['珍珠是硬的', '珍珠还是硬的，给个说法'])
    await app.anonymous.post(`/public/progress/${a.token}/messages`, {
      messageId: uuidv4(),
      text: '我还在等',
    })
    expect((await entries(b.id)).find((e) => e.text === '我还在等')).toMatchObject({ from: null })
    expect((await progress(b.token)).messages.map((m) => m.text)).toContain('我还在等')
    await split(a)
    expect((await progress(a.token)).messages.map((m) => m.text)).toEqual(['珍珠是硬的'])
    expect((await progress(a.token)).number).toBe(a.number)
  })

  test('photos of the source are shown to readers of the target, staff and customer, and to nobody else', async () => {
    const contact = newPhone()
    const a = await send('杯底有黑点', { contact })
    const photo = await uploaded(app, people.lead)
    await app.as(people.lead).post(`/tickets/${a.id}/replies`, { text: '是这样的黑点吗？', photos: [photo] })
    const b = await send('黑点那杯我还留着', { contact }, await codeOf(people.other, elsewhere))
    expect((await app.as(people.other).get(`/attachments/${photo}`)).status).toBe(404)
    expect((await app.anonymous.get(`/public/progress/${b.token}/photos/${photo}`)).status).toBe(404)
    await merge(a, b)
    expect((await app.as(people.other).get(`/attachments/${photo}`)).status).toBe(200)
    expect((await app.anonymous.get(`/public/progress/${b.token}/photos/${photo}`)).status).toBe(200)
    const stranger = await send('一句好话', { mood: 'good' })
    expect((await app.anonymous.get(`/public/progress/${stranger.token}/photos/${photo}`)).status).toBe(404)
    await split(a)
    expect((await app.as(people.other).get(`/attachments/${photo}`)).status).toBe(404)
  })

  test('open tasks go along, their owners can read the target, and the split brings them back', async () => {
    const [a, b] = await twins('外卖洒了一半', '洒的那单什么时候处理')
    const clerk = await app.make.staff({ role: 'shop_staff', shop })
    const given = await app.as(people.lead).post<Todo>(`/tickets/${a.id}/tasks`, {
      title: '问一下骑手当时的情况',
      ownerId: clerk.id,
      dueAt: '2026-03-03T04:00:00Z',
    })
    expect(given.status, given.text).toBeLessThan(300)
    const todo = async () =>
      (await app.as(clerk).get<z.infer<typeof TodoPage>>('/todos')).body.todos.map((t) => t.ticket.number)
    await merge(a, b)
    expect([(await read(a.id)).openTasks, (await read(b.id)).openTasks]).toEqual([0, 1])
    expect(await todo()).toEqual([b.number])
    expect((await app.as(clerk).get(`/tickets/${b.id}`)).status).toBe(200)
    await split(a)
    expect([(await read(a.id)).openTasks, (await read(b.id)).openTasks]).toEqual([1, 0])
    expect(await todo()).toEqual([a.number])
    expect((await app.as(clerk).get(`/tickets/${b.id}`)).status).toBe(404)
  })
})

describe('what is refused, with the reason', () => {
  test('two known different customers', async () => {
    const [a, b] = [await send('太甜', { contact: newPhone() }), await send('太淡', { contact: newPhone() })]
    const refused = await merge(a, b, { sameCustomer: true })
    expect(refused.problem).toMatchObject({ code: 'links.differentCustomers' })
    expect(refused.problem.detail).toContain(a.number)
  })

  test('an unknown customer only when somebody has made sure', async () => {
    const [a, b] = [await send('等太久', { name: '林小雨' }), await send('还在等', { contact: newPhone() })]
    expect((await merge(a, b)).problem).toMatchObject({
      code: 'links.confirmCustomer',
      field: 'sameCustomer',
    })
    expect((await merge(a, b, { sameCustomer: true })).status).toBe(200)
  })

  test('a chain, itself, and a ticket of another shop’s', async () => {
    const [a, b] = await twins()
    const [c, d] = await twins('冰太多', '还是冰太多')
    expect((await merge(a, a)).problem.code).toBe('links.sameTicket')
    await merge(a, b)
    const chained = await merge(b, c, { sameCustomer: true })
    expect(chained.problem).toMatchObject({ code: 'links.sourceHasMerged', data: { count: 1 } })
    expect((await merge(c, a, { sameCustomer: true })).problem.code).toBe('links.targetMerged')
    expect((await merge(a, c)).problem.code).toBe('links.sourceMerged')
    expect((await merge(c, d, {}, people.other)).problem.code).toBe('tickets.notFound')
    const unknown = await app.as(people.lead).put(`/tickets/${c.id}/merge`, { targetId: uuidv4() })
    expect(unknown.problem.code).toBe('links.otherUnknown')
    expect((await split(c)).problem.code).toBe('links.notMerged')
  })

  test('into a closed one, and into one that was set aside', async () => {
    const [a, b] = await twins('少吸管', '少吸管，第二次说')
    await app.as(people.lead).put(`/tickets/${b.id}/set-aside`, { reason: 'test' })
    expect((await merge(a, b)).problem.code).toBe('links.targetSetAside')
    await app.as(people.lead).delete(`/tickets/${b.id}/set-aside`)
    await app.as(people.lead).put(`/tickets/${b.id}/closure`, { note: '电话里说好了', despite: '顾客要求' })
    expect((await merge(a, b)).problem.code).toBe('links.targetClosed')
    expect((await merge(b, a)).problem.code).toBe('links.sourceEnded')
  })

  test('two people who merge two tickets crosswise: one succeeds, the other is told why', async () => {
    const [a, b] = await twins('喝到纸屑一样的东西，但不确定', '上面那条是我写的')
    const both = await Promise.all([merge(a, b), merge(b, a, {}, people.agent)])
    expect(both.map((r) => r.status).sort()).toEqual([200, 409])
    expect(['links.targetMerged', 'links.sourceHasMerged', 'links.sourceMerged']).toContain(
      both.find((r) => r.status === 409)?.problem.code,
    )
  })
})

describe('no emergency is lost', () => {
  const FOUND = '杨枝甘露里喝到一小片塑料，孩子也喝了'

  test('an alarm that nobody has taken rings on in the target, and the split gives everything back', async () => {
    const contact = newPhone()
    const a = await send(FOUND, { contact })
    const b = await send('你们的排队太慢了', { contact })
    const before = await read(b.id)
    expect(before.priority).not.toBe('P1')
    await merge(a, b)
    const raised = await read(b.id)
    expect(raised).toMatchObject({ priority: 'P1', kind: 'emergency', alarm: { takenBy: null } })
    const target = (t: TicketView) => t.clocks.find((c) => c.metric === 'resolve')?.targetMin ?? 0
    expect(target(raised)).toBeLessThan(target(before))
    expect((await entries(b.id)).find((e) => e.fact === 'urgency_lent')?.data.number).toBe(a.number)
    const home = (await app.as(people.quality).get<z.infer<typeof Home>>('/home')).body
    expect(home.alarms.map((t) => t.id)).toContain(b.id)
    expect(home.alarms.map((t) => t.id)).not.toContain(a.id)
    await split(a)
    const after = await read(b.id)
    expect(after).toMatchObject({ priority: before.priority, kind: before.kind, alarm: null })
    expect(after.clocks).toEqual(before.clocks)
    expect(await read(a.id)).toMatchObject({ priority: 'P1', alarm: { takenBy: null }, status: 'assigned' })
  })

  test('whoever has taken the emergency holds the target; taken there counts as taken here', async () => {
    const contact = newPhone()
    const [a, b] = [await send(FOUND, { contact }), await send('排队太慢', { contact })]
    await app.as(people.quality).put(`/tickets/${a.id}/alarm`)
    const owner = (await read(b.id)).assignee
    await merge(a, b)
    expect(await read(b.id)).toMatchObject({
      assignee: { id: people.quality.id },
      alarm: { takenBy: { id: people.quality.id } },
    })
    await split(a)
    expect(await read(b.id)).toMatchObject({ assignee: owner, alarm: null })

    const c = await send('布丁里有一根头发丝粗的铁丝，扎到嘴了', { contact })
    expect((await read(c.id)).priority).toBe('P1')
    await merge(c, b)
    await app.as(people.manager).put(`/tickets/${b.id}/alarm`)
    await split(c)
    expect((await read(c.id)).alarm).toMatchObject({ takenBy: { id: people.manager.id } })
  })

  test('a second emergency keeps the target urgent when the first is split off', async () => {
    const contact = newPhone()
    const [a, b] = [await send(FOUND, { contact }), await send('喝完拉肚子，去医院了', { contact })]
    const target = await send('包装袋破了', { contact })
    const own = await read(target.id)
    await merge(a, target)
    await merge(b, target)
    await split(a)
    expect(await read(target.id)).toMatchObject({ priority: 'P1' })
    expect((await read(target.id)).alarm).not.toBeNull()
    await split(b)
    const back = await read(target.id)
    expect(back).toMatchObject({ priority: own.priority, kind: own.kind, alarm: null })
    expect(back.clocks).toEqual(own.clocks)
  })

  test('what a person has judged meanwhile stays after the split', async () => {
    const contact = newPhone()
    const [a, b] = [await send(FOUND, { contact }), await send('找零少了一块', { contact })]
    await merge(a, b)
    const { triage } = await read(b.id)
    await app.as(people.lead).put(`/tickets/${b.id}/triage`, {
      kind: 'complaint',
      categories: triage.categories.map((c) => c.key),
      severity: 3,
      impact: 3,
      reason: '现场看过了',
    })
    const judged = await read(b.id)
    await split(a)
    expect((await read(b.id)).priority).toBe(judged.priority)
  })
})

describe('related tickets', () => {
  test('are seen from both sides with the note, and taken apart again', async () => {
    const [a, b] = [await send('门口太滑'), await send('地砖打滑差点摔倒', { contact: newPhone() })]
    const path = `/tickets/${a.id}/relations/${b.id}`
    await app.as(people.agent).put(path, { note: '同一个地方' })
    expect((await links(b.id)).related).toMatchObject([
      { number: a.number, reason: '同一个地方', by: people.agent.name },
    ])
    expect((await entries(b.id)).find((e) => e.fact === 'related')?.data.number).toBe(a.number)
    expect((await app.as(people.agent).delete<TicketLinks>(path)).body.related).toEqual([])
    expect((await links(b.id)).related).toEqual([])
  })

  test('are found by number and by words, only in the own reach', async () => {
    const [a, b] = await twins('芋泥里有硬块硌牙', '芋泥那杯怎么说')
    const found = async (q: string, who = people.lead) =>
      (await app.as(who).get<LinkedTicket[]>(`/tickets/${b.id}/links/found?q=${encodeURIComponent(q)}`)).body
    expect((await found(a.number)).map((t) => t.number)).toEqual([a.number])
    expect((await found('硌牙')).map((t) => t.id)).toContain(a.id)
    expect((await found('芋泥')).map((t) => t.id)).not.toContain(b.id)
    const far = await send('芋泥太烫了', {}, await codeOf(people.other, elsewhere))
    expect((await found('芋泥', people.manager)).map((t) => t.id)).not.toContain(far.id)
  })

  test('the same order number is pointed out', async () => {
    const [a, b] = [await api('咖啡洒了', 'MT20260302-77'), await api('咖啡凉了', 'MT20260302-77')]
    expect((await links(a)).sameOrder.map((t) => t.id)).toEqual([b])
  })
})

/** Through the public API, which carries order numbers. */
async function api(content: string, orderNumber: string): Promise<string> {
  const admin = await app.make.staff({ role: 'admin' })
  const key = await app
    .as(admin)
    .post<{ secret: string }>('/api-keys', { name: '小程序', scopes: ['feedback.write'] })
  const sent = await app.anonymous.post<Receipt>(
    '/v1/feedback',
    { content, orderNumber, shopCode: shop.code },
    { headers: { authorization: `Bearer ${key.body.secret}`, 'idempotency-key': uuidv4() } },
  )
  expect(sent.status, sent.text).toBe(201)
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
