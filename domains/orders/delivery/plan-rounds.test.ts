import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactCost } from '#test/exact-rounds'
import { planRounds } from './plan-rounds.ts'
import type { Carrier, Job } from './round-cost.ts'

const PACE = { speedKmh: 18, detour: 1.35, atDoorMin: 4 }
const point = fc.record({
  lat: fc.double({ min: 30.24, max: 30.3, noNaN: true }),
  lng: fc.double({ min: 120.1, max: 120.18, noNaN: true }),
})
const carriers = fc
  .array(fc.record({ at: fc.option(point), freeMin: fc.nat(20), most: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map((c, n): Carrier => ({ id: `rider-${n}`, located: c.at !== null, ...c })))
const jobs = (most: number) =>
  fc
    .array(
      fc.record({
        from: point,
        to: fc.option(point),
        readyMin: fc.nat(25),
        dueMin: fc.integer({ min: 10, max: 70 }),
        hold: fc.constantFrom('free', 'free', 'free', 'fixed', 'carried'),
      }),
      { maxLength: most },
    )
    .map((all) =>
      all.map(
        ({ hold, ...j }, n): Job => ({
          ...j,
          id: `job-${n}`,
          carried: hold === 'carried',
          fixed: hold === 'fixed',
          riderId: hold === 'free' ? null : 'rider-0',
        }),
      ),
    )

test('every order is in exactly one round, fetched before it is brought, never more on board than a rider takes', () => {
  fc.assert(
    fc.property(carriers, jobs(14), (riders, work) => {
      const plan = planRounds(PACE, riders, work)
      const places = plan.rounds.flatMap(({ riderId, way }) => way.map((leg) => ({ ...leg, riderId })))
      expect(plan.left).toEqual([])
      for (const job of work) {
        const mine = places.filter((leg) => leg.jobId === job.id)
        expect(mine.map((leg) => leg.kind)).toEqual(job.carried ? ['drop'] : ['pick', 'drop'])
        expect(new Set(mine.map((leg) => leg.riderId)).size).toBe(1)
        if (job.carried || job.fixed) expect(mine[0]?.riderId).toBe('rider-0')
        if (!job.carried) expect(mine[0]!.atMin).toBeGreaterThanOrEqual(job.readyMin)
      }
      for (const { riderId, way } of plan.rounds) {
        const carried = work.filter((job) => job.carried && job.riderId === riderId).length
        const most = Math.max(carried, riders.find((r) => r.id === riderId)!.most)
        let load = carried
        for (const leg of way) {
          load += leg.kind === 'pick' ? 1 : -1
          expect(load).toBeLessThanOrEqual(most)
        }
        expect(way.map((leg) => leg.atMin)).toEqual(way.map((leg) => leg.atMin).toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 120 },
  )
}, 60_000)

test('the same riders and orders give the same plan, in whatever order they are told', () => {
  fc.assert(
    fc.property(carriers, jobs(9), (riders, work) => {
      expect(planRounds(PACE, riders.toReversed(), work.toReversed())).toEqual(planRounds(PACE, riders, work))
    }),
    { numRuns: 40 },
  )
})

test('on small cases it is never better than the exact plan, and less than five in a hundred worse on average', () => {
  const gaps: number[] = []
  const free = jobs(6).map((all) =>
    all.map((j): Job => ({ ...j, carried: false, fixed: false, riderId: null })),
  )
  fc.assert(
    fc.property(carriers, free, (some, work) => {
      const riders = some.map((r) => ({ ...r, located: true }))
      const exact = exactCost(PACE, riders, work)
      const { cost } = planRounds(PACE, riders, work)
      expect(cost).toBeGreaterThanOrEqual(exact - 1e-6)
      if (exact > 0) gaps.push(cost / exact - 1)
    }),
    { numRuns: 80, seed: 7 },
  )
  expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.05)
})

const WEST_LAKE = { lat: 30.25, lng: 120.15 }
const near = (n: number) => ({ lat: 30.26 + n * 0.0005, lng: 120.16 })
const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  from: WEST_LAKE,
  to: near(0),
  readyMin: 0,
  dueMin: 60,
  carried: false,
  riderId: null,
  fixed: false,
  ...more,
})
const rider = (id: string, more: Partial<Carrier> = {}): Carrier => ({
  id,
  at: WEST_LAKE,
  located: true,
  freeMin: 0,
  most: 4,
  ...more,
})
const riderOf = (plan: ReturnType<typeof planRounds>, id: string) =>
  plan.rounds.find(({ way }) => way.some((leg) => leg.jobId === id))?.riderId

test('two orders to neighbours go in one round', () => {
  const plan = planRounds(PACE, [rider('a'), rider('b')], [job('1'), job('2', { to: near(1) })])
  expect(riderOf(plan, '1')).toBe(riderOf(plan, '2'))
})

test('an order that would be late goes to the rider who is there in time, although another is nearer to the door', () => {
  const busy = rider('busy', { freeMin: 40 })
  const far = rider('far', { at: { lat: 30.262, lng: 120.15 } })
  expect(riderOf(planRounds(PACE, [busy, far], [job('1', { dueMin: 25 })]), '1')).toBe('far')
})

test('a little gain does not take a stop from its rider; a great one does', () => {
  const here = rider('here', { at: { lat: 30.2505, lng: 120.15 } })
  const kept = planRounds(PACE, [here, rider('closer')], [job('1', { riderId: 'here' })])
  expect(riderOf(kept, '1')).toBe('here')
  const away = rider('here', { freeMin: 50 })
  expect(
    riderOf(planRounds(PACE, [away, rider('b')], [job('1', { riderId: 'here', dueMin: 30 })]), '1'),
  ).toBe('b')
})

test('an order goes first to riders whose place is known, and to another only where they would all be late', () => {
  const unknown = rider('a-unknown', { at: null, located: false })
  const known = rider('known', { at: { lat: 30.28, lng: 120.15 } })
  expect(riderOf(planRounds(PACE, [unknown, known], [job('1')]), '1')).toBe('known')
  const held = { ...known, freeMin: 60 }
  expect(riderOf(planRounds(PACE, [unknown, held], [job('1', { dueMin: 30 })]), '1')).toBe('a-unknown')
  expect(riderOf(planRounds(PACE, [unknown], [job('1')]), '1')).toBe('a-unknown')
})

test('what a rider has already stays when the phone falls silent', () => {
  const silent = rider('silent', { at: null, located: false })
  expect(riderOf(planRounds(PACE, [silent, rider('known')], [job('1', { riderId: 'silent' })]), '1')).toBe(
    'silent',
  )
})

test('what somebody fixed stays, however late it becomes', () => {
  const fixed = job('1', { riderId: 'slow', fixed: true, dueMin: 20 })
  const plan = planRounds(PACE, [rider('slow', { freeMin: 60 }), rider('quick')], [fixed])
  expect(riderOf(plan, '1')).toBe('slow')
})

test('what nobody may take is left over and said so', () => {
  expect(planRounds(PACE, [], [job('1')]).left).toEqual(['1'])
  expect(planRounds(PACE, [rider('a')], [job('1')], () => false).left).toEqual(['1'])
})
