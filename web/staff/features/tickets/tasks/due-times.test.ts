import { expect, test } from 'vitest'
import { dueTimes } from './due-times.ts'

/** 银座: nine hours before UTC, so that its morning is still yesterday there. */
const TOKYO = 'Asia/Tokyo'
const offered = (at: string, soon = false) =>
  dueTimes(TOKYO, Date.parse(`${at}+09:00`), soon).map((due) => [due.key, due.at.toISOString()])

test('in the morning all three deadlines are offered, as full hours of the brand’s clock', () => {
  expect(offered('2026-03-02T08:07:31')).toEqual([
    ['today', '2026-03-02T09:00:00.000Z'],
    ['noon', '2026-03-03T03:00:00.000Z'],
    ['days3', '2026-03-05T09:00:00.000Z'],
  ])
})
test('late in the day the end of today is not offered any more', () => {
  expect(offered('2026-03-02T17:30:00').map(([key]) => key)).toEqual(['noon', 'days3'])
})
test('a question may be wanted within the hour, in full five minutes', () => {
  expect(offered('2026-03-02T09:07:31', true)[0]).toEqual(['hour', '2026-03-02T01:10:00.000Z'])
})
