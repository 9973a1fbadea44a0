import { beforeEach, expect, test, vi } from 'vitest'
import type { Draft } from '#contracts/tickets/composer'
import { draftBoxes } from './draft-boxes.ts'

/** The server of one test: what it was told, and whether it can be reached. */
const server = { told: [] as string[], away: false, second: 0 }
const newBoxes = () =>
  draftBoxes({
    put: async (_id, _mode, body) => {
      if (server.away) throw Object.assign(new Error('away'), { status: 0 })
      server.told.push(body.text)
      server.second += 1
      return { updatedAt: body.text ? at(server.second) : null }
    },
    drafted: () => {},
  })
let { adopt, boxOf, empty, flush, settle, write } = newBoxes()

function at(second: number): string {
  return `2026-03-02T04:00:${String(second).padStart(2, '0')}.000Z`
}
const draft = (text: string, second: number): Draft => ({
  mode: 'reply',
  text,
  photos: [],
  mentions: [],
  expectedAt: null,
  wait: false,
  seen: null,
  updatedAt: at(second),
})
/** Asked for before or after anything that happens in this test. */
const state = (drafts: Draft[], when: 'before' | 'after' = 'before') => ({
  drafts,
  askedAt: when === 'after' ? Number.POSITIVE_INFINITY : 0,
})
const kept = new Map<string, string>()
const id = 'ticket'
beforeEach(() => {
  Object.assign(server, { told: [], away: false, second: 10 })
  kept.clear()
  ;({ adopt, boxOf, empty, flush, settle, write } = newBoxes())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
const text = () => boxOf(id, 'reply').writing.text

test('what is written goes to the server, and this machine forgets it then', async () => {
  write(id, 'reply', { text: '您好' })
  expect(kept.size).toBe(1)
  await flush(id, 'reply')
  expect([server.told, kept.size, boxOf(id, 'reply').kept]).toEqual([['您好'], 0, 'saved'])
})

test('without the server it stays here, also over a restart, and goes out when the server is back', async () => {
  server.away = true
  write(id, 'reply', { text: '您好' })
  await flush(id, 'reply')
  expect([text(), kept.size, boxOf(id, 'reply').kept]).toEqual(['您好', 1, 'local'])
  ;({ adopt, boxOf, empty, flush, settle, write } = newBoxes())
  expect(text()).toBe('您好')
  server.away = false
  await flush(id, 'reply')
  expect([server.told, kept.size]).toEqual([['您好'], 0])
})

test('a draft of another device is taken over, an older reading of it is not', async () => {
  adopt(id, state([draft('在手机上写的', 5)]))
  expect(text()).toBe('在手机上写的')
  write(id, 'reply', { text: '接着写' })
  await flush(id, 'reply')
  adopt(id, state([draft('在手机上写的', 5)]))
  expect(text()).toBe('接着写')
})

test('nothing that is being written is overwritten', () => {
  write(id, 'reply', { text: '正在写' })
  adopt(id, state([draft('别处的', 50)], 'after'))
  expect(text()).toBe('正在写')
})

test('sent on another device it disappears here; asked for before it was saved, it stays', async () => {
  write(id, 'reply', { text: '您好' })
  await flush(id, 'reply')
  adopt(id, state([]))
  expect(text()).toBe('您好')
  adopt(id, state([], 'after'))
  expect(text()).toBe('')
})

test('once it is sent the server is not told of it again', async () => {
  write(id, 'reply', { text: '您好' })
  await settle(id, 'reply')
  empty(id, 'reply')
  await flush(id, 'reply')
  expect([server.told, text()]).toEqual([[], ''])
})
