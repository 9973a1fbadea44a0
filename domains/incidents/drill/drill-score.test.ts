import { expect, test } from 'vitest'
import { type Drilled, scoreOf } from './drill-score.ts'

const perfect: Drilled = {
  callEverySec: 60,
  posts: [
    { calledSec: 0, answeredSec: 40 },
    { calledSec: 0, answeredSec: 120 },
  ],
  steps: [
    { law: true, inTime: true },
    { law: false, inTime: true },
  ],
  seal: { acknowledged: 12, of: 12 },
  statements: { approved: 1 },
  review: { finished: true, measures: 2 },
}
const points = (drilled: Drilled) =>
  Object.fromEntries(scoreOf(drilled).map((line) => [line.key, line.points]))

test('everything in time is a hundred', () => {
  expect(Object.values(points(perfect)).reduce((a, b) => a + b, 0)).toBe(100)
})

test('a post that answers in the third round is late, one nobody called for is not called', () => {
  const posts = [
    { calledSec: 0, answeredSec: 121 },
    { calledSec: null, answeredSec: null },
  ]
  expect(points({ ...perfect, posts })).toMatchObject({ called: 5, acknowledged: 0 })
})

test('a drill without a seal or statements is not measured by them', () => {
  const keys = scoreOf({ ...perfect, seal: null, statements: null }).map((line) => line.key)
  expect(keys).toEqual(['called', 'acknowledged', 'steps', 'law', 'review'])
})
