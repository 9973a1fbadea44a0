import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import type { Room } from '#contracts/incidents'
import type { EntryPage, Progress, Ticket } from '#contracts/tickets'
import type { CallPop } from '#contracts/tickets/calls'
import type { Home } from '#contracts/tickets/home'
import { startApp, type TestApp } from '#test/app'
import { connectChannel } from '#test/connected'
import type { MadeShop, MadeStaff } from '#test/make'
import { type Told, tell } from '#test/told'
import { openCti } from './simulators/cti.ts'

const NOON = Date.parse('2026-03-02T12:00+08:00')
const MIN = 60_000
const BLEEDING = '喝到玻璃碴，嘴里流血了'
const ILL = '喝完你们的红豆奶茶又吐又拉，进医院了，医生说是食物中毒'

let app: TestApp
let shop: MadeShop
let people: Record<'admin' | 'agent' | 'lead' | 'manager' | 'quality' | 'region', MadeStaff>
let hook: string
let cti: Awaited<ReturnType<typeof openCti>>
const SECRET = 'a-secret-of-the-monitor'

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  people = {
    admin: await app.make.staff({ role: 'admin' }),
    agent: await app.make.staff({ role: 'agent', name: '许静' }),
    lead: await app.make.staff({ role: 'lead', name: '陈朗' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    quality: await app.make.staff({ role: 'quality' }),
    region: await app.make.staff({ role: 'region_manager', regionId: shop.regionId }),
  }
  const made = await app.as(people.admin).post<z.infer<typeof Connection>>('/channels', {
    kind: 'monitor',
    name: '舆情推送',
  })
  await app.as(people.admin).put(`/channels/${made.body.id}/connection`, { settings: { secret: SECRET } })
  hook = new URL(made.body.hookUrl).pathname
  const hotline = await connectChannel(app, people, 'phone', { secret: SECRET })
  const push = (body: string, headers: Record<string, string>) => hotline.push('', body, headers)
  cti = await openCti({ push, secret: SECRET, now: () => app.services.now() })
  await hotline.save({ lines: [`8001=${people.agent.login}`], recordingHosts: [cti.host] })
  const robot = { kind: 'wecom', address: 'http://127.0.0.1:9/cgi-bin/webhook/send?key=k', name: '品控群' }
  await app.as(people.admin).post('/robots', { ...robot, groups: ['alarm'] })
})
afterAll(async () => {
  await cti.close()
  await app.close()
})
beforeEach(() => at(NOON))
/** What a test has left ringing would stand before the next one's. */
afterEach(async () => {
  for (const id of await alarmsFor(people.quality)) await take(id, people.quality)
})

const at = (ms: number) => app.setNow(new Date(ms).toISOString())
const read = async (id: string) =>
  (await app.as(people.lead).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
const linesOf = async (id: string) =>
  (await app.as(people.lead).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const factsOf = async (id: string) => (await linesOf(id)).map((e) => e.fact).filter(Boolean)
const alarmsFor = async (who: MadeStaff) =>
  (await app.as(who).get<z.infer<typeof Home>>('/home')).body.alarms.map((a) => a.id)
const clockOf = (ticket: z.infer<typeof Ticket>, metric: string) =>
  ticket.clocks.find((c) => c.metric === metric && c.cycle === ticket.cycle)
const page = (token: string) => `/public/progress/${token}`
let hosts = 0
const ip = () => ({ ip: `10.8.${(++hosts >> 8) & 255}.${hosts & 255}` })
async function say({ token }: Told, text: string): Promise<void> {
  const said = await app.anonymous.post(`${page(token)}/messages`, { messageId: randomUUID(), text }, ip())
  expect(said.status, said.text).toBe(200)
}
const take = (id: string, who = people.manager) => app.as(who).put(`/tickets/${id}/alarm`)
const sweep = (name: string) =>
  app.modules
    .flatMap((m) => m.sweeps ?? [])
    .find((s) => s.name === name)!
    .run(app.services)
const greet = () => tell(app, shop, '你好，在吗')
/** Messages to people about the alarms of this ticket, by every means that is set up. */
const toldOutside = async (id: string) => {
  await sweep('notify.urgentHeard')
  return app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('notify.delivery')
      .select(['kind', 'means'])
      .where('ticket_id', '=', id)
      .where('kind', '=', 'alarm')
      .execute(),
  )
}

async function merge(source: Told, { id }: Told): Promise<void> {
  const into = { targetId: id, reason: '同一位顾客', sameCustomer: true }
  const merged = await app.as(people.lead).put(`/tickets/${source.id}/merge`, into)
  expect(merged.status, merged.text).toBe(200)
}
async function split({ id }: Told): Promise<void> {
  const done = await app.as(people.lead).delete(`/tickets/${id}/merge`, { reason: '不是一位顾客' })
  expect(done.status, done.text).toBe(200)
}

async function propose(id: string): Promise<void> {
  const done = await app.as(people.lead).put(`/tickets/${id}/proposal`, { text: '重做一杯，原单退款。' })
  expect(done.status, done.text).toBe(200)
}

describe('a danger in a later word', () => {
  test('makes an emergency of a greeting and calls people, inside and outside, with the words in the timeline', async () => {
    const told = await greet()
    expect(await read(told.id)).not.toMatchObject({ kind: 'emergency', priority: 'P1' })
    at(NOON + 10 * MIN)
    await say(told, BLEEDING)
    const ticket = await read(told.id)
    expect(ticket).toMatchObject({
      kind: 'emergency',
      priority: 'P1',
      title: BLEEDING,
      alarm: { takenBy: null, since: new Date(NOON + 10 * MIN).toISOString() },
      triage: {
        severity: 4,
        raised: { words: BLEEDING, was: { priority: expect.stringMatching(/P[234]/), byName: '' } },
      },
    })
    expect(ticket.triage.categories[0]!.key).toBe('safety.foreign_object')
    expect(await alarmsFor(people.quality)).toContain(told.id)
    expect(await alarmsFor(people.manager)).toContain(told.id)
    expect((await toldOutside(told.id)).length).toBeGreaterThan(0)
    const lines = await linesOf(told.id)
    const [words, heard] = [
      lines.findIndex((e) => e.text === BLEEDING),
      lines.findIndex((e) => e.fact === 'danger_heard'),
    ]
    expect(heard).toBeGreaterThan(words)
    expect(lines[heard]).toMatchObject({
      text: BLEEDING,
      data: { after: { kind: 'emergency', priority: 'P1' } },
    })
    expect(lines.filter((e) => e.fact === 'alarm')).toHaveLength(1)
    expect(lines.slice(heard).filter((e) => e.byKind === 'customer')).toEqual([])
  })

  test('is due from when it was said, not from when somebody said hello', async () => {
    at(NOON - 60 * MIN)
    const told = await greet()
    at(NOON)
    await say(told, BLEEDING)
    const ticket = await read(told.id)
    expect(clockOf(ticket, 'respond')).toMatchObject({
      state: 'active',
      dueAt: new Date(NOON + clockOf(ticket, 'respond')!.targetMin * MIN).toISOString(),
    })
    await app.sweep()
    expect(await factsOf(told.id)).not.toContain('clock_breached')
  })

  test('said again it calls nobody anew, taken or not; another danger does', async () => {
    const told = await greet()
    await say(told, BLEEDING)
    expect((await take(told.id)).status).toBe(200)
    await say(told, '嘴里还在流血，玻璃碴扎的')
    expect(await read(told.id)).toMatchObject({ alarm: { takenBy: { id: people.manager.id } } })
    await say(told, '孩子也喝了，现在上吐下泻送急诊了')
    expect(await read(told.id)).toMatchObject({ alarm: { takenBy: null } })
    expect(await alarmsFor(people.quality)).toContain(told.id)
    expect((await factsOf(told.id)).filter((f) => f === 'danger_heard')).toHaveLength(2)
  })

  test('a first word that was one is not called about twice, and praise or thanks afterwards lower nothing', async () => {
    const told = await tell(app, shop, '杨枝甘露里喝到一小片塑料')
    expect((await take(told.id)).status).toBe(200)
    for (const text of ['就是那一小片塑料', '好的，谢谢', '谢谢你们，态度特别好']) await say(told, text)
    expect(await read(told.id)).toMatchObject({
      kind: 'emergency',
      priority: 'P1',
      title: '杨枝甘露里喝到一小片塑料',
      alarm: { takenBy: { id: people.manager.id } },
    })
    const facts = await factsOf(told.id)
    expect(facts.filter((f) => f === 'alarm' || f === 'danger_heard')).toEqual([])
  })

  test('what is said between is nothing, however often', async () => {
    const told = await greet()
    const before = await read(told.id)
    for (const text of [
      '嗯',
      '照片发你了',
      '我已经打过电话了',
      '13812345678',
      '好的，我等消息',
      '不是',
      '这是小票',
    ])
      await say(told, text)
    const after = await read(told.id)
    expect(after).toMatchObject({ kind: before.kind, priority: before.priority, alarm: null })
    expect(after.triage.raised).toBeNull()
  })
})

describe('wherever it is said', () => {
  test('in a channel: one more message on the ticket, alone and in a storm', async () => {
    await push([post('d1', '有人在吗'), post('d2', '请问几点关门')])
    await app.sweep()
    await push([post('d1', `有人在吗，${BLEEDING}`)])
    await app.sweep()
    const many = Array.from({ length: 40 }, (_, i) => post(`s${i}`, `请问第 ${i} 家店几点关门`))
    await push([post('d2', `请问几点关门，${BLEEDING}`), ...many])
    await app.sweep()
    for (const first of ['有人在吗', '请问几点关门']) {
      const id = await idOf(first)
      expect(await read(id), first).toMatchObject({
        kind: 'emergency',
        priority: 'P1',
        alarm: { takenBy: null },
      })
    }
    expect(await read(await idOf('请问第 3 家店几点关门'))).toMatchObject({ alarm: null })
  })

  test('in the reason for which a solution is rejected: whoever has it now is called', async () => {
    const told = await tell(app, shop, '珍珠是硬的，嚼不动')
    await propose(told.id)
    const { rejectReasons } = (await app.anonymous.get<Progress>(page(told.token))).body
    await app.anonymous.put(`${page(told.token)}/answer`, {
      accept: false,
      reason: rejectReasons[0]!.key,
      words: BLEEDING,
    })
    expect(await read(told.id)).toMatchObject({
      cycle: 2,
      kind: 'emergency',
      priority: 'P1',
      alarm: { takenBy: null },
    })
  })

  test('while a solution stands open, it is no longer waited for silence', async () => {
    const told = await tell(app, shop, '珍珠是硬的，嚼不动')
    await propose(told.id)
    await say(told, BLEEDING)
    expect(await read(told.id)).toMatchObject({
      status: 'in_progress',
      proposal: null,
      alarm: { takenBy: null },
    })
  })

  test('beside the stars of a closed ticket: it is opened again', async () => {
    const told = await tell(app, shop, '珍珠是硬的，嚼不动')
    await propose(told.id)
    await app.anonymous.put(`${page(told.token)}/answer`, { accept: true })
    const rated = await app.anonymous.put(`${page(told.token)}/rating`, { stars: 1, words: BLEEDING })
    expect(rated.status, rated.text).toBe(200)
    expect(await read(told.id)).toMatchObject({ cycle: 2, kind: 'emergency', alarm: { takenBy: null } })
  })

  test.each([true, false])('in the answer to a revisit, content: %s', async (content) => {
    const told = await tell(app, shop, '珍珠是硬的，嚼不动')
    const judged = { kind: 'complaint', categories: ['drink.toppings'], severity: 2, impact: 1, reason: '' }
    await app.as(people.lead).put(`/tickets/${told.id}/triage`, judged)
    await close(told.id)
    at(NOON + 4 * 24 * 60 * MIN)
    await sweep('tickets.revisits')
    const { revisit, rejectReasons } = (await app.anonymous.get<Progress>(page(told.token))).body
    const answer = {
      id: revisit!.id,
      content,
      words: BLEEDING,
      ...(content ? {} : { reason: rejectReasons[0]!.key }),
    }
    const given = await app.anonymous.put(`${page(told.token)}/revisit`, answer, ip())
    expect(given.status, given.text).toBe(200)
    expect(await read(told.id)).toMatchObject({ cycle: 2, kind: 'emergency', alarm: { takenBy: null } })
  })

  test('on the phone, as a colleague notes it', async () => {
    const told = await greet()
    await cti.ring({ id: 'k-1', caller: '13812340001', agent: '8001' })
    await cti.answer('k-1', '8001')
    await app.sweep()
    const [call] = (await app.as(people.agent).get<CallPop[]>('/calls/mine')).body
    const note = { ticketId: told.id, note: BLEEDING }
    const noted = await app.as(people.agent).put(`/calls/${call!.id}/ticket`, note)
    expect(noted.status, noted.text).toBeLessThan(300)
    expect(await read(told.id)).toMatchObject({ kind: 'emergency', alarm: { takenBy: null } })
    expect(await alarmsFor(people.quality)).toContain(told.id)
  })
})

describe('what a person has said of it', () => {
  const JUDGED = {
    kind: 'inquiry',
    categories: ['service.attitude'],
    severity: 1,
    impact: 1,
    reason: '只是问一声',
  }

  test('stays to be seen, does not keep the alarm from calling, and is given back at one press; then the same danger is quiet', async () => {
    const told = await greet()
    const judged = await app.as(people.lead).put(`/tickets/${told.id}/triage`, JUDGED)
    expect(judged.status, judged.text).toBe(200)
    const before = await read(told.id)
    at(NOON + 5 * MIN)
    await say(told, BLEEDING)
    const raised = await read(told.id)
    expect(raised).toMatchObject({
      kind: 'emergency',
      priority: 'P1',
      alarm: { takenBy: null },
      triage: {
        by: expect.stringMatching(/rules|model/),
        raised: { was: { byName: '陈朗', priority: before.priority } },
      },
    })
    expect(raised.can).toContain('dismiss_raise')
    expect(await alarmsFor(people.quality)).toContain(told.id)

    const dismissed = await app.as(people.agent).delete<z.infer<typeof Ticket>>(`/tickets/${told.id}/raise`)
    expect(dismissed.status, dismissed.text).toBe(200)
    expect(dismissed.body).toMatchObject({
      kind: 'inquiry',
      priority: before.priority,
      title: before.title,
      assignee: before.assignee,
      clocks: before.clocks,
      triage: { by: 'person', byName: '陈朗', raised: null, categories: before.triage.categories },
    })
    expect(await alarmsFor(people.quality)).not.toContain(told.id)
    expect((await app.as(people.agent).delete(`/tickets/${told.id}/raise`)).problem.code).toBe(
      'tickets.notRaised',
    )

    for (const text of ['真的流血了，是玻璃碴', '玻璃碴的事你们管不管']) await say(told, text)
    expect(await read(told.id)).toMatchObject({ kind: 'inquiry', triage: { raised: null } })
    expect(await alarmsFor(people.quality)).not.toContain(told.id)
    await say(told, '孩子上吐下泻，在急诊')
    expect(await read(told.id)).toMatchObject({ kind: 'emergency', alarm: { takenBy: null } })
  })

  test('stands against anything but danger; what the system alone has judged becomes a complaint', async () => {
    const judged = await greet()
    await app.as(people.lead).put(`/tickets/${judged.id}/triage`, JUDGED)
    const unseen = await tell(app, shop, '请问一下你们几点关门')
    for (const told of [judged, unseen]) await say(told, '等了一个半小时，奶茶还洒了一半，态度特别差')
    expect(await read(judged.id)).toMatchObject({ kind: 'inquiry', triage: { byName: '陈朗' } })
    const raised = await read(unseen.id)
    expect(raised).toMatchObject({ kind: 'complaint', alarm: null })
    expect(await factsOf(unseen.id)).toContain('raised')
  })

  test('a correction of the raised judgement ends it, and it is learnt from the words that did it', async () => {
    const told = await greet()
    await say(told, BLEEDING)
    const fixed = {
      kind: 'complaint',
      categories: ['safety.foreign_object'],
      severity: 2,
      impact: 1,
      reason: '是冰渣',
    }
    const done = await app.as(people.lead).put<z.infer<typeof Ticket>>(`/tickets/${told.id}/triage`, fixed)
    expect(done.body.triage).toMatchObject({ by: 'person', raised: null })
    const kept = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx
        .selectFrom('language.correction')
        .selectAll()
        .where('ticket_id', '=', told.id)
        .executeTakeFirstOrThrow(),
    )
    expect(kept.said).toMatchObject({ kind: 'emergency' })
    await say(told, BLEEDING)
    expect(await read(told.id)).toMatchObject({ kind: 'complaint' })
  })
})

describe('when it was found, as an emergency room counts it', () => {
  const foundAt = async (id: string) => {
    const input = { source: 'ticket', ticketIds: [id] }
    const opened = await app.as(people.quality).post<Room>('/incidents', input)
    expect(opened.status, opened.text).toBeLessThan(300)
    return opened.body.foundAt
  }
  const iso = (ms: number) => new Date(ms).toISOString()

  test('is the first danger, whatever is heard after it', async () => {
    const told = await tell(app, shop, ILL)
    at(NOON + 300 * MIN)
    await say(told, BLEEDING)
    expect(await factsOf(told.id)).toContain('danger_heard')
    expect(await foundAt(told.id)).toBe(iso(NOON))
  })

  test('is not the greeting of three days ago, once a person has confirmed the danger of today, nor what is heard after that', async () => {
    at(NOON - 3 * 24 * 60 * MIN)
    const told = await greet()
    at(NOON)
    await say(told, ILL)
    const confirmed = await app.as(people.agent).put(`/tickets/${told.id}/triage/confirmation`)
    expect(confirmed.status, confirmed.text).toBe(200)
    at(NOON + 60 * MIN)
    await say(told, BLEEDING)
    expect(await foundAt(told.id)).toBe(iso(NOON))
  })

  test('is the new danger when that of the handling before is over', async () => {
    const told = await tell(app, shop, '杨枝甘露里喝到一小片塑料')
    await take(told.id)
    await propose(told.id)
    await app.anonymous.put(`${page(told.token)}/answer`, { accept: true })
    at(NOON + 24 * 60 * MIN)
    const rated = await app.anonymous.put(`${page(told.token)}/rating`, { stars: 1, words: ILL })
    expect(rated.status, rated.text).toBe(200)
    expect(await read(told.id)).toMatchObject({ cycle: 2, alarm: { takenBy: null } })
    expect(await foundAt(told.id)).toBe(iso(NOON + 24 * 60 * MIN))
  })
})

describe('what is dismissed', () => {
  const dismiss = async ({ id }: Told) => {
    const done = await app.as(people.agent).delete<z.infer<typeof Ticket>>(`/tickets/${id}/raise`)
    expect(done.status, done.text).toBe(200)
    return done.body
  }
  const rings = { kind: 'emergency', priority: 'P1', alarm: { takenBy: null } }

  test('leaves the alarm of an earlier danger ringing that nobody has taken', async () => {
    const told = await tell(app, shop, '杨枝甘露里喝到一小片塑料')
    await say(told, '我已经联系记者曝光你们了')
    expect(await factsOf(told.id)).toContain('danger_heard')
    expect(await dismiss(told)).toMatchObject(rings)
    expect(await alarmsFor(people.quality)).toContain(told.id)
  })

  test.each(['等了一个半小时，奶茶还洒了一半，态度特别差', BLEEDING])(
    'leaves what a ticket merged in since has brought, until that is split off: %s',
    async (words) => {
      const target = await tell(app, shop, '请问一下你们几点关门')
      const before = await read(target.id)
      await say(target, words)
      const source = await tell(app, shop, '杨枝甘露里喝到一小片塑料')
      await merge(source, target)
      expect(await dismiss(target)).toMatchObject(rings)
      expect(await alarmsFor(people.quality)).toContain(target.id)
      await split(source)
      const { kind, priority, clocks } = before
      expect(await read(target.id)).toMatchObject({ kind, priority, clocks, alarm: null })
      expect(await read(source.id)).toMatchObject(rings)
    },
  )

  test('is nothing any more on a ticket that has ended', async () => {
    const told = await greet()
    await say(told, BLEEDING)
    await merge(told, await tell(app, shop, '杨枝甘露里喝到一小片塑料'))
    const late = await app.as(people.agent).delete(`/tickets/${told.id}/raise`)
    expect(late.problem.code).toBe('tickets.notRaised')
    expect(await read(told.id)).toMatchObject({ kind: 'emergency', status: 'merged' })
    await split(told)
    expect(await dismiss(told)).toMatchObject({
      kind: 'inquiry',
      alarm: { takenBy: { id: people.agent.id } },
    })
  })
})

test('another danger said while merged stays in the target after the split, and can be dismissed there', async () => {
  const [source, target] = [await tell(app, shop, '杨枝甘露里喝到一小片塑料'), await greet()]
  const before = await read(target.id)
  await merge(source, target)
  await say(target, '孩子上吐下泻送急诊')
  await split(source)
  expect(await read(target.id)).toMatchObject({ kind: 'emergency', priority: 'P1', alarm: { takenBy: null } })
  expect(await alarmsFor(people.quality)).toContain(target.id)
  await app.as(people.agent).delete(`/tickets/${target.id}/raise`)
  const { kind, priority, clocks } = before
  expect(await read(target.id)).toMatchObject({ kind, priority, clocks })
  expect(await alarmsFor(people.quality)).not.toContain(target.id)
})

test('after a split a danger that was said meanwhile calls on the ticket where it was said', async () => {
  const [source, target] = [await tell(app, shop, '杨枝甘露里喝到一小片塑料'), await greet()]
  await take(source.id)
  await merge(source, target)
  at(NOON + MIN)
  await say(target, '那一小片塑料扎到嘴了')
  expect(await alarmsFor(people.quality)).not.toContain(target.id)
  await split(source)
  expect(await read(target.id)).toMatchObject({ kind: 'emergency', alarm: { takenBy: null } })
  expect(await read(source.id)).toMatchObject({ alarm: { takenBy: { id: people.manager.id } } })
})

test('early warning hears what became a complaint by later words', async () => {
  const told = await tell(app, shop, '请问一下')
  const voice = async () => {
    await app.sweep()
    const kept = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx
        .selectFrom('insights.voice')
        .select(['said', 'urgent'])
        .where('ticket_id', '=', told.id)
        .executeTakeFirst(),
    )
    return kept?.said ?? []
  }
  expect(await voice()).toEqual([])
  await say(told, BLEEDING)
  expect((await voice()).join(' ')).toContain('foreign_object')
})

const post = (id: string, text: string) => ({ id, site: '小红书', author: '阿青', text, shopCode: shop.code })
async function push(posts: object[]): Promise<void> {
  const body = JSON.stringify({ posts })
  const stamp = String(Math.floor(app.services.now().getTime() / 1000))
  const signature = createHmac('sha256', SECRET).update(`${stamp}.${body}`).digest('hex')
  const headers = {
    'x-huiyin-timestamp': stamp,
    'x-huiyin-signature': signature,
    'content-type': 'text/json',
  }
  const answer = await app.server.inject({ method: 'POST', url: hook, headers, payload: body })
  expect(answer.statusCode, answer.body).toBe(200)
}
async function idOf(content: string): Promise<string> {
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', content).executeTakeFirstOrThrow(),
  )
  return row.id
}
async function close(id: string): Promise<void> {
  const lead = app.as(people.lead)
  await lead.put(`/tickets/${id}/investigation`, { cause: 'order_misread', measure: '出杯前再念一遍单' })
  await propose(id)
  const done = await lead.put(`/tickets/${id}/closure`, { note: '顾客收下了' })
  expect(done.status, done.text).toBe(200)
}
