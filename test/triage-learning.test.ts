import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TriageLearning, TriageQuality } from '#contracts/language'
import type { Ticket } from '#contracts/tickets'
import { gramKey, gramsOf, keepCorrection } from '#domains/language'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { numbers } from '#test/numbers'

const ICE = [
  '说好少冰给的全是冰',
  '少冰都不会做，喝着一杯冰',
  '备注少冰，来了一杯冰',
  '点了少冰，冰块占半杯',
  '少冰做成多冰',
]
const OTHER = ['珍珠煮得太硬了', '排队半小时没人叫号', '店员爱答不理', '杯子漏了一身', '三分糖甜得发腻']
const TAILS = ['', '！', '，下次注意', '，第二次了', '，味道还可以', '，真失望']

let app: TestApp
let shop: MadeShop
let lead: MadeStaff
let executive: MadeStaff
let slug: string

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  await app.make.staff({ role: 'agent' })
  lead = await app.make.staff({ role: 'lead' })
  executive = await app.make.staff({ role: 'executive' })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  const codes = await app.as(manager).post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

async function tell(content: string): Promise<Ticket> {
  const res = await app.anonymous.post(`/public/forms/${slug}/feedback`, {
    submissionId: crypto.randomUUID(),
    content,
    locale: 'zh-CN',
  })
  const number = Number((res.body as { number: string }).number.slice(3))
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('number', '=', number).executeTakeFirstOrThrow(),
  )
  return (await app.as(lead).get<Ticket>(`/tickets/${row.id}`)).body
}
const quality = async (who = lead) => (await app.as(who).get<TriageQuality>('/triage-quality')).body
const learning = async () => (await app.as(lead).get<TriageLearning>('/triage-learning')).body
const keys = (ticket: Ticket) => ticket.triage.categories.map((c) => c.key)
const corrections = () =>
  app.services.db.inBrand(shop.brandId, (tx) => tx.selectFrom('language.correction').selectAll().execute())

test('what a person says of a judgement is kept without its words, counted by week, and confirmed with one tap', async () => {
  const ticket = await tell('点的少冰，做成了多冰，我叫王小明，13800138000')
  expect(ticket.triage).toMatchObject({ by: 'model', kind: 'complaint' })
  expect(ticket.triage.sure).toBeGreaterThan(50)
  const corrected = await app.as(lead).put<Ticket>(`/tickets/${ticket.id}/triage`, {
    kind: 'complaint',
    categories: ['making.note_ignored'],
    severity: 2,
    impact: 1,
    reason: '备注没看',
  })
  expect(corrected.body.triage).toMatchObject({ by: 'person', byName: lead.name, sure: null, unsure: false })

  const other = await tell('店员爱答不理，问什么都不说话')
  const confirmed = await app.as(lead).put<Ticket>(`/tickets/${other.id}/triage/confirmation`)
  expect(confirmed.body.triage).toMatchObject({ by: 'person', kind: other.triage.kind })
  expect(keys(confirmed.body)).toEqual(keys(other))

  const kept = await corrections()
  expect(kept).toHaveLength(2)
  expect(JSON.stringify(kept)).not.toMatch(/少冰|王小明|13800138000|爱答不理/)
  const seen = await quality()
  expect(seen.total.kind).toEqual({ n: 2, agreed: 2 })
  expect(seen.total.category).toEqual({ n: 2, agreed: 1 })
  expect(seen.weeks.at(-1)).toMatchObject({ week: '2026-03-02', fields: { category: { n: 2, agreed: 1 } } })
  expect(seen.weeks).toHaveLength(12)
  const confusion = seen.confusions.find((c) => c.field === 'category')!
  expect(confusion).toMatchObject({ n: 1, tickets: [{ id: ticket.id, number: ticket.number }] })
  expect(confusion.meant).toContain('备注')
})

test('praise has no severity, so agreeing on it says nothing of severities; what was missed does', async () => {
  const before = (await quality()).total
  const praise = await tell('店员特别热情，好喝')
  expect(praise.triage.kind).toBe('praise')
  await app.as(lead).put(`/tickets/${praise.id}/triage/confirmation`)
  const agreed = await quality()
  expect(agreed.total.kind.n).toBe(before.kind.n + 1)
  expect(agreed.total.severity).toEqual(before.severity)
  expect(agreed.weeks.at(-1)!.fields.severity).toEqual(before.severity)

  const missed = await tell('珍珠好喝')
  await app.as(lead).put(`/tickets/${missed.id}/triage`, {
    kind: 'complaint',
    categories: ['drink.toppings'],
    severity: 2,
    impact: 1,
  })
  const { total, severities } = await quality()
  expect(total.severity).toEqual({ n: before.severity.n + 1, agreed: before.severity.agreed })
  expect(severities.find(({ key }) => key === '0')).toMatchObject({ n: 1, agreed: 0 })
  await app.services.db.inBrand(shop.brandId, async (tx) => {
    for (const { id } of [praise, missed])
      await tx.deleteFrom('language.correction').where('ticket_id', '=', id).execute()
  })
})

test('corrected twice it counts once, as it was meant last', async () => {
  const before = (await quality()).total.category
  const ticket = await tell('珍珠煮得太硬了')
  const as = (category: string) =>
    app.as(lead).put(`/tickets/${ticket.id}/triage`, {
      kind: 'complaint',
      categories: [category],
      severity: 2,
      impact: 1,
    })
  await as('service.attitude')
  await as('drink.toppings')
  const after = await quality()
  expect(after.total.category.n).toBe(before.n + 1)
  expect(after.confusions.some((c) => c.field === 'category' && c.meant.includes('态度'))).toBe(false)
})

test('an executive sees the counts and no ticket', async () => {
  const seen = await quality(executive)
  expect(seen.total.kind.n).toBe(5)
  expect(seen.confusions.flatMap((c) => c.tickets)).toEqual([])
})

/** As a person corrects them, but a hundred at once: `meant` gives the category, or nothing when the judgement was right. */
async function correctMany(
  n: number,
  seed: number,
  meant: (ice: boolean, random: () => number) => string | null,
) {
  const random = numbers(seed)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  const actor = {
    kind: 'staff' as const,
    brandId: lead.brandId,
    staffId: lead.id,
    sessionId: '',
    name: lead.name,
    grants: [],
  }
  const ctx = contextFor(app.services, actor)
  const base = {
    kind: 'complaint',
    categories: ['drink.sugar_ice'],
    severity: 2,
    kinds: { emergency: 0, complaint: 0.95, suggestion: 0.02, inquiry: 0.02, praise: 0.01 },
    severities: [0.2, 0.6, 0.1, 0.1],
  }
  await ctx.transaction(async (tx) => {
    const version = await tx.selectFrom('playbook.version').select('id').executeTakeFirstOrThrow()
    for (let i = 0; i < n; i += 1) {
      const ice = random() < 0.4
      const category = meant(ice, random)
      await keepCorrection(tx, ctx, {
        ticketId: crypto.randomUUID(),
        playbookVersionId: version.id,
        text: pick(ice ? ICE : OTHER) + pick(TAILS),
        said: base,
        base,
        layerId: null,
        meant: category ? { ...base, categories: [category] } : base,
      })
    }
  })
}

test('corrections without a rule are learnt from and not used', async () => {
  const random = ['service.attitude', 'making.long_wait', 'packing.leak']
  await correctMany(90, 5, (_, next) => (next() < 0.3 ? random[Math.floor(next() * 3)]! : null))
  app.setNow('2026-03-04T12:00+08:00')
  await app.sweep()
  const { versions } = await learning()
  expect(versions).toHaveLength(1)
  expect(versions[0]).toMatchObject({ state: 'off', why: 'untried', parts: [] })
  await app.services.db.inBrand(shop.brandId, (tx) => tx.deleteFrom('language.correction').execute())
})

test('a habit of the brand is learnt, measured, used, and put back with one tap', async () => {
  expect(keys(await tell('跟店员说了少冰，还是一杯冰'))[0]).not.toBe('drink.inconsistent')
  await correctMany(150, 9, (ice) => (ice ? 'drink.inconsistent' : null))
  app.setNow('2026-03-12T12:00+08:00')
  await app.sweep()
  const { versions, corrections: seen } = await learning()
  expect(seen).toBe(150)
  expect(versions[0]).toMatchObject({ number: 2, state: 'on', why: 'better', learntFrom: 150 })
  const { category } = versions[0]!.figures
  expect(category.with).toBeGreaterThan(category.without)

  const habitual = await tell('跟店员说了少冰，还是一杯冰')
  expect(keys(habitual)[0]).toBe('drink.inconsistent')
  expect(habitual.triage.reasons[0]).toMatchObject({ kind: 'rule', text: '按你们以往的更正' })
  const [danger, elsewhere] = [await tell('少冰也没用，喝出一只虫子'), await tell('店员爱答不理')]
  expect(danger.triage).toMatchObject({ kind: 'emergency', by: 'rules' })
  expect(keys(elsewhere)[0]).toBe('service.attitude')

  const back = await app.as(lead).delete<TriageLearning>('/triage-learning/version')
  expect(back.body.versions[0]).toMatchObject({ state: 'off', why: 'person', changedBy: lead.name })
  expect(keys(await tell('跟店员说了少冰，还是一杯冰'))[0]).not.toBe('drink.inconsistent')
  expect((await app.as(lead).delete('/triage-learning/version')).problem.code).toBe('language.layerOff')
})

test('what was put back is used again only when newer corrections speak for it', async () => {
  app.setNow('2026-03-19T13:00+08:00')
  await app.sweep()
  expect((await learning()).versions[0]).toMatchObject({ number: 3, state: 'off', why: 'untried' })
  expect(keys(await tell('跟店员说了少冰，还是一杯冰'))[0]).not.toBe('drink.inconsistent')
  await correctMany(150, 11, (ice) => (ice ? 'drink.inconsistent' : null))
  app.setNow('2026-03-26T14:00+08:00')
  await app.sweep()
  expect((await learning()).versions[0]).toMatchObject({ number: 4, state: 'on', why: 'better' })
})

test('the version in use is shown and can be put back, however many were tried since', async () => {
  await app.services.db.inBrand(shop.brandId, async (tx) => {
    const [on] = await tx.selectFrom('language.layer').selectAll().where('state', '=', 'on').execute()
    const { id: _, figures, ...like } = on!
    for (let number = 5; number <= 40; number += 1)
      await tx
        .insertInto('language.layer')
        .values({
          ...like,
          id: crypto.randomUUID(),
          number,
          figures: JSON.stringify(figures),
          parts: [],
          state: 'off',
          why: 'untried',
        })
        .execute()
  })
  const { versions } = await learning()
  expect(versions.find(({ state }) => state === 'on')).toMatchObject({ number: 4 })
  const back = await app.as(lead).delete<TriageLearning>('/triage-learning/version')
  expect(back.body.versions.some(({ state }) => state === 'on')).toBe(false)
  expect(keys(await tell('跟店员说了少冰，还是一杯冰'))[0]).not.toBe('drink.inconsistent')
})

test('stopped, nothing new is tried; resumed, it learns at once', async () => {
  await app.as(lead).put('/triage-learning', { stopped: true })
  app.setNow('2026-04-04T12:00+08:00')
  await app.sweep()
  expect((await learning()).versions[0]).toMatchObject({ number: 40 })
  await app.as(lead).put('/triage-learning', { stopped: false })
  await app.sweep()
  expect((await learning()).versions[0]).toMatchObject({ number: 41, state: 'on' })
})

test('a version that gets worse while it is in use is put away by itself', async () => {
  const { versions } = await learning()
  const text = '少冰给了一杯冰'
  await app.services.db.inBrand(shop.brandId, async (tx) => {
    const like = await tx.selectFrom('language.correction').selectAll().executeTakeFirstOrThrow()
    const base = like.base as object
    for (let i = 0; i < 8; i += 1)
      await tx
        .insertInto('language.correction')
        .values({
          ...like,
          ticket_id: crypto.randomUUID(),
          at: app.services.now(),
          said: JSON.stringify({ ...base, categories: ['drink.inconsistent'] }),
          base: JSON.stringify(base),
          meant: JSON.stringify(base),
          grams: gramsOf(text, gramKey(app.services.keys, shop.brandId)),
          layer_id: versions[0]!.id,
        })
        .execute()
  })
  app.setNow('2026-04-12T12:00+08:00')
  await app.sweep()
  const after = (await learning()).versions
  expect(after.find((v) => v.id === versions[0]!.id)).toMatchObject({ state: 'off', why: 'worse' })
})

test('who may not steer, may not', async () => {
  const agent = await app.make.staff({ role: 'agent' })
  expect((await app.as(agent).get('/triage-learning')).status).toBe(403)
  expect((await app.as(executive).delete('/triage-learning/version')).status).toBe(403)
})
