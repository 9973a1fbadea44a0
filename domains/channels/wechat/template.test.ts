import { expect, test } from 'vitest'
import { splitText } from './split-text.ts'
import { fieldsAskedFor, fillFields } from './template.ts'

const now = new Date('2026-03-02T12:05:00+08:00')
const ticket = { number: 'HY-1024', title: '奶茶里有异物', progress: 'https://x.cn/t/1' }
const fill = (line: string, text = '已经给您重新做了一杯') => {
  try {
    return Object.values(fillFields([line], { text, ticket }, now))[0]!.value
  } catch (error) {
    const { code, data } = error as { code: string; data: object }
    return { code, ...data }
  }
}
const refused = (field: string) => ({ code: 'templateField', field })

test.each([
  ['thing1=text', '已经给您重新做了一杯'],
  ['thing1 = title', '奶茶里有异物'],
  ['thing2=这一句固定的话一共有二十一个字所以会被截短的', '这一句固定的话一共有二十一个字所以会被…'],
  ['character_string2=number', 'HY-1024'],
  ['character_string2=中文 A-1', 'A-1'],
  ['character_string2=中文', refused('character_string2')],
  ['phrase3=处理中', '处理中'],
  ['phrase3=已经处理好了', refused('phrase3')],
  ['phrase3=number', refused('phrase3')],
  ['time4=time', '2026年3月2日 12:05'],
  ['time4=明天', refused('time4')],
  ['amount5=12.50元', '12.50元'],
  ['amount5=text', refused('amount5')],
  ['phone_number6=400-820-1234', '400-820-1234'],
  ['number7=12', '12'],
  ['const8=已受理', '已受理'],
])('%s', (line, value) => {
  expect(fill(line)).toEqual(value)
})

test('a message without words tells the title, and line breaks become spaces', () => {
  expect(fill('thing1=text', '')).toBe('奶茶里有异物')
  expect(fill('thing1=text', '第一行\n第二行')).toBe('第一行 第二行')
})

test('what a template asks for', () => {
  expect(fieldsAskedFor('进度\n{{thing1.DATA}}\n单号：{{ character_string2.DATA }}')).toEqual([
    'thing1',
    'character_string2',
  ])
})

test.each([
  ['短', 100, ['短']],
  ['', 100, []],
  ['一二三四五六', 9, ['一二三', '四五六']],
  ['今天来过。明天来', 21, ['今天来过。', '明天来']],
  ['😀😀😀', 9, ['😀😀', '😀']],
  ['半个\ud800字', 100, ['半个�字']],
])('%s in pieces of %i bytes', (text, most, pieces) => {
  expect(splitText(text, most)).toEqual(pieces)
})
