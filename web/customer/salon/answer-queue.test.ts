import { expect, test } from 'vitest'
import { loadQueue, nextOf, saveQueue, setAside, type Waiting, without } from './answer-queue.ts'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage
}
const one = (submissionId: string): Waiting => ({ body: { submissionId, version: 0, mood: 'good' } })

test('what waits survives a reload, by tablet', () => {
  const storage = memory()
  saveQueue(storage, 'abcd', [one('a'), one('b')])
  expect(loadQueue(storage, 'abcd')).toEqual([one('a'), one('b')])
  expect(loadQueue(storage, 'other')).toEqual([])
  saveQueue(storage, 'abcd', [])
  expect(storage.getItem('huiyin.salon.abcd')).toBeNull()
})

test('what cannot be read is no queue', () => {
  const storage = memory()
  storage.setItem('huiyin.salon.abcd', '{"x":1}')
  expect(loadQueue(storage, 'abcd')).toEqual([])
  storage.setItem('huiyin.salon.abcd', 'nonsense')
  expect(loadQueue(storage, 'abcd')).toEqual([])
  expect(loadQueue(null, 'abcd')).toEqual([])
})

test('a refused one waits aside and holds up nobody', () => {
  const queue = setAside([one('a'), one('b')], 'a')
  expect(nextOf(queue)?.body.submissionId).toBe('b')
  expect(nextOf(without(queue, 'b'))).toBeUndefined()
  expect(without(queue, 'b')).toHaveLength(1)
})
