import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { Colleagues, Investigation } from '#contracts/tickets/investigation'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell, uploaded } from '#test/told'

let app: TestApp
let shop: MadeShop
let people: Record<'agent' | 'lead' | 'manager' | 'clerk' | 'quality' | 'other', MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    clerk: await app.make.staff({ role: 'shop_staff', shop }),
    quality: await app.make.staff({ role: 'quality' }),
    other: await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() }),
  }
})
afterAll(() => app.close())

const open = () => tell(app, shop, '少糖做成了全糖，说了两次都没改')
const read = async (id: string, who = people.lead) =>
  (await app.as(who).get<Investigation>(`/tickets/${id}/investigation`)).body
const ticketOf = async (id: string, who = people.lead) =>
  (await app.as(who).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
const factsOf = async (id: string) =>
  (await app.as(people.lead).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const FOUND = {
  whys: ['甜度没改成', '出杯前没看备注', '新人不知道备注在第二行'],
  cause: 'new_staff_untrained',
  causeNote: '入职第三天',
  measure: '备注改成加粗，新人带教满三天再独立出杯',
  conclusion: '',
}

test('the chain of whys, the cause and the measure are kept, with who and when', async () => {
  const { id } = await open()
  const before = await read(id)
  expect(before).toMatchObject({ whys: [], updatedAt: null, cause: null, evidence: [], concluded: null })
  expect(before.causes.length).toBeGreaterThan(20)
  const saved = await app
    .as(people.manager)
    .put<Investigation>(`/tickets/${id}/investigation`, { ...FOUND, seenAt: null })
  expect(saved.body).toMatchObject({
    ...FOUND,
    causeName: '新人没带教就上岗',
    updatedBy: people.manager.name,
  })
  expect(await ticketOf(id)).toMatchObject({ cause: '新人没带教就上岗' })
  const fact = (await factsOf(id)).find((e) => e.fact === 'investigation_saved')
  expect(fact).toMatchObject({ by: people.manager.name })
  expect(fact?.data.changed).toEqual(['whys', 'cause', 'causeNote', 'measure'])
})

test('who has not seen the newest version is told who changed it, and loses nothing', async () => {
  const { id } = await open()
  const path = `/tickets/${id}/investigation`
  const first = await app.as(people.manager).put<Investigation>(path, { ...FOUND, seenAt: null })
  const collided = await app.as(people.agent).put(path, { ...FOUND, measure: '重新培训', seenAt: null })
  expect(collided.problem).toMatchObject({
    code: 'investigation.changedBy',
    data: { name: people.manager.name },
  })
  expect((await read(id)).measure).toBe(FOUND.measure)
  const seen = { ...FOUND, measure: '重新培训', seenAt: first.body.updatedAt }
  expect((await app.as(people.agent).put<Investigation>(path, seen)).body.measure).toBe('重新培训')
  const again = await app.as(people.agent).put(path, seen)
  expect(again.problem.code).toBe('investigation.changedBy')
})

test('of two who save the same version at once exactly one succeeds', async () => {
  const { id } = await open()
  const answers = await Promise.all(
    [people.manager, people.agent, people.quality, people.lead].map((who) =>
      app.as(who).put(`/tickets/${id}/investigation`, { ...FOUND, causeNote: who.name, seenAt: null }),
    ),
  )
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409])
})

test('a cause must come from the playbook, and a chain has at most seven whys', async () => {
  const { id } = await open()
  const path = `/tickets/${id}/investigation`
  const strange = await app.as(people.manager).put(path, { ...FOUND, cause: 'mercury', seenAt: null })
  expect(strange.problem).toMatchObject({ code: 'investigation.causeUnknown', field: 'cause' })
  const long = await app.as(people.manager).put(path, { ...FOUND, whys: Array(8).fill('为什么') })
  expect(long.status).toBe(400)
})

test('an investigation is concluded with a cause and a conclusion, and reopened with a reason', async () => {
  const { id } = await open()
  const path = `/tickets/${id}/investigation`
  const as = app.as(people.quality)
  const empty = await as.put(`${path}/conclusion`, { seenAt: null })
  expect(empty.problem.code).toBe('investigation.nothingFound')
  const saved = await as.put<Investigation>(path, { ...FOUND, conclusion: '带教不足，属实', seenAt: null })
  const concluded = await as.put<Investigation>(`${path}/conclusion`, { seenAt: saved.body.updatedAt })
  expect(concluded.body.concluded).toMatchObject({ by: people.quality.name })
  expect(concluded.body.can).toEqual(['reopen', 'addEvidence', 'accuse'])
  const late = await as.put(path, { ...FOUND, seenAt: concluded.body.updatedAt })
  expect(late.problem.code).toBe('investigation.concluded')
  const reopened = await as.delete<Investigation>(`${path}/conclusion`, { reason: '顾客补了小票' })
  expect(reopened.body).toMatchObject({ concluded: null, conclusion: '带教不足，属实' })
  const facts = (await factsOf(id)).filter((e) => e.fact.startsWith('investigation_'))
  expect(facts.map((e) => [e.fact, e.text])).toEqual([
    ['investigation_saved', ''],
    ['investigation_concluded', '带教不足，属实'],
    ['investigation_reopened', '顾客补了小票'],
  ])
})

test('evidence of each sort stands as it was given; a mistaken piece is withdrawn with a reason', async () => {
  const { id } = await open()
  const as = app.as(people.manager)
  const given = [
    { kind: 'order', reference: 'A1032', happenedAt: '2026-03-02T03:20:00.000Z' },
    {
      kind: 'camera',
      reference: '吧台 2 号',
      happenedAt: '2026-03-02T03:20:00.000Z',
      untilAt: '2026-03-02T03:24:00.000Z',
      details: '03:22 出杯，没有看屏',
    },
    { kind: 'kitchen', reference: '糖度记录 3-2', details: '定量 40g' },
    { kind: 'statement', saidById: people.clerk.id, details: '当时排了二十多杯' },
    { kind: 'photo', title: '杯贴', photos: [await uploaded(app, people.manager)] },
  ]
  for (const one of given) expect((await as.post(`/tickets/${id}/evidence`, one)).status).toBe(200)
  const { evidence } = await read(id)
  expect(evidence.map((e) => e.kind)).toEqual(given.map((e) => e.kind))
  expect(evidence[1]).toMatchObject({ reference: '吧台 2 号', untilAt: '2026-03-02T03:24:00.000Z' })
  expect(evidence[3]?.saidBy?.name).toBe(people.clerk.name)
  expect(evidence[4]?.photos).toHaveLength(1)
  const future = { ...given[1], happenedAt: '2026-03-03T03:20:00.000Z' }
  expect((await as.post(`/tickets/${id}/evidence`, future)).problem.code).toBe('investigation.happensLater')
  const path = `/tickets/${id}/evidence/${evidence[0]!.id}`
  const withdrawn = await as.delete<Investigation>(path, { reason: '单号抄错' })
  expect(withdrawn.body.evidence[0]?.withdrawn).toMatchObject({ by: people.manager.name, reason: '单号抄错' })
  expect((await as.delete(path, { reason: '再来' })).problem.code).toBe('investigation.withdrawn')
})

test('who opened which evidence, first and last, is seen by everybody who may read it', async () => {
  const { id } = await open()
  const added = await app
    .as(people.manager)
    .post<Investigation>(`/tickets/${id}/evidence`, { kind: 'order', reference: 'A1032' })
  const path = `/tickets/${id}/evidence/${added.body.evidence[0]!.id}/look`
  expect((await app.as(people.quality).put(path)).status).toBe(204)
  app.setNow('2026-03-02T13:30+08:00')
  expect((await app.as(people.lead).put(path)).status).toBe(204)
  expect((await app.as(people.quality).put(path)).status).toBe(204)
  app.setNow('2026-03-02T12:00+08:00')
  expect((await app.as(people.other).put(path)).status).toBe(404)
  const looks = (await read(id)).evidence[0]!.looks
  expect(looks.map((look) => [look.who.name, look.firstAt, look.lastAt]).sort()).toEqual(
    [
      [people.lead.name, '2026-03-02T05:30:00.000Z', '2026-03-02T05:30:00.000Z'],
      [people.quality.name, '2026-03-02T04:00:00.000Z', '2026-03-02T05:30:00.000Z'],
    ].sort(),
  )
})

test('photos of evidence are for whoever may read the ticket, and never on the customer’s page', async () => {
  const { id, token } = await open()
  const photo = await uploaded(app, people.manager)
  await app.as(people.manager).post(`/tickets/${id}/evidence`, { kind: 'photo', photos: [photo] })
  expect((await app.as(people.quality).get(`/attachments/${photo}`)).status).toBe(200)
  expect((await app.as(people.other).get(`/attachments/${photo}`)).status).toBe(404)
  const page = await app.anonymous.get(`/public/progress/${token}`)
  expect(page.text).not.toContain(photo)
  expect((await app.anonymous.get(`/public/progress/${token}/photos/${photo}`)).status).toBe(404)
})

test('a photo that the customer sent or was sent is still shown on the customer’s page', async () => {
  const { id, token } = await open()
  const photo = await uploaded(app, people.lead)
  await app.as(people.lead).post(`/tickets/${id}/replies`, { text: '这是重做的那一杯。', photos: [photo] })
  expect((await app.anonymous.get(`/public/progress/${token}/photos/${photo}`)).status).toBe(200)
})

test('the other shop’s manager neither reads nor writes', async () => {
  const { id } = await open()
  const as = app.as(people.other)
  expect((await as.get(`/tickets/${id}/investigation`)).status).toBe(404)
  expect((await as.put(`/tickets/${id}/investigation`, { ...FOUND, seenAt: null })).status).toBe(404)
  expect((await as.post(`/tickets/${id}/evidence`, { kind: 'order', reference: 'A1' })).status).toBe(404)
})

test('one names people who reach the shop and can read the ticket, those of the shop first', async () => {
  const finance = await app.make.staff({ role: 'finance' })
  const { id } = await open()
  const { body } = await app.as(people.lead).get<Colleagues>(`/tickets/${id}/colleagues`)
  const ids = body.people.map((p) => p.id)
  expect(ids).not.toContain(finance.id)
  expect(ids).not.toContain(people.other.id)
  expect(new Set(ids.slice(0, 2))).toEqual(new Set([people.manager.id, people.clerk.id]))
  expect(body.teams.find((t) => t.key === 'quality')?.people).toContain(people.quality.id)
})
