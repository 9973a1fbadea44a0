import { describe, expect, test } from 'vitest'
import { readPack } from '#domains/playbook'
import { classify } from './classify.ts'
import { mergeReasons, mergeWords } from './merge-words.ts'

describe('words that lie upon one another in the text are one piece of it', () => {
  test.each([
    ['底下有一片塑料片', ['片塑料', '塑料片'], ['一片塑料片']],
    ['喝到塑料片了，又是塑料', ['塑料片', '又是'], ['塑料片', '又是']],
    ['等太久了，态度也差', ['差', '太久'], ['差', '太久']],
    ['等了太久，太久了', ['太久', '等了太久'], ['等了太久']],
    ['好喝好喝', ['好喝', '喝好'], ['好喝好']],
    ['味道不错', ['3 星', '不错'], ['3 星', '不错']],
    ['头发', ['一根', '头发'], ['一根', '头发']],
  ])('%s', (text, words, told) => {
    expect(mergeWords(text, words)).toEqual(told)
  })

  test('only where they speak for the same, and as strongly as the strongest', () => {
    const word = { kind: 'word' as const }
    const reasons = [
      { ...word, text: '塑料片', says: '喝到异物', weight: 9 },
      { ...word, text: '片塑料', says: '喝到异物', weight: 4 },
      { ...word, text: '塑料', says: '投诉', weight: 1 },
      { kind: 'mood' as const, text: '心情：不满意', says: '投诉', weight: 2.2 },
    ]
    expect(mergeReasons('一片塑料片', reasons)).toEqual([
      { ...word, text: '一片塑料片', says: '喝到异物', weight: 9 },
      { ...word, text: '塑料', says: '投诉', weight: 1 },
      { kind: 'mood', text: '心情：不满意', says: '投诉', weight: 2.2 },
    ])
  })
})

test('an agent reads each piece of the text once beside the judgement', () => {
  const { reasons } = classify(readPack('milk_tea')!, {
    text: '又是芋泥波波奶茶，底下有一片塑料片',
    channel: 'qr',
    mood: 'bad',
  })
  const words = reasons.filter(({ kind }) => kind === 'word').map(({ text }) => text)
  expect(words).toContain('一片塑料片')
  expect(words.filter((word) => word.includes('塑料'))).toHaveLength(1)
})
