import { expect, test } from 'vitest'
import { dueTimes } from './due-times.ts'

const keys = (at: string) => dueTimes(new Date(at).getTime()).map((d) => d.key)

test('in the morning all three deadlines are offered', () => {
  expect(keys('2026-03-02T09:00:00')).toEqual(['today', 'noon', 'days3'])
})
test('late in the day the end of today is not offered any more', () => {
  expect(keys('2026-03-02T17:30:00')).toEqual(['noon', 'days3'])
})
test('a question may be wanted within the hour, in full five minutes', () => {
  const [soon] = dueTimes(new Date('2026-03-02T09:07:31').getTime(), true)
  expect([soon!.key, soon!.at.getHours(), soon!.at.getMinutes()]).toEqual(['hour', 10, 10])
})
test('they are full hours', () => {
  const [today, noon, later] = dueTimes(new Date('2026-03-02T09:07:31').getTime())
  expect([today, noon, later].map((d) => [d!.at.getDate(), d!.at.getHours(), d!.at.getMinutes()])).toEqual([
    [2, 18, 0],
    [3, 12, 0],
    [5, 18, 0],
  ])
})
