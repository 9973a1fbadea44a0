import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId, openKept } from './kept.ts'

let stored: Map<string, string>
beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

const words = (text: string) => ({ id: newId(), text, at: '2026-03-02T04:00:00Z' })

test('a stranger goes on after a reload, with what was not sent yet', () => {
  openKept('shop', false).save({ token: 't1', unsent: [words('断网时说的')] })
  expect(openKept('shop', false).now()).toMatchObject({ token: 't1', unsent: [{ text: '断网时说的' }] })
})

test('what a member said is forgotten once the page names nobody any more', () => {
  openKept('shop', true).save({ token: 't2', known: true, unsent: [words('会员说的')] })
  expect(openKept('shop', true).now().token).toBe('t2')
  expect(openKept('shop', false).now()).toMatchObject({ token: '', unsent: [] })
  expect(stored.get('huiyin-chat:shop')).not.toContain('会员说的')
})

test('two tabs keep each other’s words', () => {
  const [one, two] = [openKept('shop', false), openKept('shop', false)]
  one.save({ unsent: [...one.now().unsent, words('第一页')] })
  two.save({ unsent: [...two.now().unsent, words('第二页')] })
  expect(one.now().unsent.map((u) => u.text)).toEqual(['第一页', '第二页'])
})

test('without room or with garbage in the storage the talk lasts as long as the page', () => {
  stored.set('huiyin-chat:shop', '{garbage')
  const kept = openKept('shop', false)
  expect(kept.now().unsent).toEqual([])
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  })
  kept.save({ token: 't3' })
  expect(kept.now().token).toBe('t3')
})

test('ids are UUIDs of version 4 that do not repeat', () => {
  const ids = Array.from({ length: 100 }, newId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
