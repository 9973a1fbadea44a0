import { expect, test } from 'vitest'
import type { EventView } from '#contracts/loyalty/events'
import { bodyOf, fieldsOf, localOf } from './event-form.ts'

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
  expect(bodyOf(fieldsOf(EVENT))).toEqual({
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
  const body = bodyOf({
    ...fieldsOf(EVENT),
    place: 'brand',
    limited: false,
    reward: 'none',
    asksOpinion: false,
    asksNews: false,
    news: { 'zh-CN': '新品' },
  })
  expect(body).toMatchObject({ shopIds: [], capacity: null, reward: null, opinion: null, news: null })
})

test('a time is shown by this browser’s clock and comes back as it was', () => {
  expect(new Date(localOf(EVENT.startsAt)).toISOString()).toBe(EVENT.startsAt)
})
