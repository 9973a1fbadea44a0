import { expect, test } from 'vitest'
import type { KitchenBoard, KitchenTap, KitchenTask } from '#contracts/orders/kitchen'
import type { KeptTap } from './kept-taps.ts'
import { showTaps } from './show-taps.ts'

const AT = '2026-03-02T04:00:00.000Z'
const task = (more: Partial<KitchenTask>): KitchenTask =>
  ({
    id: 't',
    state: 'waiting',
    rework: 0,
    stationId: 's',
    staffId: null,
    staffName: '',
    ...more,
  }) as KitchenTask
const board = (one: KitchenTask, check: 'all' | 'rework' = 'all') =>
  ({
    check,
    tasks: [one],
    stations: [{ id: 's', people: [{ id: 'an', name: '小安', onDuty: true }] }],
  }) as unknown as KitchenBoard
const kept = (tap: Partial<KitchenTap>, undoes?: KitchenTap['kind']): KeptTap => ({
  shopId: 'x',
  tap: { key: `k${tap.kind}`, taskId: 't', kind: 'start', at: AT, ...tap },
  number: 'D1',
  item: '奶茶',
  ...(undoes ? { undoes } : {}),
})

test('taps made without a network show at once, one after the other, and say that they wait', () => {
  const taps = [kept({ kind: 'start', staffId: 'an' }), kept({ kind: 'done' })]
  expect(showTaps(board(task({})), taps)).toMatchObject([
    { state: 'checking', startedAt: AT, madeAt: AT, staffName: '小安', waits: true },
  ])
})

test.each<[string, Partial<KitchenTask>, 'all' | 'rework', KeptTap[], Partial<KitchenTask>]>([
  [
    'by the rule of rework a first dish needs no check',
    { state: 'making' },
    'rework',
    [kept({ kind: 'done' })],
    { state: 'done' },
  ],
  [
    'one made anew does',
    { state: 'making', rework: 1 },
    'rework',
    [kept({ kind: 'done' })],
    { state: 'checking' },
  ],
  [
    'back with a reason',
    { state: 'checking' },
    'all',
    [kept({ kind: 'back', reason: '洒了' })],
    { state: 'waiting', rework: 1, backReason: '洒了' },
  ],
  [
    'taken back',
    { state: 'checking', madeAt: AT },
    'all',
    [kept({ kind: 'undo', of: 'kdone' }, 'done')],
    { state: 'making', madeAt: null },
  ],
])('%s', (_name, given, check, taps, shown) => {
  expect(showTaps(board(task(given), check), taps)[0]).toMatchObject(shown)
})

test('what the server shows already, or what somebody else did meanwhile, is not done twice', () => {
  const shown = showTaps(board(task({ state: 'done', staffName: '小蔡' })), [
    kept({ kind: 'start', staffId: 'an' }),
  ])
  expect(shown).toMatchObject([{ state: 'done', staffName: '小蔡', waits: false }])
})
