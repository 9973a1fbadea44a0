import { expect, test } from 'vitest'
import { CounterFeedback } from '#contracts/channels'
import { blankEntry, bodyOf, contactIsWrong, extrasFilled, saysSomething } from './counter-entry.ts'

const shopId = '0199a000-0000-7000-8000-000000000001'

test('three taps and a sentence are a whole record', () => {
  const body = bodyOf(
    { ...blankEntry(), mood: 'bad', category: 'taste.sweet', content: '少糖做成全糖' },
    shopId,
  )
  expect(CounterFeedback.parse(body)).toMatchObject({
    shopId,
    mood: 'bad',
    content: '少糖做成全糖',
    photos: [],
  })
})

test('one tap alone is a record, nothing at all is not', () => {
  expect(saysSomething(blankEntry())).toBe(false)
  expect(saysSomething({ ...blankEntry(), mood: 'good' })).toBe(true)
  expect(CounterFeedback.safeParse(bodyOf({ ...blankEntry(), mood: 'good' }, shopId)).success).toBe(true)
})

test('empty fields are left out, and a wrong contact is noticed before sending', () => {
  expect(bodyOf({ ...blankEntry(), contact: '  ' }, shopId).contact).toBeUndefined()
  expect(contactIsWrong({ ...blankEntry(), contact: '不知道' })).toBe(true)
  expect(contactIsWrong({ ...blankEntry(), contact: '138 0000 1234' })).toBe(false)
  expect(extrasFilled({ ...blankEntry(), contact: '13800001234', photos: [{ id: shopId, url: '' }] })).toBe(2)
})

test('every record has its own id', () => {
  expect(blankEntry().submissionId).not.toBe(blankEntry().submissionId)
})
