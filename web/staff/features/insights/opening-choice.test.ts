import { expect, test } from 'vitest'
import { needsChoice, type Offer } from './opening-choice.ts'

const ticket = (about: boolean) =>
  ({ id: '1', number: 'T-1', title: '', shopName: '', about, room: null }) as Offer['tickets'][number]
const offer: Offer = { plan: 'foreign_object', room: null, tickets: [ticket(true)] }

test('nothing is asked where all tickets fit the plan and are in no room', () => {
  expect(needsChoice(offer)).toBe(false)
})

test('a ticket of something else, a room that is there or a missing plan are shown first', () => {
  expect(needsChoice({ ...offer, tickets: [ticket(true), ticket(false)] })).toBe(true)
  expect(needsChoice({ ...offer, room: 'I-3' })).toBe(true)
  expect(needsChoice({ ...offer, plan: null })).toBe(true)
})
