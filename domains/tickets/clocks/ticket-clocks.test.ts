import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { workCalendar } from '#domains/playbook'
import {
  type ClockRules,
  cancel,
  isRunning,
  meet,
  nextDue,
  repause,
  retarget,
  startClocks,
} from './ticket-clocks.ts'

const table = { covers: () => true, ruleOn: () => 'plain' as const }
const calendars = () => workCalendar({ kind: 'always', zone: 'Asia/Shanghai', table: table as never })
const target = (minutes: number) => ({ minutes, calendar: 'always' })
const row = (respond: number, plan: number, resolve: number) => ({
  acknowledge: target(1),
  respond: target(respond),
  plan: target(plan),
  resolve: target(resolve),
})
const playbook = {
  calendars: [{ key: 'always', name: '全天', kind: 'always', holidays: false }],
  sla: {
    P1: row(10, 60, 240),
    P2: row(60, 240, 1440),
    P3: row(240, 1440, 4320),
    P4: row(1440, 2880, 10080),
    kinds: {},
    warnAt: 0.75,
    reopenedFactor: 0.5,
    escalateEveryMin: 30,
    alarmEverySec: 60,
  },
} as unknown as Playbook
const rules = (priority: ClockRules['priority']): ClockRules => ({
  playbook,
  kind: 'complaint',
  priority,
  calendars,
})
const at = (min: number) => new Date(Date.UTC(2026, 2, 2) + min * 60_000)
const minOf = (date: Date | null | undefined) => (date ? (date.getTime() - at(0).getTime()) / 60_000 : null)
const due = (clocks: ReturnType<typeof startClocks>, metric: string) =>
  minOf(clocks.find((c) => c.metric === metric && c.state !== 'cancelled')?.due_at)

test('a new ticket has one clock for each metric, warned at three quarters', () => {
  const clocks = startClocks(rules('P2'), 1, at(0))
  expect(clocks.map((c) => [c.metric, minOf(c.due_at), minOf(c.warn_at)])).toEqual([
    ['acknowledge', 1, 0.75],
    ['respond', 60, 45],
    ['plan', 240, 180],
    ['resolve', 1440, 1080],
  ])
  expect(nextDue(clocks)).toMatchObject({ due_metric: 'acknowledge' })
})

test('a reopened ticket has half the time and needs no second acknowledgement', () => {
  expect(startClocks(rules('P2'), 2, at(0)).map((c) => [c.metric, minOf(c.due_at)])).toEqual([
    ['respond', 30],
    ['plan', 120],
    ['resolve', 720],
  ])
})

test('waiting for the customer moves what is due by exactly as long as it lasted', () => {
  const paused = startClocks(rules('P3'), 1, at(0)).map((c) =>
    repause(c, rules('P3'), [{ from: at(30), to: null }]),
  )
  expect(paused.filter((c) => c.metric !== 'acknowledge').map((c) => [c.state, c.due_at])).toEqual([
    ['paused', null],
    ['paused', null],
    ['paused', null],
  ])
  const going = paused.map((c) => repause(c, rules('P3'), [{ from: at(30), to: at(130) }]))
  expect(due(going, 'respond')).toBe(340)
})

test('a changed priority counts from the start, as if it had always been so', () => {
  const pauses = [{ from: at(5), to: at(25) }]
  const clocks = retarget(startClocks(rules('P3'), 1, at(0)), rules('P1'), 1, at(0), pauses)
  expect([due(clocks, 'respond'), due(clocks, 'resolve')]).toEqual([30, 260])
})

test('whatever happened in between, the end equals a ticket that began so', () => {
  const priorities = ['P1', 'P2', 'P3', 'P4'] as const
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...priorities), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 300 })), { maxLength: 5 }),
      (changes, stretches) => {
        const pauses = stretches.map(([from, long]) => ({ from: at(from), to: at(from + long) }))
        let clocks = startClocks(rules('P4'), 1, at(0)).map((c) => repause(c, rules('P4'), pauses))
        for (const priority of changes) clocks = retarget(clocks, rules(priority), 1, at(0), pauses)
        const last = rules(changes.at(-1)!)
        const fresh = startClocks(last, 1, at(0)).map((c) => repause(c, last, pauses))
        for (const metric of ['respond', 'plan', 'resolve'])
          expect(due(clocks, metric)).toBe(due(fresh, metric))
      },
    ),
  )
})

test('a clock that is met or cancelled never runs again', () => {
  const [clock] = startClocks(rules('P2'), 1, at(0))
  const met = meet(clock!, at(1))
  expect(isRunning(met)).toBe(false)
  expect(repause(met, rules('P2'), [{ from: at(2), to: null }])).toEqual(met)
  expect(meet(cancel(clock!), at(3)).state).toBe('cancelled')
})
