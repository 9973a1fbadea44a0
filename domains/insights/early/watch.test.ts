import { expect, test } from 'vitest'
import { numbers } from '#test/numbers'
import { BusyTime, HOURS, seasonOf } from './seasons.ts'
import { explain, hear, newWatch, priorOf, quiet, tail, threshold, usualRate, type Watched } from './watch.ts'

const PRIOR = { mean: 0.02, days: 30 }
const HOUR = 1 / 24

function strongest(series: Watched, ats: number[], prior = PRIOR): number {
  return Math.max(...ats.map((at, n) => hear(series, { at, id: `t${n}` }, prior)))
}

test('three complaints of one batch within an hour are an alarm among a thousand series, three in a month are not', () => {
  const rare = { mean: 0.005, days: 30 }
  const limit = threshold(1000, 1)
  expect(strongest(newWatch(0), [10, 10 + HOUR / 2, 10 + HOUR], rare)).toBeGreaterThan(limit)
  expect(strongest(newWatch(0), [10, 20, 30], rare)).toBeLessThan(limit)
  expect(strongest(newWatch(0), [10, 10.5], rare)).toBeLessThan(limit)
})

test('the more series are watched, the more must happen in one of them', () => {
  expect(threshold(100_000, 1)).toBe(700_000)
  expect(threshold(100_000, 2)).toBe(350_000)
  expect(threshold(0, 1)).toBe(7)
})

test('what is usual is learnt, and what goes on now does not become usual at once', () => {
  const SHOPS = priorOf(0.5)
  const series = newWatch(0)
  for (let day = 1; day <= 60; day += 0.5) hear(series, { at: day, id: `${day}` }, SHOPS)
  quiet(series)
  expect(usualRate(series, SHOPS)).toBeGreaterThan(1.2)
  expect(usualRate(series, SHOPS)).toBeLessThan(2.5)
  const before = usualRate(series, SHOPS)
  for (let n = 0; n < 30; n++) hear(series, { at: 60.5 + n * 0.02, id: `burst ${n}` }, SHOPS)
  expect(usualRate(series, SHOPS)).toBeLessThan(before * 1.2)
})

test('an alarm says since when, how many, how many are usual, how unlikely that is, and which', () => {
  const series = newWatch(0)
  for (const at of [3, 11, 19]) hear(series, { at, id: `old ${at}` }, PRIOR)
  for (const n of [0, 1, 2, 3]) hear(series, { at: 30 + n * HOUR, id: `new ${n}` }, PRIOR)
  const sign = explain(series, PRIOR)!
  expect(sign).toMatchObject({ since: 30, heard: 4, ids: ['new 0', 'new 1', 'new 2', 'new 3'] })
  expect(sign.usual).toBeLessThan(0.05)
  expect(sign.chance).toBeLessThan(1e-6)
  expect(explain(newWatch(0), PRIOR)).toBeNull()
})

test('while all is as ever there are no more alarms than were asked for', () => {
  const next = numbers(7)
  const [series, days] = [400, 200]
  const limit = threshold(series, 1)
  let alarms = 0
  for (let s = 0; s < series; s++) {
    const rate = 0.05 + next() * 2
    const watched = newWatch(0)
    const pause = () => -Math.log(next()) / rate
    for (let at = pause(); at < days; at += pause())
      if (hear(watched, { at, id: '' }, { mean: 0.8, days: 5 }) > limit) {
        alarms += 1
        quiet(watched)
      }
  }
  expect(alarms).toBeLessThanOrEqual(days / 7)
})

test('the chance of a Poisson number is exact where it is large and where it is tiny', () => {
  expect(tail(0, 3)).toBe(1)
  expect(tail(1, 1)).toBeCloseTo(1 - Math.exp(-1), 12)
  expect(tail(3, 0.001) / (0.001 ** 3 / 6)).toBeCloseTo(1, 2)
})

test('a week is seven busy days; noon on a Saturday is longer than a night', () => {
  const counts = Array.from({ length: HOURS }, (_, hour) => (hour % 24 === 12 ? 300 : hour % 24 < 6 ? 0 : 20))
  const time = new BusyTime(seasonOf(counts), 'Asia/Shanghai')
  const at = (iso: string) => time.at(Date.parse(`${iso}+08:00`))
  expect(at('2026-03-09T00:00') - at('2026-03-02T00:00')).toBeCloseTo(7, 9)
  expect(at('2026-03-07T13:00') - at('2026-03-07T12:00')).toBeGreaterThan(
    5 * (at('2026-03-07T04:00') - at('2026-03-07T03:00')),
  )
  for (const iso of ['2026-03-07T12:20', '2026-03-02T00:00', '2026-03-08T23:59'])
    expect(time.moment(at(iso))).toBeCloseTo(Date.parse(`${iso}+08:00`), -1)
  const unknown = seasonOf(Array.from({ length: HOURS }, () => 0))
  expect(unknown[12]! / unknown[3]!).toBeCloseTo(10, 9)
})
