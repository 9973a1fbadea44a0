import { expect, test } from 'vitest'
import type { OrderStatus } from '#contracts/orders'
import type { TapKind, TapOutcome, TaskState } from '#contracts/orders/kitchen'
import { mayMove } from '../lifecycle.ts'
import { judgeTap, movesFor, needsCheck } from './progress.ts'

const dishes = (...states: TaskState[]) =>
  states.map((state) => ({ state, started: state !== 'waiting' && state !== 'cancelled' }))

test.each<[OrderStatus, TaskState[], OrderStatus[]]>([
  ['confirmed', ['waiting', 'waiting'], []],
  ['confirmed', ['making', 'waiting'], ['preparing']],
  ['preparing', ['done', 'waiting'], []],
  ['preparing', ['checking', 'done'], ['quality_check']],
  ['preparing', ['done', 'done'], ['quality_check', 'ready']],
  ['quality_check', ['done', 'done'], ['ready']],
  ['quality_check', ['waiting', 'done'], ['preparing']],
  ['ready', ['waiting', 'done'], ['preparing']],
  ['ready', ['checking', 'done'], ['preparing', 'quality_check']],
  ['preparing', ['waiting', 'cancelled'], ['confirmed']],
  ['delivering', ['waiting'], []],
  ['cancelled', ['cancelled'], []],
])('an order that is %s with dishes %j goes %j', (status, states, moves) => {
  expect(movesFor(status, dishes(...states))).toEqual(moves)
})

test('every way an order goes because of its dishes stands in the table of moves', () => {
  const states: TaskState[] = ['waiting', 'making', 'checking', 'done']
  for (const status of ['confirmed', 'preparing', 'quality_check', 'ready'] as const)
    for (const one of states)
      for (const other of states) {
        let from: OrderStatus = status
        for (const to of movesFor(status, dishes(one, other))) {
          expect([from, to, mayMove(from, to, 'delivery')]).toEqual([from, to, true])
          from = to
        }
      }
})

test('a dish made anew has begun: the order stays in the kitchen', () => {
  expect(movesFor('quality_check', [{ state: 'waiting', started: true }])).toEqual(['preparing'])
})

const FREE = { mine: false, stopped: false, inKitchen: true }
test.each<[Exclude<TapKind, 'undo'>, TaskState, Partial<typeof FREE>, TapOutcome]>([
  ['start', 'waiting', {}, 'done'],
  ['start', 'making', { mine: true }, 'already'],
  ['start', 'making', {}, 'taken'],
  ['start', 'done', { mine: true }, 'taken'],
  ['start', 'cancelled', {}, 'cancelled'],
  ['start', 'waiting', { stopped: true }, 'stopped'],
  ['done', 'making', {}, 'done'],
  ['done', 'making', { stopped: true }, 'done'],
  ['done', 'waiting', {}, 'not_started'],
  ['done', 'checking', {}, 'already'],
  ['pass', 'checking', {}, 'done'],
  ['pass', 'checking', { stopped: true }, 'stopped'],
  ['pass', 'done', {}, 'already'],
  ['pass', 'making', {}, 'not_made'],
  ['back', 'checking', {}, 'done'],
  ['back', 'done', {}, 'done'],
  ['back', 'done', { inKitchen: false }, 'over'],
  ['back', 'waiting', {}, 'not_made'],
  ['take', 'making', {}, 'done'],
  ['take', 'checking', {}, 'over'],
])('%s on a task that is %s with %j: %s', (kind, state, more, outcome) => {
  expect(judgeTap(kind, { ...FREE, state, ...more })).toBe(outcome)
})

test('by the rule of rework only what was made anew is looked at', () => {
  expect([needsCheck('all', 0), needsCheck('rework', 0), needsCheck('rework', 1)]).toEqual([
    true,
    false,
    true,
  ])
})
