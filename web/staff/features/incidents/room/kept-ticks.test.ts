import { expect, test } from 'vitest'
import { type KeptTick, withoutTick, withTick } from './kept-ticks.ts'

const tick = (stepId: string, words = ''): KeptTick => ({
  roomId: 'r',
  stepId,
  title: stepId,
  at: '2026-03-02T05:40:00.000Z',
  state: 'done',
  words,
})

test('ticks keep their order, and the later of two for one step counts', () => {
  const made = [tick('a'), tick('b'), tick('a', '双方签字')]
  const kept = made.reduce(withTick, [] as KeptTick[])
  expect(kept.map(({ stepId, words }) => [stepId, words])).toEqual([
    ['b', ''],
    ['a', '双方签字'],
  ])
  expect(withoutTick(kept, 'b').map(({ stepId }) => stepId)).toEqual(['a'])
})
