import { expect, test } from 'vitest'
import type { Entry } from '#contracts/tickets'
import { saysMore } from './fact-words.ts'

const entry = (more: Partial<Entry>): Entry => ({
  id: '019ab000-0000-7000-8000-000000000001',
  at: '2026-03-02T01:00:00.000Z',
  kind: 'fact',
  fact: '',
  by: '',
  byKind: 'system',
  role: '',
  text: '',
  data: {},
  photos: [],
  delivery: 'none',
  ...more,
})
const reply = entry({ kind: 'message_out' })

test.each([
  ['a message is always shown', reply, undefined, true],
  [
    'waiting for the customer is shown',
    entry({ fact: 'status', data: { to: 'waiting_customer' } }),
    reply,
    true,
  ],
  ['closing is shown', entry({ fact: 'status', data: { to: 'closed' } }), undefined, true],
  [
    'work begun by a reply is told by the reply',
    entry({ fact: 'status', data: { to: 'in_progress' } }),
    reply,
    false,
  ],
  ['work begun by itself is shown', entry({ fact: 'status', data: { to: 'in_progress' } }), undefined, true],
  ['a proposal is told by its message', entry({ fact: 'status', data: { to: 'proposed' } }), reply, false],
  [
    'a hand-over by escalation is told by the escalation',
    entry({ fact: 'assigned', data: { escalated: true } }),
    undefined,
    false,
  ],
  [
    'a hand-over by taking the alarm is told by the taking',
    entry({ fact: 'assigned' }),
    entry({ fact: 'taken' }),
    false,
  ],
  ['a hand-over by a person is shown', entry({ fact: 'assigned', data: { to: '许静' } }), undefined, true],
] satisfies [string, Entry, Entry | undefined, boolean][])('%s', (_name, given, before, shown) => {
  expect(saysMore(given, before)).toBe(shown)
})
