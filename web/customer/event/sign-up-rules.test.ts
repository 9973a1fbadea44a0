import { expect, test } from 'vitest'
import type { PublicEvent } from '#contracts/loyalty/events'
import { bodyOf, EMPTY, faultsOf, placeOf } from './sign-up-rules.ts'

const EVENT: PublicEvent = {
  brand: '茶屿',
  name: '春日试饮会',
  description: '',
  phase: 'open',
  startsAt: '2026-03-01T00:00:00.000Z',
  endsAt: '2026-03-20T00:00:00.000Z',
  left: 3,
  shops: [],
  reward: null,
  questions: [{ ask: '喜欢哪种甜度？', required: true, options: ['三分糖'] }],
  opinion: '',
  consent: { version: 2, text: '同意' },
  news: { version: 1, text: '也告诉我新品' },
}
const GOOD = { ...EMPTY, name: '小雨', phone: '139 0000 1234', answers: ['三分糖'], consent: true }

test.each([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ phone: '12' }, ['phone']],
  [{ phone: '+852 6123 4567' }, []],
  [{ answers: [] }, ['answer-0']],
  [{ consent: false }, ['consent']],
])('%j is missing %j', (change, missing) => {
  expect(Object.keys(faultsOf(EVENT, { ...GOOD, ...change }))).toEqual(missing)
})

test('a shop is asked for only where there are several', () => {
  const shops = [
    { code: 'S1', name: '一号店' },
    { code: 'S2', name: '二号店' },
  ]
  expect(faultsOf({ ...EVENT, shops }, GOOD)).toEqual({ shop: 'needShop' })
  expect(bodyOf({ ...EVENT, shops }, { ...GOOD, shopCode: 'S2' }, 'id', 'zh-CN').shopCode).toBe('S2')
})

test('news go along only when they were ticked, with the wording that stood there', () => {
  expect(bodyOf(EVENT, GOOD, 'id', 'zh-CN')).toMatchObject({ phone: '13900001234', consentVersion: 2 })
  expect(bodyOf(EVENT, GOOD, 'id', 'zh-CN')).not.toHaveProperty('news')
  expect(bodyOf(EVENT, { ...GOOD, news: true }, 'id', 'zh-CN')).toMatchObject({ news: true, newsVersion: 1 })
})

test.each([
  ['loyalty.alreadySignedUp', 'phone', 'already'],
  ['loyalty.eventFull', undefined, 'page'],
  ['loyalty.consentChanged', 'consent', 'consent'],
  ['loyalty.consentChanged', 'news', 'news'],
  ['loyalty.shopRequired', 'shopCode', 'shop'],
  ['http.badInput', 'name', 'name'],
  [undefined, undefined, 'form'],
])('%s at %s shows on %s', (code, field, place) => {
  expect(placeOf(code, field)).toBe(place)
})
