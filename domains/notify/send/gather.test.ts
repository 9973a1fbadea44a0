import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather, linesWithin, type Waiting } from './gather.ts'

const notice = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  alarm: false,
  line: `${id} 号通知`,
  ...more,
})

test('while there is room everything has a message of its own', () => {
  expect(gather([notice('a'), notice('b')], 2, 500)).toEqual({ single: ['a', 'b'], together: [], wait: [] })
})

test('what goes beyond the limit is told together in the last message', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => notice(id))
  expect(gather(items, 2, 500)).toEqual({ single: ['a'], together: ['b', 'c', 'd'], wait: [] })
})

test('without room everything waits', () => {
  expect(gather([notice('a')], 0, 500)).toEqual({ single: [], together: [], wait: ['a'] })
})

test('an alarm that does not fit waits for the next turn; another notice is counted', () => {
  const items = [
    notice('a', { alarm: true, line: 'x'.repeat(60) }),
    notice('b', { alarm: true, line: 'x'.repeat(60) }),
    notice('c', { line: 'x'.repeat(60) }),
  ]
  expect(gather(items, 1, 100)).toEqual({ single: [], together: ['a', 'c'], wait: ['b'] })
  expect(linesWithin(['x'.repeat(60), 'y'.repeat(60)], 100)).toEqual({ shown: ['x'.repeat(60)], more: 1 })
})

test('nothing is lost and nothing is told twice, and never more messages than places', () => {
  const item = fc.record({ alarm: fc.boolean(), line: fc.string({ maxLength: 80 }) })
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 40 }),
      fc.nat(25),
      fc.integer({ min: 80, max: 2048 }),
      (items, free, most) => {
        const all = items.map((one, i) => ({ ...one, id: String(i) }))
        const { single, together, wait } = gather(all, free, most)
        expect([...single, ...together, ...wait].sort()).toEqual(all.map((a) => a.id).sort())
        expect(single.length + (together.length ? 1 : 0)).toBeLessThanOrEqual(free)
      },
    ),
  )
})
