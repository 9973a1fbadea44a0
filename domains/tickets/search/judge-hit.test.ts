import { expect, test } from 'vitest'
import { type Candidate, markHit, rankHit } from './judge-hit.ts'
import { segmentsOf } from './marked-text.ts'
import { readQuestion } from './question.ts'

const at = new Date('2026-03-02T04:00:00Z')
function ticket(text: string, said: string[] = [], orderNumber = ''): Candidate {
  return {
    title: text.split('。')[0]!,
    first: [
      { field: 'text', at, by: '', text },
      ...(orderNumber ? [{ field: 'order' as const, at, by: '', text: orderNumber }] : []),
    ],
    said: said.map((words) => ({ field: 'note', at, by: '沈知夏', text: words })),
    personal: new Set(),
  }
}
const ask = (asked: string) => readQuestion(asked, () => [])
const rankIn = (candidate: Candidate, asked: string) => rankHit(candidate, ask(asked))
const marked = (candidate: Candidate, asked: string) =>
  markHit(candidate, ask(asked)).found.map(({ piece, places }) =>
    segmentsOf(piece.text, places)
      .map((s) => (s.hit ? `[${s.text}]` : s.text))
      .join(''),
  )

test.each([
  ['the first text before all', ticket('奶茶里有异物'), '异物', 3],
  ['traditional finds simplified', ticket('奶茶里有异物'), '異物', 3],
  ['one sign', ticket('少冰做成了去冰'), '冰', 3],
  ['a message comes second', ticket('奶茶不好喝', ['顾客说有异物']), '异物', 2],
  ['half in the text and half in a message', ticket('奶茶不好喝', ['顾客说有异物']), '奶茶 异物', 2],
  [
    'a long phrase in bits and pieces comes last',
    ticket('珍珠不新鲜，奶茶太甜', ['珠奶加倍']),
    '珍珠奶茶',
    1,
  ],
  ['three signs that only touch by chance', ticket('红豆太硬', ['豆沙很甜']), '红豆沙', null],
  ['a word that is missing', ticket('奶茶里有异物'), '异物 头发', null],
  ['a Latin word as far as it is typed', ticket('WiFi 连不上'), 'wif', 3],
  ['not in the middle of a word', ticket('the software'), 'ware', null],
  ['two letters only whole', ticket('okay'), 'ok', null],
  ['an order number without hyphens', ticket('少了一份', [], 'MT-20260302-8891'), '202603028891', 3],
  ['its last four digits', ticket('少了一份', [], 'MT-20260302-8891'), '8891', 3],
  ['other digits of it', ticket('少了一份', [], 'MT-20260302-8891'), '3028', null],
] as const)('%s', (_, candidate, asked, rank) => {
  expect(rankIn(candidate, asked)).toBe(rank)
})

test('what was asked for is marked where it stands in the text as it was written', () => {
  expect(marked(ticket('奶茶裡有異物，ＷｉＦｉ也慢'), '异物 wifi')).toEqual([
    '奶茶裡有[異物]，[ＷｉＦｉ]也慢',
  ])
  expect(marked(ticket('冰太多，去冰', ['冰']), '冰')).toEqual(['[冰]太多，去[冰]', '[冰]'])
})

test('the piece with most of the question stands first', () => {
  expect(marked(ticket('冰太多', ['冰和糖都不对']), '冰 糖')[0]).toBe('[冰]和[糖]都不对')
})

test('a customer who may be known is a hit without a word of the text', () => {
  const question = readQuestion('林小雨', () => ['@n1'])
  const known = { ...ticket('少了一份'), personal: new Set(['@n1']) }
  expect(rankHit(known, question)).toBe(3)
  expect(markHit(known, question)).toMatchObject({ byCustomer: true, found: [] })
  expect(rankHit(ticket('少了一份'), question)).toBeNull()
})
