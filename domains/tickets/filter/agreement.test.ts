import fc from 'fast-check'
import { sql } from 'kysely'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TicketStatus } from '#contracts/tickets'
import { type Condition, type ConditionField, Conditions } from '#contracts/tickets/filter'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { conditionsSql } from './condition-data.ts'
import { factsOf } from './facts-data.ts'
import { matches, type Standpoint, type TicketFacts } from './matches.ts'

const NOW = new Date('2026-03-02T12:00:00+08:00')
const TAGS = ['加急', '退款', '老客']
const CAUSES = ['', 'kitchen', 'training']
const CATEGORIES = ['drink.wrong', 'drink.cold', 'service.rude', 'service', 'x.drink.wrong']
const WORDS = ['少糖做成了全糖', '等了四十分钟 order', '杯盖没盖紧', 'ICE 冰太多', '']

let app: TestApp
let shops: MadeShop[]
let staff: MadeStaff
let other: MadeStaff
let from: Standpoint
let facts: Map<string, TicketFacts>

const pick = <T>(random: () => number, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)]!

beforeAll(async () => {
  app = await startApp({ now: NOW.toISOString() })
  const region = await app.make.region()
  shops = [await app.make.shop(), await app.make.shop(), await app.make.shop({ regionId: region.id })]
  staff = await app.make.staff({ role: 'agent' })
  other = await app.make.staff({ role: 'lead' })
  const byRegion = Map.groupBy(shops, (shop) => shop.regionId)
  from = {
    staffId: staff.id,
    now: NOW,
    shopsOf: new Map([...byRegion].map(([id, list]) => [id, list.map((shop) => shop.id)])),
  }
  const codes = await app
    .as(await app.make.staff({ role: 'admin' }))
    .post<{ slug: string }[]>('/codes', { shopId: shops[0]!.id, place: 'table', labels: ['A1'] })
  let seed = 7
  const random = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  for (let n = 0; n < 60; n++) {
    const content = `${pick(random, WORDS)}。第 ${n} 单`
    await app.anonymous.post(
      `/public/forms/${codes.body[0]!.slug}/feedback`,
      { submissionId: uuidv4(), content, mood: pick(random, ['good', 'fair', 'bad']), locale: 'zh-CN' },
      { ip: `10.0.0.${n}` },
    )
  }
  await app.services.db.inBrand(shops[0]!.brandId, async (tx) => {
    const rows = await tx.selectFrom('tickets.ticket').select(['id']).execute()
    for (const { id } of rows) {
      const at = (hours: number) => new Date(NOW.getTime() - Math.round(hours * 3_600_000))
      const opened = random() * 2000
      const closed = random() < 0.4 ? at(random() * 500) : null
      const tags = TAGS.filter(() => random() < 0.4)
      const status = closed
        ? pick(random, ['closed', 'set_aside', 'merged'])
        : pick(random, TicketStatus.options.slice(0, 7))
      const stars = pick(random, [null, 1, 2, 3, 4, 5])
      await sql`update tickets.ticket set status = ${status}, kind = ${pick(random, ['praise', 'complaint', 'inquiry'])},
        priority = ${pick(random, ['P1', 'P2', 'P3', 'P4'])}, categories = ${[pick(random, CATEGORIES), pick(random, CATEGORIES)]}::text[],
        shop_id = ${pick(random, [null, ...shops.map((s) => s.id)])}::uuid, assignee_id = ${pick(random, [null, staff.id, other.id])}::uuid,
        tags = ${tags}::text[], cause = ${pick(random, CAUSES)}, locale = ${pick(random, ['zh-CN', 'zh-TW', 'en'])},
        severity = ${pick(random, [1, 2, 3, 4])}, impact = ${pick(random, [1, 2, 3, 4])}, cycle = ${pick(random, [1, 1, 2, 3])},
        escalation = ${pick(random, [0, 1, 2])}, photos = ${pick(random, [0, 1, 4])}, open_tasks = ${pick(random, [0, 2])},
        fields = fields || jsonb_build_object('stars', ${stars}::int), rating = ${pick(random, [null, '{"stars":2}', '{"stars":5}'])}::jsonb,
        opened_at = ${at(opened)}, updated_at = ${at(random() * opened)}, closed_at = ${closed},
        due_at = ${pick(random, [null, at(-random() * 40), at(random() * 40)])}, late_reason = ${pick(random, ['', '缺料'])},
        triage = ${pick(random, ['{"by":"rules","sure":null}', '{"by":"model","sure":0.41}', '{"by":"model","sure":0.6}', '{"by":"person","sure":0.2}', '{"by":"rules"}'])}::jsonb
        where id = ${id}::uuid`.execute(tx)
    }
    facts = await factsOf(
      tx,
      rows.map((row) => row.id),
    )
  })
}, 120_000)
afterAll(() => app.close())

const chosen = <T>(field: string, values: fc.Arbitrary<T>) =>
  fc.record({
    field: fc.constant(field),
    op: fc.constantFrom('is', 'is_not'),
    values: fc.array(values, { minLength: 1, maxLength: 3 }),
  })
const compared = (field: string, most: number) =>
  fc.record({
    field: fc.constant(field),
    op: fc.constantFrom('at_least', 'at_most'),
    value: fc.integer({ min: 0, max: most }),
  })
const inTime = (field: string) =>
  fc.record({
    field: fc.constant(field),
    op: fc.constantFrom('within', 'before'),
    span: fc.record({
      amount: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom('minute', 'hour', 'day'),
    }),
  })
const yesNo = (field: string) =>
  fc.record({ field: fc.constant(field), op: fc.constant('is'), value: fc.boolean() })

/** Every field of the language; a new one does not pass without a line here. */
const FIELDS: Record<ConditionField, () => fc.Arbitrary<unknown>> = {
  status: () => chosen('status', fc.constantFrom(...TicketStatus.options)),
  kind: () => chosen('kind', fc.constantFrom('praise', 'complaint', 'inquiry')),
  priority: () => chosen('priority', fc.constantFrom('P1', 'P2', 'P3', 'P4')),
  category: () => chosen('category', fc.constantFrom('drink', 'service', 'drink.wrong', 'service.rude', 'd')),
  channel: () => chosen('channel', fc.constantFrom('qr', 'website')),
  shop: () => chosen('shop', fc.constantFrom('none', ...shops.map((s) => s.id))),
  region: () => chosen('region', fc.constantFrom(...shops.map((s) => s.regionId), uuidv4())),
  team: () => chosen('team', fc.constantFrom('service', 'front', [...facts.values()][0]!.team)),
  assignee: () => chosen('assignee', fc.constantFrom('me', 'none', other.id)),
  tag: () => chosen('tag', fc.constantFrom(...TAGS, '没有的')),
  cause: () => chosen('cause', fc.constantFrom('kitchen', 'training')),
  mood: () => chosen('mood', fc.constantFrom('good', 'fair', 'bad')),
  language: () => chosen('language', fc.constantFrom('zh-CN', 'zh-TW', 'en')),
  severity: () => compared('severity', 4),
  impact: () => compared('impact', 4),
  cycle: () => compared('cycle', 3),
  escalation: () => compared('escalation', 2),
  stars: () => compared('stars', 5),
  rating: () => compared('rating', 5),
  photos: () => compared('photos', 4),
  openTasks: () => compared('openTasks', 2),
  opened: () => inTime('opened'),
  updated: () => inTime('updated'),
  closed: () => inTime('closed'),
  due: () => inTime('due'),
  open: () => yesNo('open'),
  overdue: () => yesNo('overdue'),
  lateReason: () => yesNo('lateReason'),
  knownCustomer: () => yesNo('knownCustomer'),
  unsure: () => yesNo('unsure'),
  words: () =>
    fc.record({
      field: fc.constant('words'),
      op: fc.constantFrom('contain', 'lack'),
      value: fc.constantFrom(
        '全糖',
        '冰',
        'order',
        'ORDER 分钟',
        '杯盖',
        '。。',
        '没有',
        '做成 全糖',
        '糖全',
      ),
    }),
}

async function bySql(conditions: Condition[]): Promise<string[]> {
  return app.services.db.inBrand(shops[0]!.brandId, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select t.id from tickets.ticket t where ${conditionsSql(conditions, from)}`.execute(tx)
    return rows.map((row) => row.id).sort()
  })
}
const byMatching = (conditions: Condition[]) =>
  [...facts].flatMap(([id, one]) => (matches(conditions, one, from) ? [id] : [])).sort()

describe('the database and the pure rule say the same', () => {
  test.each(Object.keys(FIELDS) as ConditionField[])('%s', async (field) => {
    const found = new Set<number>()
    await fc.assert(
      fc.asyncProperty(FIELDS[field](), async (given) => {
        const conditions = Conditions.parse([given])
        const wanted = byMatching(conditions)
        found.add(wanted.length)
        expect(await bySql(conditions)).toEqual(wanted)
      }),
      { numRuns: 25 },
    )
    expect(Math.max(...found), 'the tickets of this test have nothing to find').toBeGreaterThan(0)
  })

  test('of several conditions all are needed', async () => {
    const any = fc.oneof(...Object.values(FIELDS).map((make) => make()))
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 2, maxLength: 5 }), async (given) => {
        const conditions = Conditions.parse(given)
        expect(await bySql(conditions)).toEqual(byMatching(conditions))
      }),
      { numRuns: 120 },
    )
  })
})
