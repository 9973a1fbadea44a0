import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import type { Rule, RuleAction, RuleRunPage, RuleTrial, SaveRule } from '#contracts/tickets/rules'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let lead: MadeStaff
let agent: MadeStaff
let slug: string
let clock = Date.parse('2026-03-02T12:00:00+08:00')

beforeAll(async () => {
  app = await startApp({ now: new Date(clock).toISOString() })
  shop = await app.make.shop()
  lead = await app.make.staff({ role: 'lead', name: '沈主管' })
  agent = await app.make.staff({ role: 'agent', name: '小周' })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  await app.make.staff({ role: 'quality', name: '林品控' })
  const codes = await app.as(manager).post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

const rules = async () => (await app.as(lead).get('/rules')).body as Rule[]
beforeEach(async () => {
  for (const rule of await rules()) await app.as(lead).delete(`/rules/${rule.id}`)
})

function pass(minutes: number): void {
  clock += minutes * 60_000
  app.setNow(new Date(clock).toISOString())
}

async function write(rule: Partial<z.input<typeof SaveRule>> & { actions: RuleAction[] }, on = true) {
  const body = { name: '规则', trigger: 'opened', conditions: [], ...rule }
  const res = await app.as(lead).post('/rules', body)
  expect(res.status, JSON.stringify(res.body)).toBe(201)
  const { id } = (res.body as Rule[]).at(-1)!
  if (on) await app.as(lead).put(`/rules/${id}/switch`, { on: true })
  return id
}

async function complain(content: string): Promise<string> {
  const res = await app.anonymous.post(`/public/forms/${slug}/feedback`, {
    submissionId: crypto.randomUUID(),
    content,
    mood: 'bad',
    locale: 'zh-CN',
  })
  expect(res.status, JSON.stringify(res.body)).toBe(201)
  const { number } = res.body as { number: string }
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
const read = async (id: string) => (await app.as(lead).get(`/tickets/${id}`)).body as z.infer<typeof Ticket>
const runs = async (id: string) =>
  ((await app.as(lead).get(`/rules/${id}/runs`)).body as z.infer<typeof RuleRunPage>).runs

test('a new ticket that fits is tagged, raised, given away and noted; the log says so', async () => {
  const id = await write({
    name: '玻璃碎片马上升级',
    conditions: [{ field: 'words', op: 'contain', value: '玻璃' }],
    actions: [
      { do: 'tag', tags: ['玻璃', '重点'] },
      { do: 'severity', atLeast: 3 },
      { do: 'assignTo', staffId: lead.id },
      { do: 'note', text: '先封存同批杯子，再联系顾客。' },
      { do: 'task', title: '调监控', role: 'quality', dueInMin: 60 },
    ],
  })
  const [hit, miss] = [await complain('杯口有玻璃缺口，差点划到嘴'), await complain('等了十分钟才叫号')]

  await app.sweep()

  const ticket = await read(hit)
  expect(ticket.tags).toEqual(['玻璃', '重点'])
  expect(ticket.triage.severity).toBeGreaterThanOrEqual(3)
  expect(ticket.assignee?.id).toBe(lead.id)
  expect(ticket.openTasks).toBe(1)
  expect((await read(miss)).tags).toEqual([])
  const [run] = await runs(id)
  expect(run).toMatchObject({ ticket: { id: hit }, problem: '' })
  expect(run!.did.map((d) => d.do)).toEqual(['tag', 'severity', 'assignTo', 'note', 'task'])
  expect(run!.did[4]).toMatchObject({ to: '林品控', text: '调监控' })
})

test('a rule that is off does nothing, and a ticket is asked once however often the sweep comes', async () => {
  const off = await write({ actions: [{ do: 'tag', tags: ['关着'] }] }, false)
  const on = await write({ actions: [{ do: 'note', text: '请先电话联系。' }] })
  const id = await complain('吸管断在杯子里了')
  await app.sweep()
  await app.sweep()
  expect((await read(id)).tags).toEqual([])
  expect(await runs(off)).toEqual([])
  expect(await runs(on)).toHaveLength(1)
})

test('a rule on change fires when a ticket comes to fit, and again only after it had ceased to', async () => {
  const id = await write({
    trigger: 'changed',
    conditions: [{ field: 'status', op: 'is', values: ['waiting_customer'] }],
    actions: [{ do: 'note', text: '等顾客时记得在两小时内再看。' }],
  })
  const ticket = await complain('珍珠煮得太硬')
  const reply = (text: string, wait: boolean) =>
    app.as(lead).post(`/tickets/${ticket}/replies`, { text, wait })
  await reply('请问是哪一杯？', true)
  await app.sweep()
  expect(await runs(id)).toHaveLength(1)
  await app.as(lead).post(`/tickets/${ticket}/notes`, { text: '电话没接' })
  await app.sweep()
  expect(await runs(id)).toHaveLength(1)
  await app.as(lead).put(`/tickets/${ticket}/status`, { to: 'in_progress' })
  await app.sweep()
  await reply('再请教一下时间？', true)
  await app.sweep()
  expect(await runs(id)).toHaveLength(2)
})

test('a rule on time fires once per cycle when its time has come, not before', async () => {
  const id = await write({
    trigger: 'time',
    after: { min: 30, what: 'opened' },
    conditions: [{ field: 'open', op: 'is', value: true }],
    actions: [{ do: 'tag', tags: ['半小时未结'] }],
  })
  const ticket = await complain('找零少了两块')
  pass(29)
  await app.sweep()
  expect((await read(ticket)).tags).toEqual([])
  pass(2)
  await app.sweep()
  expect((await read(ticket)).tags).toEqual(['半小时未结'])
  const count = (await runs(id)).length
  pass(60)
  await app.sweep()
  expect(await runs(id)).toHaveLength(count)
})

test('when a rule that stops has fired, those below it are not asked', async () => {
  const first = await write({ name: '规则甲', stops: true, actions: [{ do: 'tag', tags: ['甲'] }] })
  const second = await write({ name: '规则乙', actions: [{ do: 'tag', tags: ['乙'] }] })
  const one = await complain('杯子是歪的')
  await app.sweep()
  expect((await read(one)).tags).toEqual(['甲'])
  await app.as(lead).put('/rules/order', { ids: [second, first] })
  const two = await complain('盖子盖不上')
  await app.sweep()
  expect((await read(two)).tags.toSorted()).toEqual(['乙', '甲'])
})

test('what a rule could not do is told, and the rest of it is done', async () => {
  const off = await app.make.staff({ role: 'agent', name: '休假的', onDuty: false })
  const id = await write({
    actions: [
      { do: 'assignTo', staffId: off.id },
      { do: 'tag', tags: ['仍然打上'] },
    ],
  })
  const ticket = await complain('店里没有开空调')
  await app.sweep()
  expect((await read(ticket)).tags).toEqual(['仍然打上'])
  const [run] = await runs(id)
  expect(run).toMatchObject({
    problem: 'absent',
    did: [{ do: 'assignTo', to: '休假的', problem: 'absent' }, {}],
  })
})

test('looking back tells how many of the latest tickets fit, before anything is switched on', async () => {
  await complain('发票一直开不出来')
  const trial = await app.as(lead).post('/rules/trial', {
    trigger: 'opened',
    conditions: [{ field: 'words', op: 'contain', value: '发票' }],
  })
  const found = trial.body as RuleTrial
  expect(found).toMatchObject({ fits: 1, samples: [{ title: '发票一直开不出来' }] })
  expect(found.looked).toBeGreaterThan(1)
})

test('wrong rules are refused in words', async () => {
  const refused = async (body: object) => (await app.as(lead).post('/rules', body)).problem.code
  const base = { name: '规则', trigger: 'opened', conditions: [], actions: [{ do: 'note', text: '看一下' }] }
  expect(await refused({ ...base, trigger: 'time' })).toBe('rules.afterMissing')
  expect(await refused({ ...base, actions: [{ do: 'reply', template: 'no_such' }] })).toBe(
    'rules.templateUnknown',
  )
  expect(await refused({ ...base, actions: [{ do: 'assignTo', staffId: crypto.randomUUID() }] })).toBe(
    'rules.staffUnknown',
  )
  expect((await app.as(agent).get('/rules')).status).toBe(403)
})

/** Rules that undo one another in every way they can. */
const someAction: fc.Arbitrary<RuleAction> = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((tag): RuleAction => ({ do: 'tag', tags: [tag] })),
  fc.constantFrom('a', 'b', 'c').map((tag): RuleAction => ({ do: 'untag', tags: [tag] })),
  fc.constant<RuleAction>({ do: 'note', text: '又来了' }),
)
const someRule = fc.record({
  tag: fc.constantFrom('a', 'b', 'c'),
  op: fc.constantFrom('is' as const, 'is_not' as const),
  actions: fc.array(someAction, { minLength: 1, maxLength: 3 }),
  stops: fc.boolean(),
})

test('rules never loop: whatever they say, each fires at most once in a chain of causes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someRule, { minLength: 1, maxLength: 5 }), async (made) => {
      for (const rule of await rules()) await app.as(lead).delete(`/rules/${rule.id}`)
      const ids: string[] = []
      for (const rule of made)
        ids.push(
          await write({
            trigger: 'changed',
            conditions: [{ field: 'tag', op: rule.op, values: [rule.tag] }],
            actions: rule.actions,
            stops: rule.stops,
          }),
        )
      const ticket = await complain('杯套破了')
      await app.sweep()
      const before = (await Promise.all(ids.map(runs))).flat().length
      await app.as(lead).put(`/tickets/${ticket}/tags`, { tags: ['a'] })

      await app.sweep()

      const after = (await Promise.all(ids.map(runs))).flat().length
      expect(after - before).toBeLessThanOrEqual(ids.length)
    }),
    { numRuns: 12 },
  )
})
