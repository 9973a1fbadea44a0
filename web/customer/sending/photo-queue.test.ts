import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from './call.ts'
import { createPhotoQueue, outstanding, PHOTO_BYTES } from './photo-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const photo = (name: string, bytes = 10): File => ({ name, size: bytes, type: 'image/jpeg' }) as File
const ok = (id: string): Answer<{ id: string }> => ({ kind: 'ok', body: { id } })
const refused = (status: number, detail = ''): Answer<{ id: string }> => ({
  kind: 'refused',
  status,
  retryAfterSec: 0,
  problem: { type: '', title: '', status, code: 'files.broken', detail },
})

/** A queue whose uploads are answered by hand, in the order they begin. */
function queueOf(kept: { id: string; thumb: string }[] = []) {
  const begun: { name: string; answer: (a: Answer<{ id: string }>) => void; stopped: boolean }[] = []
  const queue = createPhotoQueue(
    {
      prepare: async (file) => {
        if (file.name === 'text') throw new Error('not a photo')
        return { blob: file, thumb: `thumb of ${file.name}` }
      },
      upload: (blob, onShare) => {
        const upload = {
          name: (blob as File).name,
          answer: (_: Answer<{ id: string }>) => {},
          stopped: false,
        }
        begun.push(upload)
        onShare(0.5)
        const answer = new Promise<Answer<{ id: string }>>((done) => {
          upload.answer = done
        })
        const stop = () => {
          upload.stopped = true
          upload.answer({ kind: 'offline' })
        }
        return { answer, stop }
      },
      onChange: () => {},
    },
    kept,
  )
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  const states = () => queue.list().map((one) => one.state)
  return { queue, begun, settle, states }
}

test('photos go up one by one, in the order they were chosen', async () => {
  const { queue, begun, settle, states } = queueOf()
  queue.add([photo('a'), photo('b')])
  await settle()
  expect(begun.map((one) => one.name)).toEqual(['a'])
  expect(states()).toEqual(['uploading', 'waiting'])
  begun[0]!.answer(ok('1'))
  await settle()
  expect(begun.map((one) => one.name)).toEqual(['a', 'b'])
  begun[1]!.answer(ok('2'))
  await settle()
  expect(queue.list().map((one) => one.id)).toEqual(['1', '2'])
  expect(outstanding(queue.list())).toBe(0)
})

test('there is room for six; the rest is counted, not lost in silence', () => {
  const { queue } = queueOf([{ id: 'kept', thumb: '' }])
  expect(queue.add(Array.from({ length: 8 }, (_, n) => photo(`${n}`)))).toBe(3)
  expect(queue.list()).toHaveLength(6)
})

test('a broken line is tried twice more by itself, then the customer is asked', async () => {
  const { queue, begun, settle, states } = queueOf()
  queue.add([photo('a')])
  await settle()
  begun[0]!.answer({ kind: 'offline' })
  await settle()
  expect(states()).toEqual(['paused'])
  expect(outstanding(queue.list())).toBe(1)
  await settle(3000)
  begun[1]!.answer({ kind: 'offline' })
  await settle(8000)
  begun[2]!.answer({ kind: 'offline' })
  await settle(600_000)
  expect(begun).toHaveLength(3)
  expect(states()).toEqual(['failed'])
  queue.retry()
  begun[3]!.answer(ok('1'))
  await settle()
  expect(states()).toEqual(['done'])
})

test('one photo that waits does not hold up the next', async () => {
  const { queue, begun, settle, states } = queueOf()
  queue.add([photo('a'), photo('b')])
  await settle()
  begun[0]!.answer({ kind: 'offline' })
  await settle()
  begun[1]!.answer(ok('2'))
  await settle()
  expect(states()).toEqual(['paused', 'done'])
})

test('a photo that the server refuses is not sent again and says why', async () => {
  const { queue, begun, settle } = queueOf()
  queue.add([photo('a')])
  await settle()
  begun[0]!.answer(refused(422, '这张照片打不开'))
  await settle(600_000)
  queue.retry()
  await settle()
  expect(begun).toHaveLength(1)
  expect(queue.list()[0]).toMatchObject({ state: 'failed', trouble: 'unreadable', detail: '这张照片打不开' })
})

test('what is no photo or too large never leaves the phone', async () => {
  const { queue, begun, settle } = queueOf()
  queue.add([photo('text'), photo('huge', PHOTO_BYTES + 1)])
  await settle()
  expect(begun).toHaveLength(0)
  expect(queue.list().map((one) => one.trouble)).toEqual(['unreadable', 'tooBig'])
})

test('a removed photo stops at once and the next one goes up', async () => {
  const { queue, begun, settle, states } = queueOf()
  queue.add([photo('a'), photo('b')])
  await settle()
  queue.remove(queue.list()[0]!.key)
  await settle()
  expect(begun.map((one) => [one.name, one.stopped])).toEqual([
    ['a', true],
    ['b', false],
  ])
  expect(states()).toEqual(['uploading'])
})
