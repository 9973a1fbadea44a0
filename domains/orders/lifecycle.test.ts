import { expect, test } from 'vitest'
import { OrderKind, OrderStatus } from '#contracts/orders'
import { mayMove, move, NEXT, OVER } from './lifecycle.ts'

const WAY: OrderStatus[] = [
  'draft',
  'placed',
  'confirmed',
  'preparing',
  'quality_check',
  'ready',
  'delivering',
  'delivered',
  'reviewed',
]

test('a delivery goes the whole way, one step after the other', () => {
  for (const [n, from] of WAY.slice(0, -1).entries())
    expect(mayMove(from, WAY[n + 1]!, 'delivery')).toBe(true)
})

test.each(OrderKind.options.filter((kind) => kind !== 'delivery'))(
  'a %s is never on its way: it goes from the counter into the hand',
  (kind) => {
    expect(mayMove('ready', 'delivering', kind)).toBe(false)
    expect(mayMove('ready', 'delivered', kind)).toBe(true)
  },
)

test('a delivery is not handed over before somebody has carried it', () => {
  expect(mayMove('ready', 'delivered', 'delivery')).toBe(false)
})

test('what has been handed over is not cancelled, only paid back', () => {
  for (const status of ['delivered', 'reviewed'] as const) {
    expect(mayMove(status, 'cancelled', 'delivery')).toBe(false)
    expect(mayMove(status, 'refunded', 'delivery')).toBe(true)
  }
})

test('a dish that fails the check goes back to be made', () => {
  expect(mayMove('quality_check', 'preparing', 'dine_in')).toBe(true)
  expect(() => move('confirmed', 'ready', 'pickup')).toThrow('orders.illegalMove')
})

test('nothing leaves the end, and every status leads there', () => {
  expect(NEXT.refunded).toEqual([])
  const ends = (status: OrderStatus, seen = new Set<OrderStatus>()): boolean => {
    if (OVER.includes(status)) return true
    if (seen.has(status)) return false
    seen.add(status)
    return NEXT[status].some((next) => ends(next, seen))
  }
  for (const status of OrderStatus.options) expect(ends(status)).toBe(true)
})
