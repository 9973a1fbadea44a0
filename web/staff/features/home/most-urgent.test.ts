import { expect, test } from 'vitest'
import type { Home } from '#contracts/tickets/home'
import { mostUrgent } from './most-urgent.ts'

type Given = Parameters<typeof mostUrgent>[0]
const calm: Given = {
  alarms: [],
  mine: { open: 0, dueSoon: 0, breached: 0, waiting: 3 },
  watch: { ownerless: 0, breached: 0, unexplained: 0, lateTasks: 0, p1: 0, reopened: 0 },
  todos: { open: 0, overdue: 0 },
  seals: 0,
  rooms: [],
  harms: 0,
}
const room = (want: 'call' | 'law' | 'step' | 'work', count: number) => ({ want, count })
const alarm = [{}] as Home['alarms']

test.each([
  ['nothing to do is said as such', calm, { key: 'clear', count: 0 }],
  [
    'an alarm comes before what is late',
    { ...calm, alarms: alarm, mine: { ...calm.mine, breached: 4 } },
    { key: 'alarm', count: 1 },
  ],
  [
    'duties by law that are late come before an alarm, counted by steps',
    { ...calm, alarms: alarm, rooms: [room('work', 1), room('law', 2)], harms: 3 },
    { key: 'law', count: 2 },
  ],
  [
    'a room that calls comes before everything',
    { ...calm, alarms: alarm, rooms: [room('law', 2), room('call', 1)] },
    { key: 'call', count: 1 },
  ],
  [
    'a step of mine comes before a warning',
    { ...calm, rooms: [room('step', 1)], harms: 3 },
    { key: 'step', count: 1 },
  ],
  [
    'a warning that may hurt somebody comes before what colleagues wait for',
    { ...calm, harms: 3, todos: { open: 2, overdue: 1 } },
    { key: 'harms', count: 3 },
  ],
  [
    'a room that I work in comes before late tickets and after what is to be sealed',
    { ...calm, rooms: [room('work', 1)], mine: { ...calm.mine, breached: 4 } },
    { key: 'work', count: 1 },
  ],
  [
    'what the shop has to seal comes before what is late',
    { ...calm, seals: 1, mine: { ...calm.mine, breached: 2 } },
    { key: 'seals', count: 1 },
  ],
  [
    'what is late comes before what has no owner',
    { ...calm, mine: { ...calm.mine, breached: 2 }, watch: { ...calm.watch!, ownerless: 1 } },
    { key: 'breached', count: 2 },
  ],
  [
    'an ownerless ticket is named to whoever watches',
    { ...calm, watch: { ...calm.watch!, ownerless: 1 } },
    { key: 'ownerless', count: 1 },
  ],
  [
    'then what is due soon',
    { ...calm, mine: { ...calm.mine, open: 9, dueSoon: 2 } },
    { key: 'dueSoon', count: 2 },
  ],
  ['then what is open', { ...calm, watch: null, mine: { ...calm.mine, open: 9 } }, { key: 'open', count: 9 }],
  [
    'what a colleague waits for too long comes before tickets in time',
    { ...calm, mine: { ...calm.mine, open: 9 }, todos: { open: 2, overdue: 1 } },
    { key: 'lateTodos', count: 1 },
  ],
  ['then what colleagues asked for', { ...calm, todos: { open: 2, overdue: 0 } }, { key: 'todos', count: 2 }],
  [
    'with clear hands, what others are late with',
    { ...calm, watch: { ...calm.watch!, breached: 3 } },
    { key: 'watched', count: 3 },
  ],
] satisfies [string, Given, object][])('%s', (_name, given, expected) => {
  expect(mostUrgent(given)).toEqual(expected)
})
