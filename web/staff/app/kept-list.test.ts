import { expect, test } from 'vitest'
import { keptList } from './kept-list.ts'

function machine() {
  const held = new Map<string, string>()
  const store = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
  return { held, list: keptList<string>('taps', () => store) }
}

test('what is done stays on the machine in its order until it has arrived, and everybody has the own', () => {
  const { held, list } = machine()
  for (const tap of ['start', 'done', 'pass']) list.change('li', (kept) => [...kept, tap])
  list.change('wang', () => ['start'])
  list.change('li', (kept) => kept.filter((tap) => tap !== 'start'))
  expect(list.read('li')).toEqual(['done', 'pass'])
  expect(list.read('wang')).toEqual(['start'])
  expect(list.read('somebody else')).toEqual([])
  list.change('li', () => [])
  expect([...held.keys()]).toEqual(['huiyin.taps.wang'])
})

test('what can not be read is nothing', () => {
  const { held, list } = machine()
  held.set('huiyin.taps.li', '{broken')
  expect(list.read('li')).toEqual([])
  held.set('huiyin.taps.li', '{"a":1}')
  expect(list.read('li')).toEqual([])
})
