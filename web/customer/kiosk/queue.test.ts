import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TabletReceipt } from '#contracts/channels/tablet'
import type { Answer } from '../sending/call.ts'
import { createQueue, type Entry, giveIn } from './queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const entry = (submissionId: string, more: Partial<Entry> = {}): Entry => ({
  submissionId,
  locale: 'zh-CN',
  mood: 'bad',
  category: '',
  content: '汤凉了',
  contact: '',
  writtenAt: '2026-11-22T04:30:00.000Z',
  ...more,
})
const ok: Answer<TabletReceipt> = { kind: 'ok', body: { number: 'HY-1' } as TabletReceipt }
const offline: Answer<TabletReceipt> = { kind: 'offline' }
const refused = (status: number, field?: string): Answer<TabletReceipt> => ({
  kind: 'refused',
  status,
  problem: { type: '', title: '', status, code: 'x', detail: '', ...(field ? { field } : {}) },
  retryAfterSec: 0,
})

/** A tablet whose server gives these answers in turn, and takes everything afterwards. */
function tablet(answers: Answer<TabletReceipt>[], kept = new Map<string, string>()) {
  const posted: Entry[] = []
  const storage = {
    getItem: (place: string) => kept.get(place) ?? null,
    setItem: (place: string, text: string) => void kept.set(place, text),
    removeItem: (place: string) => void kept.delete(place),
  } as Storage
  const sent: string[] = []
  const queue = createQueue({
    storage,
    place: 'queue',
    post: async (one) => {
      posted.push(one)
      return answers.shift() ?? ok
    },
    onChange: () => {},
    onSent: ({ submissionId }) => sent.push(submissionId),
  })
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  return { queue, posted, sent, kept, settle }
}

test('what has arrived is gone from the tablet', async () => {
  const { queue, kept, sent, settle } = tablet([])
  queue.add(entry('a'))
  expect(kept.get('queue')).toContain('汤凉了')
  await settle()
  expect(sent).toEqual(['a'])
  expect(kept.size).toBe(0)
})

test('without a network everything is kept in order, over a restart too, and sent once', async () => {
  const first = tablet([offline, offline])
  first.queue.add(entry('a'))
  first.queue.add(entry('b'))
  await first.settle()
  expect(first.queue.count()).toBe(2)
  const { queue, sent, settle } = tablet([], first.kept)
  await settle()
  expect(sent).toEqual(['a', 'b'])
  expect(queue.count()).toBe(0)
})

test('a choice that the playbook no longer knows is left out, the words go on', async () => {
  const { posted, queue, sent, settle } = tablet([refused(422, 'category')])
  queue.add(entry('a', { category: 'food.gone' }))
  await settle()
  expect(sent).toEqual(['a'])
  expect(posted[1]).toMatchObject({ category: '', content: '汤凉了' })
})

test('a way to be reached that is not taken goes on as words', () => {
  expect(giveIn(entry('a', { contact: '1381' }), 'body/contact')).toMatchObject({
    contact: '',
    content: '汤凉了\n1381',
  })
  expect(giveIn(entry('a'), undefined)).toBeNull()
})

test('one that is refused altogether lets the others pass, and stays', async () => {
  const { queue, sent, settle } = tablet([refused(422), ok, refused(422)])
  queue.add(entry('a'))
  queue.add(entry('b'))
  await settle(1000)
  expect(sent).toEqual(['b'])
  expect(queue.count()).toBe(1)
})

test('before a closed door everything waits, and goes when it is open again', async () => {
  const { queue, sent, posted, settle } = tablet([refused(410)])
  queue.add(entry('a', { category: 'food.kept' }))
  await settle()
  expect(queue.shut()).toBe(true)
  await settle(60_000)
  expect(sent).toEqual(['a'])
  expect(posted[1]).toMatchObject({ category: 'food.kept' })
  expect(queue.shut()).toBe(false)
})

test('something unreadable in the tablet’s memory does not stop it', () => {
  expect(tablet([], new Map([['queue', '{"half']])).queue.count()).toBe(0)
})
