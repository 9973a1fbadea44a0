import { expect, test } from 'vitest'
import { inOrder, nextTone, type Template, templateGroups, type Wanted } from './template-list.ts'

const template = (key: string, scenario: string, tone: string, fits: boolean, text = ''): Template => ({
  key,
  name: key,
  scenario,
  tone,
  text,
  words: `${key} ${scenario} ${tone}`,
  fits,
})
const ALL = [
  template('结束致谢', 'closing', 'warm', false),
  template('做错道歉', 'apology', 'warm', true, '给您重做一杯'),
  template('退款方案', 'proposal', 'formal', false),
  template('等候道歉', 'apology', 'brief', false),
]
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  mode: 'reply',
  words: '',
  tone: null,
  wordsOf: (one) => (one.tone === 'warm' ? '亲切' : ''),
  ...more,
})
const keys = (more: Partial<Wanted>) => inOrder(templateGroups(ALL, wanted(more))).map((one) => one.key)

test('what fits stands first, and its whole scenario with it', () => {
  expect(keys({})).toEqual(['做错道歉', '等候道歉', '结束致谢', '退款方案'])
})
test('a proposal is offered proposals', () => {
  expect(keys({ mode: 'propose' })[0]).toBe('退款方案')
})
test.each([
  ['道歉', ['做错道歉', '等候道歉']],
  ['APOLOGY', ['做错道歉', '等候道歉']],
  ['重做', ['做错道歉']],
  ['亲切', ['做错道歉', '结束致谢']],
  ['没有的', []],
])('%s finds %j', (words, found) => expect(keys({ words })).toEqual(found))
test('one tone only', () => expect(keys({ tone: 'brief' })).toEqual(['等候道歉']))
test('the tone goes round by key', () => {
  expect([null, 'formal' as const, 'warm' as const, 'brief' as const].map(nextTone)).toEqual([
    'formal',
    'warm',
    'brief',
    null,
  ])
})
