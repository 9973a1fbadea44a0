import { expect, test } from 'vitest'
import { CounterFeedback } from '#contracts/channels'
import { blankEntry, bodyOf, contactIsWrong, extrasFilled, saysSomething } from './counter-entry.ts'

const shopId = '0199a000-0000-7000-8000-000000000001'

test('three taps, a sentence and a time on the brand’s clock are a whole record', () => {
  const body = bodyOf(
    {
      ...blankEntry(),
      mood: 'bad',
      category: 'taste.sweet',
      content: '少糖做成全糖',
      purchasedAt: '2026-03-02T08:30',
    },
    shopId,
    'Asia/Tokyo',
  )
  expect(CounterFeedback.parse(body)).toMatchObject({
    shopId,
    mood: 'bad',
    content: '少糖做成全糖',
    photos: [],
    purchasedAt: '2026-03-01T23:30:00.000Z',
  })
})

test('one tap alone is a record, nothing at all is not', () => {
  expect(saysSomething(blankEntry())).toBe(false)
  expect(saysSomething({ ...blankEntry(), mood: 'good' })).toBe(true)
  expect(
    CounterFeedback.safeParse(bodyOf({ ...blankEntry(), mood: 'good' }, shopId, 'Asia/Tokyo')).success,
  ).toBe(true)
})

test('empty fields are left out, and a wrong contact is noticed before sending', () => {
  expect(bodyOf({ ...blankEntry(), contact: '  ' }, shopId, 'Asia/Tokyo').contact).toBeUndefined()
  expect(contactIsWrong({ ...blankEntry(), contact: '不知道' })).toBe(true)
  expect(contactIsWrong({ ...blankEntry(), contact: '138 0000 1234' })).toBe(false)
  expect(extrasFilled({ ...blankEntry(), contact: '13800001234', photos: [{ id: shopId, url: '' }] })).toBe(2)
})

test('every record has its own id', () => {
  expect(blankEntry().submissionId).not.toBe(blankEntry().submissionId)
})
