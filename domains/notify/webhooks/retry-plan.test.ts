import { expect, test } from 'vitest'
import { mustDisable, nextTry } from './retry-plan.ts'

test('tries are spread over a day, then it is given up', () => {
  let at = new Date(0)
  let tries = 1
  for (let next = nextTry(tries, at); next; next = nextTry(++tries, at)) at = next
  expect(tries).toBe(11)
  expect(at.getTime() / 3_600_000).toBeGreaterThan(23)
  expect(at.getTime() / 3_600_000).toBeLessThan(24)
})

test('one lost call disables nothing; a day without any does, and so does an address that says it is gone', () => {
  const now = new Date('2026-03-03T12:00:00Z')
  const since = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  expect(mustDisable({ status: 500, givenUp: true, failingSince: since(1) }, now)).toBe(false)
  expect(mustDisable({ status: 500, givenUp: false, failingSince: since(30) }, now)).toBe(false)
  expect(mustDisable({ status: null, givenUp: true, failingSince: since(23) }, now)).toBe(true)
  expect(mustDisable({ status: 410, givenUp: false, failingSince: now }, now)).toBe(true)
})
