import { expect, test } from 'vitest'
import { ENDED, TicketStatus } from '#contracts/tickets'
import { AppError } from '#platform/errors'
import { mayMove, move, NEXT, STEP_OF } from './lifecycle.ts'

const all = TicketStatus.options

test('every status has its place in the table and on the five-step thread', () => {
  expect(Object.keys(NEXT).sort()).toEqual([...all].sort())
  expect(Object.keys(STEP_OF).sort()).toEqual([...all].sort())
})

test('every status can be reached from new, and every status leads to an end', () => {
  const reach = (from: TicketStatus) => {
    const seen = new Set<TicketStatus>([from])
    for (const status of seen) for (const next of NEXT[status]) seen.add(next)
    return seen
  }
  expect([...reach('new')].sort()).toEqual([...all].sort())
  for (const status of all) expect(ENDED.some((end) => reach(status).has(end))).toBe(true)
})

test.each([
  ['assigned', 'in_progress', true],
  ['in_progress', 'proposed', true],
  ['proposed', 'resolved', true],
  ['proposed', 'reopened', true],
  ['closed', 'reopened', true],
  ['reopened', 'assigned', true],
  ['closed', 'in_progress', false],
  ['closed', 'closed', false],
  ['set_aside', 'closed', false],
  ['assigned', 'resolved', false],
  ['new', 'closed', false],
] as const)('%s → %s is %s', (from, to, allowed) => {
  expect(mayMove(from, to)).toBe(allowed)
})

test('a forbidden move names both ends', () => {
  expect(() => move('closed', 'proposed')).toThrow(AppError)
  try {
    move('closed', 'proposed')
  } catch (error) {
    expect(error).toMatchObject({
      code: 'tickets.illegalMove',
      status: 409,
      data: { from: 'closed', to: 'proposed' },
    })
  }
})
