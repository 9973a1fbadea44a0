import { expect, test } from 'vitest'
import type { EventView } from '#contracts/loyalty/events'
import { bodyOf, fieldsOf } from './event-form.ts'

const TOKYO = 'Asia/Tokyo'
const EVENT: EventView = {
  id: '019f0000-0000-7000-8000-000000000001',
  state: 'open',
  phase: 'open',
  url: 'https://x/e/abcdefgh',
  name: { 'zh-CN': '春日试饮会', en: 'Spring tasting' },
  description: null,
  shops: [{ id: '019f0000-0000-7000-8000-000000000002', name: '一号店' }],
  startsAt: '2026-03-01T02:00:00.000Z',
  endsAt: '2026-03-20T02:00:00.000Z',
  capacity: 30,
  questions: [{ ask: { 'zh-CN': '甜度？' }, required: true, options: [{ 'zh-CN': '三分糖' }] }],
  opinion: { 'zh-CN': '有什么想说的？' },
  reward: { kind: 'coupon', amountMinor: 850, days: 30, budgetMinor: 85000 },
  consent: { 'zh-CN': '同意登记' },
  consentVersion: 1,
  news: null,
  newsVersion: 0,
  taken: 3,
  spent: 2550,
  currency: 'CNY',
  createdAt: '2026-02-01T00:00:00.000Z',
  mayManage: true,
}

test('an event that is opened and saved unchanged stays as it was', () => {
  const { name, description, startsAt, endsAt, capacity, questions, opinion, reward, consent, news } = EVENT
  expect(bodyOf(fieldsOf(EVENT, TOKYO), TOKYO)).toEqual({
    name,
    description,
    shopIds: [EVENT.shops[0]!.id],
    startsAt,
    endsAt,
    capacity,
    questions,
    opinion,
    reward,
    consent,
    news,
  })
})

test('what is switched off is not sent, however it was filled in', () => {
  const body = bodyOf(
    {
      ...fieldsOf(EVENT, TOKYO),
      place: 'brand',
      limited: false,
      reward: 'none',
      asksOpinion: false,
      asksNews: false,
      news: { 'zh-CN': '新品' },
    },
    TOKYO,
  )
  expect(body).toMatchObject({ shopIds: [], capacity: null, reward: null, opinion: null, news: null })
})

test('times are shown and typed by the brand’s clock, wherever the browser stands', () => {
  const fields = fieldsOf(EVENT, TOKYO)
  expect(fields.startsAt).toBe('2026-03-01T11:00')
  expect(bodyOf({ ...fields, startsAt: '2026-03-01T08:00' }, TOKYO).startsAt).toBe('2026-02-28T23:00:00.000Z')
})
