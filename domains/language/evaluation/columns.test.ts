import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLabelledLines, taskOf } from './columns.ts'

function fileOf(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'labelled-')), 'lines.jsonl')
  writeFileSync(path, content)
  return path
}

test('a file of another program is read: byte order mark, other line ends, empty lines, numbers and yes or no as words', () => {
  const path = fileOf(
    '\ufeff{"text":"好吃","label":"1","sentiment":"positive"}\r\n\r\n{"text":"难吃","sentiment":"negative"}\r\n{"text":"拉肚子","food_safety_related":"false","kind":null}\r\n',
  )
  expect(readLabelledLines(path)).toEqual([
    { text: '好吃', label: 1, sentiment: 'positive' },
    { text: '难吃', label: 0, sentiment: 'negative' },
    { text: '拉肚子', food_safety_related: false },
  ])
})

test.each([
  ['{"text":"好"}\n{"text":', 'line 2: this is no JSON'],
  ['{"text":"好"}\n\n[1]', 'line 3: this is no JSON object'],
  ['{"id":"1","label":1}', 'line 1: there is no text'],
])('a line that is none is named: %j', (content, message) => {
  expect(() => readLabelledLines(fileOf(content))).toThrow(message)
})

test('a line that lacks the label does not decide what the file is for', () => {
  expect(taskOf([{ text: '好' }, { text: '几点关门', kind: ['inquiry'] }])).toBe('kind')
  expect(
    taskOf([
      { text: '好', label: 1 },
      { text: '酸了', label: 0, food_safety_related: true },
    ]),
  ).toBe('food_safety')
  expect(() => taskOf([])).toThrow('no line')
  expect(() => taskOf([{ text: '好' }])).toThrow('no task')
})
