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
  ['dangers use the whole day', until('danger', 100), [100, 'full']],
  ['a danger after stop-sales has all that is left', until('danger', 10, { stopSale: 5 }), [5, 'full']],
  [
    'a danger after everything else has what was kept for it',
    until('danger', 100, { room: 40, stopSale: 40 }),
    [20, 'full'],
  ],
  ['calls into rooms leave a fifth each to dangers and stop-sales', until('room', 100), [60, 'dayKept']],
  ['a room after everything else', until('room', 100, { danger: 60, stopSale: 20 }), [20, 'full']],
  [
    'what others have had of theirs is not kept any more',
    until('room', 100, { danger: 20, stopSale: 20 }),
    [60, 'full'],
  ],
  ['stop-sales use at most half', until('stopSale', 100), [50, 'stopSaleShare']],
  ['a stop-sale after everything else', until('stopSale', 100, { danger: 60, room: 20 }), [20, 'full']],
  ['wishes use less than half', until('chosen', 100), [40, 'dayKept']],
  ['of so few nothing is kept', until('room', 4), [4, 'full']],
  ['of a single one a stop-sale has it', until('stopSale', 1), [1, 'stopSaleShare']],
  ['of a single one a wish has nothing', until('chosen', 1), [0, 'dayKept']],
] as const)('%s', (_, got, wanted) => expect(got).toEqual(wanted))

test('a test goes out as long as anything does', () => {
  expect(notToday(null, new Map([['stopSale', 99]]), 100)).toBeNull()
  expect(notToday(null, new Map([['stopSale', 100]]), 100)).toBe('full')
})
