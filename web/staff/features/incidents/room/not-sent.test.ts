import { expect, test } from 'vitest'
import { notSent, writtenSince } from './not-sent.ts'

test('only what is still as it was sent is done with', () => {
  const sent = { what: '两人不适', why: '红豆' }
  expect(notSent({ what: '两人不适', why: '红豆冷藏超温' }, sent)).toEqual({ why: '红豆冷藏超温' })
  expect(notSent({ what: '两人不适', why: '' }, sent)).toEqual({ why: '' })
  expect(notSent({ what: '两人不适', wentWell: '当天封存' }, sent)).toEqual({ wentWell: '当天封存' })
  expect(notSent(sent, sent)).toEqual({})
})

test.each([
  ['已联系医院', '已联系医院', ''],
  ['已联系医院\n家属在路上', '已联系医院', '家属在路上'],
  ['重写一句', '已联系医院', '重写一句'],
])('after a save %j against %j leaves %j', (now, sent, left) => {
  expect(writtenSince(now, sent)).toBe(left)
})
