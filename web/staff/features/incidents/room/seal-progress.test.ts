import { expect, test } from 'vitest'
import { sealProgress } from './seal-progress.ts'

const seal = (states: ('waiting' | 'acknowledged' | 'none_here')[], more = {}) => ({
  liftedAt: null,
  of: states.length,
  acknowledged: states.filter((state) => state !== 'waiting').length,
  shops: states.map((state, n) => ({ shopId: `shop-${n}`, state })),
  ...more,
})

test('each shop is told once however many seals, and is back when it has answered for all of them', () => {
  expect(sealProgress([seal(Array.from({ length: 11 }, () => 'waiting'))])).toEqual({ told: 11, back: 0 })
  const two = [seal(['acknowledged', 'none_here', 'waiting']), seal(['acknowledged', 'waiting'])]
  expect(sealProgress(two)).toEqual({ told: 3, back: 1 })
})

test('what has been lifted waits for nobody; a reader who reaches some shops reads the whole count', () => {
  expect(sealProgress([seal(['waiting'], { liftedAt: '2026-03-02T04:00:00Z' })])).toBeNull()
  expect(sealProgress([seal(['acknowledged'], { of: 11, acknowledged: 9 })])).toEqual({ told: 11, back: 9 })
})
