import { expect, test } from 'vitest'
import { shopsToTell } from './shops-to-tell.ts'

const shops = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => ({ id: `shop-${from + n}`, tickets: 1 }))

test('every shop that has the batch is told, not only those where customers have said something', () => {
  const { first, reported } = shopsToTell({ involved: shops(0, 3), wholeBrand: false }, shops(0, 11))
  expect(first).toHaveLength(11)
  expect(reported).toEqual(['shop-0', 'shop-1', 'shop-2'])
})

test('a shop of the room that has used it up is told too, and stands there when nobody knows who has it', () => {
  const room = {
    involved: [
      { id: 'empty', tickets: 2 },
      { id: 'added', tickets: 0 },
    ],
    wholeBrand: false,
  }
  expect(shopsToTell(room, shops(0, 1))).toEqual({
    held: ['shop-0'],
    first: ['shop-0', 'empty', 'added'],
    reported: ['empty'],
  })
  expect(shopsToTell(room, []).first).toEqual(['empty', 'added'])
})

test('of a whole brand nobody is chosen as long as nobody knows who has it', () => {
  const room = { involved: shops(0, 2), wholeBrand: true }
  expect(shopsToTell(room, []).first).toEqual([])
  expect(shopsToTell(room, shops(0, 11)).first).toHaveLength(11)
})
