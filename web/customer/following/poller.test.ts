import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from '../sending/call.ts'
import { createPoller } from './poller.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ok = (body: number): Answer<number> => ({ kind: 'ok', body })
const busy = (retryAfterSec: number): Answer<number> => ({
  kind: 'refused',
  status: 429,
  problem: null,
  retryAfterSec,
})

function polling(answers: Answer<number>[] = []) {
  const state = { asked: 0, hidden: false, seen: [] as Answer<number>[] }
  const poller = createPoller<number>(
    async () => {
      state.asked += 1
      return answers.shift() ?? ok(state.asked)
    },
    ({ answer }) => state.seen.push(answer),
    () => state.hidden,
  )
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  return { poller, state, settle }
}

test('every 15 seconds while somebody looks', async () => {
  const { poller, state, settle } = polling()
  poller.look()
  await settle(60_000)
  expect(state.asked).toBe(5)
})

test('every two minutes while hidden, at once when looked at again', async () => {
  const { poller, state, settle } = polling()
  state.hidden = true
  poller.look()
  await settle(119_000)
  expect(state.asked).toBe(1)
  state.hidden = false
  poller.look()
  await settle()
  expect(state.asked).toBe(2)
  await settle(15_000)
  expect(state.asked).toBe(3)
})

test('after failures ever less often, after a success as before', async () => {
  const offline: Answer<number> = { kind: 'offline' }
  const { poller, state, settle } = polling([offline, offline, offline, ok(1)])
  poller.look()
  await settle(15_000 + 20_000)
  expect(state.asked).toBe(3)
  await settle(39_000)
  expect(state.asked).toBe(3)
  await settle(1000)
  expect(state.asked).toBe(4)
  await settle(15_000)
  expect(state.asked).toBe(5)
})

test('Retry-After is obeyed even when somebody looks', async () => {
  const { poller, state, settle } = polling([busy(50)])
  poller.look()
  await settle(10_000)
  poller.look()
  await settle(39_000)
  expect(state.asked).toBe(1)
  await settle(1000)
  expect(state.asked).toBe(2)
})

test('a slow old answer does not overwrite a newer one', async () => {
  const waiting: ((answer: Answer<number>) => void)[] = []
  const seen: Answer<number>[] = []
  const poller = createPoller<number>(
    () => new Promise((done) => waiting.push(done)),
    ({ answer }) => seen.push(answer),
    () => false,
  )
  poller.look()
  poller.look()
  waiting[1]!(ok(2))
  waiting[0]!(ok(1))
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual([ok(2)])
})

test('stopped is stopped', async () => {
  const { poller, state, settle } = polling()
  poller.look()
  poller.stop()
  await settle(60_000)
  expect(state).toMatchObject({ asked: 1, seen: [] })
})
