import { expect, test } from 'vitest'
import type { HeardCall } from '#domains/channels'
import type { CallRow } from './call-data.ts'
import { foldCall } from './fold-call.ts'

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 4, 0, second))
const told = (event: HeardCall['event'], second: number, more: Partial<HeardCall> = {}): HeardCall => ({
  sort: 'call',
  callId: 'c-1',
  event,
  at: at(second),
  seq: second,
  ...more,
})
const blank: CallRow = {
  brand_id: 'b',
  id: 'c',
  channel_id: 'h',
  linked_id: 'c-1',
  direction: 'inbound',
  state: 'ringing',
  number_enc: null,
  number_index: null,
  number_masked: '',
  dialled: '',
  queue: '',
  extension: '',
  extension_seq: 0,
  staff_id: null,
  ringing: [],
  put_away: [],
  started_at: at(59),
  answered_at: null,
  ended_at: null,
  talk_s: null,
  recording: null,
  customer_id: null,
  ticket_id: null,
  task_id: null,
  submission_id: null,
}
const SEATS: Record<string, string> = { '8001': 'anna', '8002': 'bo' }
const fold = (events: HeardCall[]) =>
  events.reduce((row, event) => foldCall(row, event, SEATS[event.extension ?? ''] ?? null), blank)

const RING = told('ringing', 0, { direction: 'inbound', dialled: '4008001234', extension: '8001' })
const RING_ON = told('ringing', 5, { extension: '8002' })
const ANSWER = told('answered', 9, { extension: '8002' })
const END = told('ended', 70)
const SOUND = told('recording', 90, { recording: { name: 'c-1.wav' } })

function orders<T>(all: T[]): T[][] {
  if (all.length < 2) return [all]
  return all.flatMap((one, n) => orders(all.toSpliced(n, 1)).map((rest) => [one, ...rest]))
}

test('in whatever order its events come, and however often, a call is the same', () => {
  const events = [RING, RING_ON, ANSWER, END, SOUND]
  const { ringing, ...right } = fold(events)
  expect(right).toMatchObject({
    state: 'ended',
    started_at: at(0),
    answered_at: at(9),
    ended_at: at(70),
    talk_s: 61,
    staff_id: 'bo',
    extension: '8002',
    recording: { name: 'c-1.wav' },
  })
  for (const order of orders(events)) {
    const { ringing: rang, ...row } = fold([...order, ...order])
    expect(row).toEqual(right)
    expect(rang.toSorted()).toEqual(['anna', 'bo'])
  }
})

test.each([
  ['rings', [RING], 'ringing'],
  ['is answered', [RING, ANSWER], 'answered'],
  ['is not taken', [RING, END], 'missed'],
  ['ended with minutes of talking, its answer was lost', [RING, { ...END, talkS: 61 }], 'ended'],
  ['was ours and nobody took it', [{ ...RING, direction: 'outbound' }, END], 'ended'],
] as [string, HeardCall[], string][])('a call that %s', (_, events, state) => {
  expect(fold(events).state).toBe(state)
})

test('it rings no longer where it was released', () => {
  const row = fold([RING, RING_ON, told('released', 6, { extension: '8001' })])
  expect(row.ringing).toEqual(['bo'])
})
