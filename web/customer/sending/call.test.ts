import { expect, test } from 'vitest'
import { readAnswer } from './call.ts'
import { uuid } from './uuid.ts'

test('a problem document is read with its code and its wait', () => {
  const body = JSON.stringify({ type: '', title: '', status: 429, code: 'http.tooMany', detail: '慢一点' })
  const answer = readAnswer(429, body, '12')
  expect(answer).toMatchObject({
    kind: 'refused',
    status: 429,
    retryAfterSec: 12,
    problem: { code: 'http.tooMany' },
  })
})

test('a page of somebody else (captive portal) is no answer of ours', () => {
  expect(readAnswer(200, '<html>Wi-Fi login</html>', null)).toEqual({ kind: 'offline' })
  expect(readAnswer(502, '<html>Bad gateway</html>', null)).toMatchObject({ kind: 'refused', problem: null })
})

test('an answer without a body is an answer', () => {
  expect(readAnswer(204, '', null)).toEqual({ kind: 'ok', body: undefined })
})

test('Retry-After may be a date', () => {
  const answer = readAnswer(503, '{}', new Date(Date.now() + 5000).toUTCString())
  expect(answer).toMatchObject({ kind: 'refused' })
  expect(answer.kind === 'refused' && answer.retryAfterSec).toBeGreaterThan(2)
})

test('ids are UUIDs of version 4 and differ', () => {
  const ids = Array.from({ length: 50 }, uuid)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(50)
})
