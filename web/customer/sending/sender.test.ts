import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from './call.ts'
import { createSender, type Sending } from './sender.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const offline: Answer<string> = { kind: 'offline' }
const ok: Answer<string> = { kind: 'ok', body: 'HY-1' }
const refused = (status: number, retryAfterSec = 0): Answer<string> => ({
  kind: 'refused',
  status,
  problem: null,
  retryAfterSec,
})

function sending(answers: Answer<string>[]) {
  const seen: Sending<string>[] = []
  let attempts = 0
  const sender = createSender<string>(
    async () => {
      attempts += 1
      return answers.shift() ?? ok
    },
    (now) => seen.push(now),
  )
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  return { sender, seen, settle, attempts: () => attempts, last: () => seen[seen.length - 1] }
}

test('a repeated tap sends once', async () => {
  const { sender, settle, attempts, last } = sending([ok])
  sender.send()
  sender.send()
  await settle()
  sender.send()
  await settle()
  expect(attempts()).toBe(1)
  expect(last()).toEqual({ state: 'sent', body: 'HY-1' })
})

test('without a network it waits and sends by itself, less and less often', async () => {
  const { sender, settle, attempts, last } = sending([offline, offline, ok])
  sender.send()
  await settle()
  expect(last()).toMatchObject({ state: 'waiting', why: 'offline' })
  await settle(2999)
  expect(attempts()).toBe(1)
  await settle(1)
  expect(attempts()).toBe(2)
  await settle(7999)
  expect(attempts()).toBe(2)
  await settle(1)
  expect(last()).toEqual({ state: 'sent', body: 'HY-1' })
})

test('the returning network sends at once', async () => {
  const { sender, settle, last } = sending([offline, ok])
  sender.send()
  await settle()
  sender.poke()
  await settle()
  expect(last()).toEqual({ state: 'sent', body: 'HY-1' })
})

test.each([500, 502, 503])('a server that is down (%i) is waited out', async (status) => {
  const { sender, settle, last } = sending([refused(status, 10), ok])
  sender.send()
  await settle()
  expect(last()).toMatchObject({ state: 'waiting', why: 'down' })
  await settle(10_000)
  expect(last()).toEqual({ state: 'sent', body: 'HY-1' })
})

test('too many tries: as long as Retry-After says, and nothing shortens it', async () => {
  const { sender, settle, attempts, last } = sending([refused(429, 40), ok])
  sender.send()
  await settle()
  expect(last()).toMatchObject({ state: 'waiting', why: 'busy' })
  sender.poke()
  sender.send()
  await settle(39_999)
  expect(attempts()).toBe(1)
  await settle(1)
  expect(last()).toEqual({ state: 'sent', body: 'HY-1' })
})

test('a refusal is handed back and can be sent again after it was corrected', async () => {
  const { sender, settle, attempts, last } = sending([refused(422), ok])
  sender.send()
  await settle(600_000)
  expect(attempts()).toBe(1)
  expect(last()).toEqual({ state: 'refused', status: 422, problem: null })
  sender.cancel()
  sender.send()
  await settle()
  expect(last()).toEqual({ state: 'sent', body: 'HY-1' })
})

test('what was cancelled while waiting stays where it is', async () => {
  const { sender, settle, attempts, last } = sending([offline, ok])
  sender.send()
  await settle()
  sender.cancel()
  await settle(600_000)
  expect(attempts()).toBe(1)
  expect(last()).toEqual({ state: 'idle' })
})
