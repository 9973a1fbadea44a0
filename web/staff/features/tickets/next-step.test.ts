import { expect, test } from 'vitest'
import type { Ticket } from '#contracts/tickets'
import { nextStep } from './next-step.ts'

const owner = { id: '019ab000-0000-7000-8000-000000000001', name: '许静' }
type Given = Pick<Ticket, 'can' | 'status' | 'assignee'>

test.each([
  [
    'an alarm is taken before anything else',
    { can: ['take', 'assign', 'start'], status: 'assigned', assignee: null },
    'take',
  ],
  [
    'a ticket without an owner gets one',
    { can: ['assign', 'start'], status: 'new', assignee: null },
    'assign',
  ],
  [
    'an assigned ticket is started',
    { can: ['assign', 'start'], status: 'assigned', assignee: owner },
    'start',
  ],
  [
    'work in progress: the answer is the next step',
    { can: ['reply', 'propose'], status: 'in_progress', assignee: owner },
    null,
  ],
  [
    'waiting for the customer: nothing is pressed',
    { can: ['start', 'reply'], status: 'waiting_customer', assignee: owner },
    null,
  ],
  ['a resolved ticket is closed', { can: ['close'], status: 'resolved', assignee: owner }, 'close'],
  [
    'a ticket that was set aside by mistake comes back',
    { can: ['recover'], status: 'set_aside', assignee: owner },
    'recover',
  ],
] satisfies [string, Given, string | null][])('%s', (_name, given, primary) => {
  expect(nextStep(given).primary).toBe(primary)
})

test('only allowed steps are offered, and the primary one only once', () => {
  const step = nextStep({ can: ['start', 'assign', 'reply'], status: 'assigned', assignee: owner })
  expect(step).toEqual({ primary: 'start', others: ['assign'] })
})
