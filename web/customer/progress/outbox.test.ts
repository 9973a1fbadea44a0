import { expect, test } from 'vitest'
import { loadOutbox, type Outgoing, outboxKey, saveOutbox } from './outbox.ts'

const token = 'jT3kq0-secret-token'
const message: Outgoing = { messageId: 'm1', text: '孩子没事', photos: [], at: '2026-03-02T04:00:00Z' }

function storage(): Storage {
  const kept: Record<string, string> = {}
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
    clear: () => {},
    key: (at: number) => Object.keys(kept)[at] ?? null,
    get length() {
      return Object.keys(kept).length
    },
  }
}

test('a message on its way survives a reload and is gone once it is sent', () => {
  const tab = storage()
  saveOutbox(tab, token, [message])
  expect(loadOutbox(tab, token)).toEqual([message])
  saveOutbox(tab, token, [])
  expect(tab.length).toBe(0)
})

test('the private link cannot be read from what is kept', () => {
  const tab = storage()
  saveOutbox(tab, token, [message])
  expect(`${tab.key(0)} ${tab.getItem(outboxKey(token))}`).not.toContain(token)
  expect(outboxKey('another')).not.toBe(outboxKey(token))
})

test('what cannot be read is no message', () => {
  const tab = storage()
  tab.setItem(outboxKey(token), '{broken')
  expect(loadOutbox(tab, token)).toEqual([])
  tab.setItem(outboxKey(token), '[1, null, {"messageId": 4}]')
  expect(loadOutbox(tab, token)).toEqual([])
  expect(loadOutbox(null, token)).toEqual([])
})
