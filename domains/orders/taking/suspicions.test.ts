import { expect, test } from 'vitest'
import { worstOf } from './suspicions.ts'

const found = (code: string, lateMin?: number) => ({
  lineId: '0197d000-0000-7000-8000-000000000001',
  code,
  data: lateMin === undefined ? {} : { lateMin },
})

test('the card beside a ticket names a cause before its effects, and the longest of several', () => {
  const worst = worstOf([
    found('late', 25),
    found('slowItem', 5),
    found('slowItem', 18),
    found('promiseMoved'),
  ])
  expect(worst).toMatchObject({ code: 'slowItem', data: { lateMin: 18 } })
  expect(worstOf([found('late', 4), found('trouble')])?.code).toBe('trouble')
  expect(worstOf([])).toBeUndefined()
})
