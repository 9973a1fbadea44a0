import { expect, test } from 'vitest'
import { expectedTimes } from './expected-times.ts'

const offered = (at: string) =>
  expectedTimes('Asia/Tokyo', Date.parse(`${at}+09:00`)).map((time) => [time.key, time.at.toISOString()])

test('soon in full five minutes, then this evening and tomorrow noon by the brand’s clock', () => {
  expect(offered('2026-03-02T08:07:31')).toEqual([
    ['half', '2026-03-01T23:40:00.000Z'],
    ['two', '2026-03-02T01:10:00.000Z'],
    ['evening', '2026-03-02T09:00:00.000Z'],
    ['tomorrow', '2026-03-03T03:00:00.000Z'],
  ])
})
test('this evening is not offered when it is near', () => {
  expect(offered('2026-03-02T15:30:00').map(([key]) => key)).toEqual(['half', 'two', 'tomorrow'])
})
