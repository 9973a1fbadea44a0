import { expect, test } from 'vitest'
import { type DaySort, notToday } from './day-rule.ts'

/** How many of a sort go out in a row on a day of so many, and what is said of the next one. */
function until(sort: DaySort, day: number, before: Partial<Record<DaySort, number>> = {}) {
  const used = new Map<string, number>(Object.entries(before))
  for (let n = 0; ; n++) {
    const no = notToday(sort, used, day)
    if (no) return [n, no]
    used.set(sort, (used.get(sort) ?? 0) + 1)
  }
}

test.each([
  ['danger alone leaves a fifth to rooms and one to stop-sales', until('danger', 100), [60, 'dayKept']],
  ['calls into rooms leave a fifth to dangers', until('room', 100), [60, 'dayKept']],
  ['stop-sales use at most half', until('stopSale', 100), [50, 'stopSaleShare']],
  ['wishes use less than half', until('chosen', 100), [40, 'dayKept']],
  [
    'a danger after everything else has its fifth',
    until('danger', 100, { room: 40, stopSale: 40 }),
    [20, 'full'],
  ],
  ['a room after everything else', until('room', 100, { danger: 60, stopSale: 20 }), [20, 'full']],
  ['a stop-sale after everything else', until('stopSale', 100, { danger: 60, room: 20 }), [20, 'full']],
  [
    'what others have had of theirs is not kept any more',
    until('danger', 100, { room: 20, stopSale: 20 }),
    [60, 'full'],
  ],
  ['of so few nothing is kept', until('danger', 4), [4, 'full']],
] as const)('%s', (_, got, wanted) => expect(got).toEqual(wanted))

test('a test goes out as long as anything does', () => {
  expect(notToday(null, new Map([['stopSale', 99]]), 100)).toBeNull()
  expect(notToday(null, new Map([['stopSale', 100]]), 100)).toBe('full')
})
