import { expect, test } from 'vitest'
import type { PublicSalon } from '#contracts/channels/salon'
import { bodyOf, EMPTY, mayGoOn, phoneFault, tapDiscomfort, tapNone } from './salon-answers.ts'

const WORDS = {
  effect: '效果满意吗',
  discomfort: '哪里不舒服',
  none: '都很舒服',
  discomforts: ['刺痛', '泛红'],
  wish: '想改善什么',
  wishes: ['少等一会儿'],
  consent: '同意',
}
const SALON: PublicSalon = {
  brand: '颜序',
  shop: '静安店',
  version: 2,
  people: [],
  words: { 'zh-CN': WORDS, 'zh-TW': WORDS, en: WORDS },
}
const ABOUT = { submissionId: 'x', locale: 'zh-CN', therapistId: 't', at: new Date(0) } as const

test.each([
  [1, {}, false],
  [1, { mood: 'good' as const }, true],
  [2, {}, false],
  [2, { none: true }, true],
  [2, { discomforts: ['刺痛'] }, true],
  [2, { discomfortWords: '有点热' }, true],
  [3, {}, true],
  [3, { phone: '139' }, false],
  [3, { phone: '13900001234' }, false],
  [3, { phone: '139 0000 1234', consent: true }, true],
])('question %i with %j may go on: %s', (step, change, may) => {
  expect(mayGoOn(step, { ...EMPTY, ...change })).toBe(may)
})

test('a number needs its tick', () => {
  expect(phoneFault({ ...EMPTY, phone: '13900001234' })).toBe('needConsent')
  expect(phoneFault({ ...EMPTY, phone: '12' })).toBe('needPhone')
})

test('comfortable and uncomfortable exclude each other', () => {
  const hurt = tapDiscomfort({ ...EMPTY, none: true }, ['刺痛'])
  expect([hurt.none, hurt.discomforts]).toEqual([false, ['刺痛']])
  const fine = tapNone({ ...hurt, discomfortWords: '热' })
  expect([fine.none, fine.discomforts, fine.discomfortWords]).toEqual([true, [], ''])
})

test('chips go by their place on the form, the number without blanks, a tick only with a number', () => {
  const values = {
    ...EMPTY,
    mood: 'bad' as const,
    discomforts: ['泛红'],
    wishes: ['少等一会儿'],
    phone: '139 0000 1234',
    consent: true,
  }
  expect(bodyOf(SALON, values, ABOUT)).toMatchObject({
    version: 2,
    therapistId: 't',
    mood: 'bad',
    discomforts: [1],
    wishes: [0],
    phone: '13900001234',
    consent: true,
  })
  expect(bodyOf(SALON, { ...EMPTY, consent: true }, ABOUT)).not.toHaveProperty('consent')
})
