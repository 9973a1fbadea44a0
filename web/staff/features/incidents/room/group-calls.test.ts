import { expect, test } from 'vitest'
import type { TimelineEntry } from '#contracts/incidents'
import { groupCalls } from './group-calls.ts'

const entry = (id: string, fact: string, at: string): TimelineEntry => ({
  id,
  at: `2026-03-02T13:${at}.000Z`,
  kind: 'fact',
  fact,
  by: '',
  text: '',
  data: {},
  files: [],
  ticketId: null,
})
const shape = (entries: TimelineEntry[]) =>
  groupCalls(entries).map((line) =>
    'calls' in line
      ? line.calls.map(({ id }) => id)
      : 'chases' in line
        ? `chased ${line.chases.map(({ id }) => id).join()}`
        : line.id,
  )

test('calls that follow each other stand together, what came between parts them', () => {
  expect(
    shape([
      entry('f', 'called_again', '42:01'),
      entry('e', 'called_again', '42:01'),
      entry('d', 'called_again', '41:01'),
      entry('c', 'step_done', '40:30'),
      entry('b', 'called', '40:00'),
      entry('a', 'called', '40:00'),
    ]),
  ).toEqual([['f', 'e', 'd'], 'c', ['b', 'a']])
})

test('calls that go on for an hour are one line, whatever post they are for, with a chase between them too', () => {
  const called = (id: string, post: string, at: string) => ({ ...entry(id, 'called', at), data: { post } })
  expect(
    shape([
      called('d', 'law', '58:00'),
      entry('c', 'seal_chased', '50:00'),
      called('b', 'shop', '31:30'),
      called('a', 'law', '02:00'),
    ]),
  ).toEqual([['d', 'b', 'a'], 'chased c'])
})

test('shops that are chased again and again are one line as long as nothing but calls comes between', () => {
  expect(
    shape([
      { ...entry('f', 'seal_chased', '58:00'), data: { times: 3 } },
      entry('e', 'called_again', '53:00'),
      entry('d', 'seal_chased', '48:00'),
      entry('c', 'seal_acknowledged', '45:00'),
      entry('b', 'seal_chased', '43:00'),
      { ...entry('a', 'seal_chased', '38:00'), data: { shops: ['湖滨店'] } },
    ]),
  ).toEqual(['chased f,d', ['e'], 'c', 'chased b', 'chased a'])
})
