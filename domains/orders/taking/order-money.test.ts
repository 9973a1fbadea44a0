import { describe, expect, test } from 'vitest'
import { dueMinor, leftMinor, paidMinor, spentMinor, wasCancelled } from './order-money.ts'

const order = {
  status: 'confirmed',
  source: 'phone',
  paid: true,
  paid_minor: null as number | null,
  total_minor: 3_000,
  refunded_minor: 0,
  delivered_at: null as Date | null,
}
const cases: [string, Partial<typeof order>, { paid: number; left: number; due: number; spent: number }][] = [
  ['paid', {}, { paid: 3_000, left: 3_000, due: 0, spent: 3_000 }],
  ['not paid', { paid: false }, { paid: 0, left: 0, due: 0, spent: 3_000 }],
  ['partly given back', { refunded_minor: 1_000 }, { paid: 3_000, left: 2_000, due: 0, spent: 2_000 }],
  ['cancelled', { status: 'cancelled' }, { paid: 3_000, left: 3_000, due: 3_000, spent: 3_000 }],
  [
    'cancelled by a platform',
    { status: 'cancelled', source: 'eleme' },
    { paid: 3_000, left: 3_000, due: 0, spent: 3_000 },
  ],
  ['become cheaper', { paid_minor: 3_800 }, { paid: 3_800, left: 3_800, due: 800, spent: 3_000 }],
  [
    'become cheaper, the difference back',
    { paid_minor: 3_800, refunded_minor: 800 },
    { paid: 3_800, left: 3_000, due: 0, spent: 3_000 },
  ],
  [
    'become cheaper, more back',
    { paid_minor: 3_800, refunded_minor: 1_000 },
    { paid: 3_800, left: 2_800, due: 0, spent: 2_800 },
  ],
  ['become dearer', { paid: false, paid_minor: 2_000 }, { paid: 2_000, left: 2_000, due: 0, spent: 3_000 }],
]

describe('money of an order', () => {
  test.each(cases)('%s', (_, given, expected) => {
    const one = { ...order, ...given }
    expect({
      paid: paidMinor(one),
      left: leftMinor(one),
      due: dueMinor(one),
      spent: spentMinor(one),
    }).toEqual(expected)
  })
})

test('what was cancelled stays so when its money is back; what was brought does not become so', () => {
  expect(wasCancelled({ status: 'cancelled', delivered_at: null })).toBe(true)
  expect(wasCancelled({ status: 'refunded', delivered_at: null })).toBe(true)
  expect(wasCancelled({ status: 'refunded', delivered_at: new Date(0) })).toBe(false)
})
