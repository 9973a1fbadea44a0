import { expect, test } from 'vitest'
import { widerWindow } from './window.ts'

const now = new Date('2026-03-02T12:00:00+08:00')
const inS = (s: number) => new Date(now.getTime() + s * 1000)
const TWO_DAYS = 172_800
const known = (s: number, left: number) => ({ window_ends_at: inS(s), window_left: left })

test.each([
  ['the first thing heard', { window_ends_at: null, window_left: null }, [60, 3], [60, 3]],
  ['new words begin the allowance anew', known(3600, 1), [TWO_DAYS, 5], [TWO_DAYS, 5]],
  ['a tap on a menu does not shorten what words opened', known(3600, 2), [60, 3], [3600, 2]],
  ['a tap helps when the allowance is used up', known(3600, 0), [60, 3], [60, 3]],
  ['a tap helps when the time is over', known(-1, 5), [60, 3], [60, 3]],
  ['words that come late do not shorten', known(TWO_DAYS, 4), [TWO_DAYS - 60, 5], [TWO_DAYS, 4]],
] as const)('%s', (_case, before, [heardS, heardLeft], [endsS, left]) => {
  expect(widerWindow(before, { endsAt: inS(heardS), left: heardLeft }, now)).toEqual({
    endsAt: inS(endsS),
    left,
  })
})
