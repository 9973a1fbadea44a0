import { expect, test } from 'vitest'
import type { PublicForm } from '#contracts/channels'
import { EMPTY, type FormValues } from './form-draft.ts'
import {
  asksCategory,
  type Field,
  faultsOf,
  fieldOfProblem,
  namesOf,
  splitFields,
  toFeedback,
} from './form-rules.ts'

const field = (key: Field['key'], required = false): Field => ({
  key,
  required,
  label: key,
  hint: '',
  options: [],
})
const form = (fields: Field[], more: Partial<PublicForm> = {}): PublicForm => ({
  brand: '茶屿',
  shop: '西湖银泰店',
  place: 'A07',
  channel: 'qr',
  title: '',
  subtitle: '',
  submit: '告诉店长',
  privacy: '',
  thanks: '',
  fields,
  categories: [{ key: 'food.object', label: '喝到异物' }],
  shops: [],
  zone: 'Asia/Shanghai',
  slip: null,
  ...more,
})
const values = (patch: Partial<FormValues> = {}): FormValues => ({ ...EMPTY, ...patch })
const usual = form([field('mood'), field('category'), field('content'), field('photos'), field('contact')])
const send = { submissionId: 's', locale: 'zh-CN' as const }

test.each([
  ['nothing at all', usual, values(), 0, { content: 'nothing' }],
  ['a face is enough', usual, values({ mood: 'good' }), 0, {}],
  ['a photo is enough', usual, values(), 1, {}],
  [
    'a blank text is no text',
    form([field('content', true)]),
    values({ content: ' \n' }),
    0,
    { content: 'content' },
  ],
  ['a required face', form([field('mood', true)]), values({ content: '凉了' }), 0, { mood: 'choose' }],
  ['a required photo', form([field('photos', true)]), values({ content: '凉了' }), 0, { photos: 'photos' }],
  [
    'a required number',
    form([field('orderNumber', true)]),
    values({ mood: 'bad' }),
    0,
    { orderNumber: 'fill' },
  ],
  ['half a number', usual, values({ mood: 'bad', contact: '138' }), 0, { contact: 'contact' }],
  ['a mobile number', usual, values({ mood: 'bad', contact: ' 138 0013 8000 ' }), 0, {}],
  ['an address', usual, values({ mood: 'bad', contact: 'lin@example.cn' }), 0, {}],
  ['too much text', usual, values({ content: '长'.repeat(4001) }), 0, { content: 'tooLong' }],
])('%s', (_, asked, written, photos, faults) => {
  expect(faultsOf(asked, written, photos)).toEqual(faults)
})

test('a form of the whole brand carries the shop when one is chosen', () => {
  const brand = form([field('content')], {
    shops: [{ code: 'XH', name: '西湖银泰店', zone: 'Asia/Shanghai' }],
  })
  expect(faultsOf(brand, values({ content: '凉了' }), 0)).toEqual({})
  expect(toFeedback(brand, values({ content: '凉了' }), [], send).shopCode).toBeUndefined()
  expect(toFeedback(brand, values({ content: '凉了', shopCode: 'XH' }), [], send).shopCode).toBe('XH')
})

test('who is content is not asked what went wrong, and an earlier choice does not go along', () => {
  expect(asksCategory(usual, '')).toBe(true)
  expect(asksCategory(usual, 'bad')).toBe(true)
  expect(asksCategory(usual, 'good')).toBe(false)
  expect(
    toFeedback(usual, values({ mood: 'good', category: 'food.object' }), [], send).category,
  ).toBeUndefined()
  expect(asksCategory(form([field('category', true)]), 'good')).toBe(true)
})

test('nothing is asked twice: the table is known from its code', () => {
  const keys = (asked: PublicForm) => splitFields(asked).extra.map(({ key }) => key)
  const fields = [field('content'), field('orderNumber'), field('table')]
  expect(keys(form(fields))).toEqual(['orderNumber'])
  expect(keys(form(fields, { place: '' }))).toEqual(['orderNumber', 'table'])
})

test('in a sentence a label loses its aside', () => {
  const labelled = (label: string): Field => ({ ...field('name'), label })
  const labels = ['订单号（选填，填了查得快）', 'Order number (optional)', '（称呼）'].map(labelled)
  expect(namesOf(labels)).toEqual(['订单号', 'Order number', '（称呼）'])
})

test('required fields are always in sight', () => {
  expect(splitFields(form([field('orderNumber', true), field('name')])).main.map(({ key }) => key)).toEqual([
    'orderNumber',
  ])
})

test('fields left alone stay out of the request', () => {
  const feedback = toFeedback(
    usual,
    values({ content: ' 凉了 ', purchasedAt: '2026-03-02T12:30' }),
    ['p1'],
    send,
  )
  expect(JSON.parse(JSON.stringify(feedback))).toEqual({
    submissionId: 's',
    locale: 'zh-CN',
    content: '凉了',
    photos: ['p1'],
    purchasedAt: '2026-03-02T04:30:00.000Z',
  })
})

test('when it was bought is meant on the shop’s clock, wherever the phone is, and that of the shop that is chosen', () => {
  const bought = (asked: PublicForm, patch: Partial<FormValues> = {}) =>
    toFeedback(asked, values({ purchasedAt: '2026-07-01T12:30', ...patch }), [], send).purchasedAt
  expect(bought(usual)).toBe('2026-07-01T04:30:00.000Z')
  expect(bought(form([], { zone: 'Asia/Urumqi' }))).toBe('2026-07-01T06:30:00.000Z')
  const shops = [{ code: 'LA', name: '洛杉矶店', zone: 'America/Los_Angeles' }]
  expect(bought(form([], { shops }), { shopCode: 'LA' })).toBe('2026-07-01T19:30:00.000Z')
  expect(bought(form([], { shops }))).toBe('2026-07-01T04:30:00.000Z')
  expect(bought(usual, { purchasedAt: '昨天中午' })).toBeUndefined()
})

test.each([
  ['contact', 'contact'],
  ['/contact', 'contact'],
  ['body.photos[0]', 'photos'],
  ['shopCode', 'shop'],
  ['submissionId', null],
  [undefined, null],
])('the problem field %s belongs to %s', (named, expected) => {
  expect(fieldOfProblem(usual, named)).toBe(expected)
})

test('a slip that its link named is sent along, and its number is not asked', () => {
  const slip = { number: 'A1032', at: null, amountMinor: null, proven: false }
  const asked = form([field('content'), field('orderNumber', true), field('purchasedAt')], { slip })
  const { main, extra } = splitFields(asked)
  expect([...main, ...extra].map(({ key }) => key)).toEqual(['content', 'purchasedAt'])
  expect(faultsOf(asked, values({ content: '汤凉了' }), 0)).toEqual({})
  const said = { ...send, slip: { r: 'A1032' } }
  expect(toFeedback(asked, values({ content: '汤凉了' }), [], said).slip).toEqual({ r: 'A1032' })
  expect(toFeedback(usual, values({ content: '汤凉了' }), [], said).slip).toBeUndefined()
})
