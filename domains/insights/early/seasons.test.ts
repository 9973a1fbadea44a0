import { expect, test } from 'vitest'
import { holidayTable } from '#domains/playbook'
import { BusyTime, otherDays, type Season } from './seasons.ts'

const ZONE = 'Asia/Shanghai'
/** Saturdays three times as busy as the other days, all of it between ten and ten. */
const SEASON: Season = normal(
  Array.from({ length: 168 }, (_, hour) => {
    const open = hour % 24 >= 10 && hour % 24 < 22
    return open ? (Math.floor(hour / 24) === 5 ? 3 : 1) : 0.1
  }),
)
function normal(weights: number[]): number[] {
  const sum = weights.reduce((all, n) => all + n, 0)
  return weights.map((n) => (n * 168) / sum)
}
const day = (date: string) => Date.parse(`${date}T00:00:00+08:00`)
const DAY_MS = 86_400_000
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS
const HOLIDAYS = otherDays(holidayTable().ruleOn, dayNumber('2026-01-01'), dayNumber('2027-01-01'))
const time = new BusyTime(SEASON, ZONE, HOLIDAYS)
const plain = new BusyTime(SEASON, ZONE)
const lengthOf = (busy: BusyTime, date: string) => busy.at(day(date) + DAY_MS) - busy.at(day(date))

test('a weekday of Golden Week or of Spring Festival is as long as a Saturday, a Saturday worked for it as a Monday', () => {
  const saturday = lengthOf(plain, '2026-03-07')
  const monday = lengthOf(plain, '2026-03-02')
  expect(saturday).toBeGreaterThan(2.5 * monday)
  for (const date of ['2026-10-01', '2026-10-06', '2026-02-17'])
    expect(lengthOf(time, date)).toBeCloseTo(saturday, 9)
  expect(lengthOf(time, '2026-10-10')).toBeCloseTo(monday, 9)
})

test('ordinary days, and Sundays in Golden Week, are as long as ever', () => {
  for (const date of ['2026-03-02', '2026-03-07', '2026-10-04', '2026-10-08', '2026-12-31'])
    expect(lengthOf(time, date)).toBeCloseTo(lengthOf(plain, date), 9)
})

test('busy time only grows, and leads back to its moment: through a year by odd steps', () => {
  let last = Number.NEGATIVE_INFINITY
  for (let at = day('2026-01-01'); at < day('2026-12-31'); at += 5.37 * 3_600_000) {
    const busy = time.at(at)
    expect(busy).toBeGreaterThan(last)
    expect(Math.abs(time.moment(busy) - at)).toBeLessThan(5)
    last = busy
  }
})
