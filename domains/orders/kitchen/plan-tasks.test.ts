import { expect, test } from 'vitest'
import { type PlanStation, type PlanTask, planTasks } from './plan-tasks.ts'

const NOW = new Date('2026-03-02T04:00:00Z')
const at = (min: number) => new Date(NOW.getTime() + min * 60_000)
const min = (date: Date) => (date.getTime() - NOW.getTime()) / 60_000
const TEA: PlanStation = {
  id: 'tea',
  capacity: 2,
  people: [
    { id: 'an', onDuty: true },
    { id: 'bo', onDuty: true },
  ],
}
const BAKE: PlanStation = {
  id: 'bake',
  capacity: 1,
  people: [
    { id: 'an', onDuty: true },
    { id: 'chen', onDuty: false },
  ],
}

function task(id: string, more: Partial<PlanTask> = {}): PlanTask {
  return {
    id,
    stationId: 'tea',
    state: 'waiting',
    quantity: 1,
    makeS: 120,
    startBy: at(2),
    dueAt: at(10),
    startedAt: null,
    staffId: null,
    fixed: false,
    ...more,
  }
}
const plan = (tasks: PlanTask[], stations = [TEA, BAKE]) =>
  Object.fromEntries(planTasks(tasks, stations, NOW).map((p) => [p.id, p]))

test('the earliest due is made first, whatever was ordered first', () => {
  const order = planTasks(
    [task('a', { dueAt: at(20) }), task('b', { dueAt: at(5) }), task('c', { dueAt: at(9) })],
    [{ ...TEA, capacity: 1 }],
    NOW,
  )
  expect(order.map((p) => p.id)).toEqual(['b', 'c', 'a'])
  expect(order.map((p) => min(p.expectedAt))).toEqual([2, 4, 6])
})

test.each([
  { capacity: 1, quantity: 3, ready: 6 },
  { capacity: 2, quantity: 3, ready: 4 },
  { capacity: 3, quantity: 3, ready: 2 },
  { capacity: 5, quantity: 3, ready: 2 },
])('$quantity pieces on $capacity places are ready after $ready minutes', ({ capacity, quantity, ready }) => {
  const planned = plan([task('a', { quantity })], [{ ...TEA, capacity }])
  expect(min(planned.a!.expectedAt)).toBe(ready)
})

test('people of the station on duty share the work; nobody off duty is given any', () => {
  const planned = plan([task('a'), task('b'), task('c', { stationId: 'bake' })])
  expect([planned.a!.staffId, planned.b!.staffId]).toEqual(['an', 'bo'])
  expect(planned.c!.staffId).toBe('an')
})

test('who works at two stations already carries the work of both', () => {
  const planned = plan([
    task('bun', { stationId: 'bake', makeS: 600, dueAt: at(3) }),
    task('tea', { dueAt: at(5) }),
  ])
  expect(planned.bun!.staffId).toBe('an')
  expect(planned.tea!.staffId).toBe('bo')
})

test('a station with nobody on duty is planned without a person', () => {
  const alone = { ...BAKE, people: [{ id: 'chen', onDuty: false }] }
  expect(plan([task('a', { stationId: 'bake' })], [alone]).a).toMatchObject({
    staffId: null,
    expectedAt: at(2),
  })
})

test('what is being made holds its place and its maker, also past its standard time', () => {
  const making = { state: 'making' as const, staffId: 'chen', startedAt: at(-1) }
  const one = { ...TEA, capacity: 1 }
  const soon = plan([task('a', making), task('b')], [one])
  expect([min(soon.a!.expectedAt), min(soon.b!.expectedAt), soon.a!.staffId]).toEqual([1, 3, 'chen'])
  const over = plan([task('a', { ...making, startedAt: at(-9) }), task('b')], [one])
  expect([min(over.a!.expectedAt), min(over.b!.expectedAt)]).toEqual([0.5, 2.5])
})

test('what a person gave to somebody stays there until that one goes off duty', () => {
  const given = { fixed: true, staffId: 'bo' }
  expect(plan([task('a', given)]).a!.staffId).toBe('bo')
  const bothOff = {
    ...TEA,
    people: [
      { id: 'an', onDuty: true },
      { id: 'bo', onDuty: false },
    ],
  }
  expect(plan([task('a', given)], [bothOff]).a!.staffId).toBe('an')
})

test('what is wanted in the afternoon does not take the place of what is due now', () => {
  const planned = plan(
    [task('noon', { dueAt: at(30), startBy: at(28) }), task('later', { dueAt: at(180), startBy: at(178) })],
    [{ ...TEA, capacity: 1 }],
  )
  expect(planned.noon!.later).toBe(true)
  expect(planned.later).toMatchObject({ later: true, startAt: at(168), expectedAt: at(170) })
})

test('a line of no station is planned by itself and waits for whoever takes it', () => {
  expect(plan([task('a', { stationId: null })]).a).toMatchObject({ staffId: null, expectedAt: at(2) })
  expect(plan([task('a', { stationId: null, fixed: true, staffId: 'bo' })]).a!.staffId).toBe('bo')
})

test('the same kitchen is planned the same way twice', () => {
  const tasks = Array.from({ length: 40 }, (_, n) =>
    task(`t${String(n).padStart(2, '0')}`, {
      dueAt: at((n * 7) % 30),
      stationId: n % 3 ? 'tea' : 'bake',
      quantity: 1 + (n % 3),
    }),
  )
  expect(planTasks(tasks, [TEA, BAKE], NOW)).toEqual(planTasks([...tasks].reverse(), [TEA, BAKE], NOW))
})
