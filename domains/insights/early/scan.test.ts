import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { crowd, rarity, tailOfMixed } from './scan.ts'
import { hear, newWatch, quiet } from './watch.ts'

const RARE = { mean: 0.1, days: 20 }
const HOUR = 1 / 24

test('the chance of a mixed number is exact: with shape one it is a geometric one, with a large shape a Poisson one', () => {
  expect(tailOfMixed(0, 1.5, 0.2)).toBe(1)
  expect(tailOfMixed(3, 1, 0.25)).toBeCloseTo(0.2 ** 3, 12)
  expect(tailOfMixed(2, 1e6, 1e-6)).toBeCloseTo(1 - 2 * Math.exp(-1), 5)
  expect(tailOfMixed(9, 1, 1e-3) / 0.000999000999 ** 9).toBeCloseTo(1, 6)
})

test('two are no crowd; three in an hour are a rare one, three in a day are not, and what an alarm has answered counts no more', () => {
  const told = (...ats: number[]) => {
    const series = newWatch(ats[0]!)
    for (const [n, at] of ats.entries()) hear(series, { at, id: `${n}` }, RARE)
    return series
  }
  expect(crowd(told(10, 10 + HOUR), RARE)).toBeNull()
  const within = crowd(told(10, 10 + HOUR / 2, 10 + HOUR), RARE)!
  expect(within.heard).toBe(3)
  expect(within.chance).toBeLessThan(rarity(175, 0.1))
  expect(crowd(told(10, 10.5, 11), RARE)!.chance).toBeGreaterThan(rarity(175, 0.1))
  const answered = told(10, 10 + HOUR / 2, 10 + HOUR)
  quiet(answered)
  expect(crowd(answered, RARE)).toBeNull()
})

test('of a new brand three voices of one batch are an alarm at once; a shop must be listened to first', () => {
  const pooled = { heard: 3, series: 4, days: 0.2 }
  const ratioOf = (kind: 'batch' | 'shop', count: number) => {
    const series = newWatch(1)
    let last = { ratio: 0, ids: [] as string[] }
    for (let n = 0; n < count; n++)
      last = judge(series, { at: 1 + (n * HOUR) / 3, id: `t${n}` }, kind, pooled)
    return last
  }
  const batch = ratioOf('batch', 3)
  expect(batch.ratio).toBeGreaterThan(1)
  expect(batch.ids).toEqual(['t0', 't1', 't2'])
  expect(ratioOf('batch', 2).ratio).toBe(0)
  expect(ratioOf('shop', 8).ratio).toBeLessThan(1)
})
