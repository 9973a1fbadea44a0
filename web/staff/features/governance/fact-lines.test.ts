import { expect, test } from 'vitest'
import { factLines } from './fact-lines.ts'

test('a change shows only what differs, with both sides', () => {
  const data = {
    before: { name: '城西店', phone: '1' },
    after: { name: '城西店', phone: '2', state: 'paused' },
  }
  expect(factLines(data)).toEqual([
    { key: 'phone', before: '1', after: '2' },
    { key: 'state', before: null, after: 'paused' },
  ])
})

test('a single changed value and plain facts stand side by side', () => {
  expect(factLines({ state: { before: 'active', after: 'locked' }, sessionsEnded: 2 })).toEqual([
    { key: 'state', before: 'active', after: 'locked' },
    { key: 'sessionsEnded', after: 2 },
  ])
})

test('nothing to tell gives no lines', () => {
  expect(factLines({})).toEqual([])
})
