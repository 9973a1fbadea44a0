import { expect, test } from 'vitest'
import type { Progress } from '#contracts/tickets'
import { openQuestion, stateOf } from './say-progress.ts'

const message = (id: string, from: 'you' | 'us', text: string): Progress['messages'][number] => ({
  id,
  at: '2026-03-02T04:00:00Z',
  from,
  role: '',
  text,
  photos: [],
})
const progress = (patch: Partial<Progress>): Progress => ({
  number: 'HY-1',
  alsoNumbers: [],
  revisit: null,
  brand: '茶屿',
  shop: '',
  title: '',
  state: 'received',
  steps: [],
  responsible: '',
  expectedAt: null,
  messages: [],
  proposal: null,
  rejectReasons: [],
  ratingReasons: [],
  rating: null,
  can: [],
  ...patch,
})

test('a matter that went to somebody new is being handled, not just received', () => {
  expect(stateOf(progress({ messages: [message('1', 'you', '有塑料')] }))).toBe('received')
  expect(stateOf(progress({ messages: [message('1', 'us', '退款')] }))).toBe('handling')
})

test('our last question is the open one while we wait for the customer', () => {
  const messages = [
    message('1', 'us', '您好'),
    message('2', 'us', '几点买的？'),
    message('3', 'you', '我看看'),
  ]
  expect(openQuestion(progress({ state: 'waiting_you', messages }))?.id).toBe('2')
  expect(openQuestion(progress({ state: 'handling', messages }))).toBeNull()
})

test('the proposal is not said twice', () => {
  const proposal = { text: '退款', at: '2026-03-02T04:00:00Z', closesAt: null }
  const messages = [message('1', 'us', '退款')]
  expect(openQuestion(progress({ state: 'proposed', proposal, messages }))?.id).toBe('1')
  expect(
    openQuestion(progress({ state: 'proposed', proposal, messages: [message('1', 'us', '您好')] })),
  ).toBeNull()
})
