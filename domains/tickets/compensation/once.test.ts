import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { type CompensationWorld, type OpenedTicket, openCompensationWorld } from '#test/compensation-world'

let app: TestApp
let world: CompensationWorld

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  world = await openCompensationWorld(app)
})
afterAll(() => app.close())

type Deed =
  | { do: 'propose'; which: number; ticket: number; kind: 'coupon' | 'refund' | 'points'; amount: number }
  | { do: 'approve' | 'reject'; which: number; by: 'manager' | 'region' | 'lead' }
  | { do: 'cancel'; which: number; ticket: number }

const which = fc.nat(3)
const ticket = fc.nat(1)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      which,
      ticket,
      kind: fc.constantFrom('coupon' as const, 'refund' as const, 'points' as const),
      amount: fc.constantFrom(900, 4_000, 9_000, 40_000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'approve' as const, 'reject' as const),
      which,
      by: fc.constantFrom('manager' as const, 'region' as const, 'lead' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which, ticket }) },
)
/** Rounds of deeds; those of one round start at the same moment on connections of their own. */
const rounds = fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 })

type Rows = {
  compensations: { id: string; kind: string; state: string; amount_minor: number; points: number }[]
  approvals: { compensation_id: string; state: string }[]
  coupons: { source: string; amount_minor: number }[]
  points: { source: string; points: number }[]
  messages: { id: string | null }[]
  used: number
}

async function rowsOf(): Promise<Rows> {
  return app.services.db.inBrand(world.brand.id, async (tx) => ({
    compensations: await tx
      .selectFrom('tickets.compensation')
      .select(['id', 'kind', 'state', 'amount_minor', 'points'])
      .execute(),
    approvals: await tx.selectFrom('tickets.approval').select(['compensation_id', 'state']).execute(),
    coupons: await tx.selectFrom('loyalty.coupon').select(['source', 'amount_minor']).execute(),
    points: await tx.selectFrom('loyalty.points_entry').select(['source', 'points']).execute(),
    messages: (
      await tx.selectFrom('tickets.entry').select('data').where('kind', '=', 'message_out').execute()
    ).flatMap(({ data }) => {
      const { compensationId } = data as { compensationId?: string }
      return compensationId ? [{ id: compensationId }] : []
    }),
    used: (
      await tx
        .selectFrom('tickets.budget')
        .select('used_minor')
        .where('shop_id', '=', world.shop.id)
        .execute()
    ).reduce((sum, row) => sum + row.used_minor, 0),
  }))
}

/** What must hold whatever happened before: given once or not at all, never without every yes, and the books agree. */
function check(rows: Rows, wished: ReadonlyMap<string, number>): void {
  const live = rows.compensations.filter((c) => c.state === 'issued' || c.state === 'waiting')
  expect(rows.used).toBe(live.reduce((sum, c) => sum + c.amount_minor, 0))
  for (const given of rows.compensations) {
    const issued = given.state === 'issued'
    const source = `compensation:${given.id}`
    const count = (list: { source: string }[]) => list.filter((x) => x.source === source).length
    expect(count(rows.coupons)).toBe(issued && given.kind === 'coupon' ? 1 : 0)
    expect(count(rows.points)).toBe(issued && given.kind === 'points' ? 1 : 0)
    expect(rows.messages.filter((m) => m.id === given.id)).toHaveLength(issued ? 1 : 0)
    const steps = rows.approvals.filter((a) => a.compensation_id === given.id)
    if (issued) expect(steps.every((s) => s.state === 'approved')).toBe(true)
    expect(steps.filter((s) => s.state === 'asked')).toHaveLength(given.state === 'waiting' ? 1 : 0)
    expect(given.amount_minor).toBe(wished.get(given.id))
  }
  for (const coupon of rows.coupons) {
    const of = rows.compensations.find((c) => `compensation:${c.id}` === coupon.source)
    expect(coupon.amount_minor).toBe(of?.amount_minor)
  }
}

async function doIt(tickets: OpenedTicket[], ids: string[], step: Deed): Promise<number> {
  const { people } = world
  const id = ids[step.which]!
  if (step.do === 'propose') {
    const { kind, amount } = step
    const worth = kind === 'points' ? { points: amount } : { amountMinor: amount }
    const wish = { id, kind, ...worth, confirmed: true }
    return (await world.propose(tickets[step.ticket]!.id, people.agent, wish)).status
  }
  if (step.do === 'cancel')
    return (await app.as(people.agent).delete(`/tickets/${tickets[step.ticket]!.id}/compensation/${id}`))
      .status
  const steps = await app.services.db.inBrand(world.brand.id, (tx) =>
    tx
      .selectFrom('tickets.approval')
      .select('id')
      .where('compensation_id', '=', id)
      .orderBy('step')
      .execute(),
  )
  const statuses = await Promise.all(
    steps.map((s) =>
      world.decide(s.id, people[step.by], step.do === 'approve' ? 'approve' : 'reject', '查过了'),
    ),
  )
  return Math.max(200, ...statuses.map((s) => s.status))
}

test('whatever several people do at once, nothing is given twice or unapproved, and the month adds up', async () => {
  const wished = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(rounds, async (plan) => {
      const phone = `137${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
      const tickets = await Promise.all([
        world.ticket('等了半个多小时', { contact: phone }),
        world.ticket('店员说话冲', { contact: phone }),
      ])
      const ids = Array.from({ length: 4 }, () => randomUUID())
      for (const round of plan) {
        const statuses = await Promise.all(round.map((step) => doIt(tickets, ids, step)))
        expect(statuses.filter((s) => s >= 500)).toEqual([])
        const rows = await rowsOf()
        // Whichever of several proposals with one id came first counts.
        for (const row of rows.compensations) {
          const amounts = plan
            .flat()
            .flatMap((d) => (d.do === 'propose' && ids[d.which] === row.id ? d.amount : []))
          if (!wished.has(row.id)) {
            if (amounts.length) expect(amounts).toContain(row.amount_minor)
            wished.set(row.id, row.amount_minor)
          }
        }
        check(rows, wished)
      }
    }),
    { numRuns: 15 },
  )
}, 180_000)

test('a backend killed in the middle of giving leaves nothing half done; done again it gives exactly one', async () => {
  world = await openCompensationWorld(app)
  const { people, propose, decide, asked, told, used } = world
  const before = await used()
  const ticket = await world.ticket('等了半个多小时', { contact: '13700001111' })
  const id = randomUUID()
  await propose(ticket.id, people.agent, { id, kind: 'coupon', amountMinor: 9_000 })
  const step = (await asked(ticket.id))!
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  // Holds the coupon's unique key, so that the approval stands still exactly while it issues.
  await owner.query('begin')
  await owner.query(
    `insert into loyalty.coupon (brand_id, id, code, source, amount_minor, currency, issued_at, expires_at)
     values ($1, $2, 'HOLD', $3, 1, 'CNY', now(), now())`,
    [world.brand.id, randomUUID(), `compensation:${id}`],
  )
  const first = decide(step.id, people.manager)
  const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    and query ilike '%loyalty%coupon%' and pid <> pg_backend_pid()`
  const looker = new pg.Client({ connectionString: app.database.ownerUrl })
  await looker.connect()
  const stuck = await until(async () => (await looker.query<{ pid: number }>(waiting)).rows[0])
  await looker.query('select pg_terminate_backend($1)', [stuck.pid])
  await looker.end()
  expect((await first).status).toBeGreaterThanOrEqual(500)
  await owner.query('rollback')
  await owner.end()
  const half = (await rowsOf()).compensations.find((c) => c.id === id)
  expect([half?.state, (await asked(ticket.id))?.id, await used()]).toEqual([
    'waiting',
    step.id,
    before + 9_000,
  ])
  expect((await told(ticket)).join()).not.toContain('优惠券')

  const again = await Promise.all([decide(step.id, people.manager), decide(step.id, people.manager)])
  expect(again.map((a) => a.status)).toEqual([200, 200])
  const rows = await rowsOf()
  expect(rows.coupons.filter((c) => c.source === `compensation:${id}`)).toHaveLength(1)
  expect(rows.messages.filter((m) => m.id === id)).toHaveLength(1)
  expect((await told(ticket)).filter((m) => m.includes('优惠券'))).toHaveLength(1)
  expect(await used()).toBe(before + 9_000)
}, 60_000)

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 20_000; tries++) {
    const found = await look()
    if (found) return found
  }
  throw new Error('it never came to that')
}
