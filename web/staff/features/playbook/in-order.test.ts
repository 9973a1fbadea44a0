import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

test('a document from the database reads in the order one would write it', () => {
  const stored = {
    sla: { P1: { resolve: 2, respond: 1 } },
    name: { en: 'x', 'zh-CN': '叉' },
    format: 1,
    own: 1,
    extra: 2,
  }
  expect(JSON.stringify(inOrder(stored))).toBe(
    '{"format":1,"name":{"zh-CN":"叉","en":"x"},"sla":{"P1":{"respond":1,"resolve":2}},"own":1,"extra":2}',
  )
})

test('lists keep their order', () => {
  expect(inOrder([{ key: 'b' }, { key: 'a' }])).toEqual([{ key: 'b' }, { key: 'a' }])
})
