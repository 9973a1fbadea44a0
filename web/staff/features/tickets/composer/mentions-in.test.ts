import { expect, test } from 'vitest'
import type { Mentionable } from '#contracts/tickets/composer'
import { choicesFor, cutAtNames, mentionsIn } from './mentions-in.ts'

const person = (id: string, name: string) => ({ id, name, roles: [], onDuty: true })
const known: Mentionable = {
  people: [person('1', '王芳'), person('2', '王芳菲'), person('3', '李强'), person('4', '李强')],
  teams: [{ key: 'quality', name: '品控' }],
}

test.each([
  ['请 @王芳 看一下', [], [{ staffId: '1' }]],
  ['请@王芳菲看一下', [], [{ staffId: '2' }]],
  ['@李强', [{ staffId: '4' }], [{ staffId: '4' }]],
  ['@李强', [], [{ staffId: '3' }]],
  ['@品控 @王芳 @王芳', [], [{ team: 'quality' }, { staffId: '1' }]],
  ['a@b.cn，王芳', [{ staffId: '1' }], []],
])('%s names %j', (text, picked, wanted) => expect(mentionsIn(text, known, picked)).toEqual(wanted))

test('an @ offers people and teams by part of the name', () => {
  expect(choicesFor(known, '芳').map((c) => c.key)).toEqual(['1', '2'])
  expect(choicesFor(known, '品').map((c) => c.key)).toEqual(['team:quality'])
  expect(choicesFor(undefined, '')).toEqual([])
})

test('a text is cut at the names it holds', () => {
  expect(cutAtNames('请@王芳菲看', ['王芳', '王芳菲'])).toEqual([
    { text: '请', named: false },
    { text: '@王芳菲', named: true },
    { text: '看', named: false },
  ])
  expect(cutAtNames('（没有）', ['('])).toEqual([{ text: '（没有）', named: false }])
})
