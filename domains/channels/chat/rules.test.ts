import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canBeAnswered } from './chat.ts'
import { attendance, parseHours } from './hours.ts'
import { readIdentity } from './identity.ts'
import { ChatSettings } from './settings.ts'

const SECRET = 'a-secret-of-thirty-two-characters!'
const NOW = new Date('2026-03-02T12:00:00+08:00')
const inS = (s: number) => Math.floor(NOW.getTime() / 1000) + s

function signed(claims: object, { secret = SECRET, head = { alg: 'HS256', typ: 'JWT' } as object } = {}) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part(head)}.${part(claims)}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

describe('an identity', () => {
  const good = { sub: 'member-7', exp: inS(3600), name: '林小雨', phone: '13800001234' }
  test('that the host site signed is believed', () => {
    expect(readIdentity(signed(good), SECRET, NOW)).toMatchObject({
      sub: 'member-7',
      name: '林小雨',
      contact: '13800001234',
    })
  })
  test.each([
    ['signed with another secret', signed(good, { secret: 'another-secret-of-thirty-two-chars' })],
    ['without a signature', `${signed(good).split('.').slice(0, 2).join('.')}.`],
    ['that says alg none', signed(good, { head: { alg: 'none' } })],
    ['of another algorithm', signed(good, { head: { alg: 'HS512' } })],
    [
      'with changed claims',
      signed(good).replace(/\.[^.]+\./, `.${btoa('{"sub":"boss","exp":9999999999}')}.`),
    ],
    ['that is over', signed({ ...good, exp: inS(-120) })],
    ['that would last longer than a day', signed({ ...good, exp: inS(2 * 86_400) })],
    ['without an end', signed({ sub: 'member-7' })],
    ['of nobody', signed({ ...good, sub: '' })],
    ['of garbage', 'a.b.c'],
    ['with a part too many', `${signed(good)}.x`],
  ])('%s is refused', (_, token) => expect(readIdentity(token, SECRET, NOW)).toBeNull())
  test('counts for nothing where no secret is set', () =>
    expect(readIdentity(signed(good), undefined, NOW)).toBeNull())
})

describe('hours', () => {
  const at = (iso: string) =>
    attendance(parseHours(['1-5 09:00-18:00', '6 10:00-16:00'])!, new Date(iso), 'Asia/Shanghai')
  test.each([
    ['2026-03-02T09:00:00+08:00', true, null],
    ['2026-03-02T08:59:00+08:00', false, '2026-03-02T01:00:00.000Z'],
    ['2026-03-02T18:00:00+08:00', false, '2026-03-03T01:00:00.000Z'],
    ['2026-03-07T15:59:00+08:00', true, null],
    ['2026-03-08T12:00:00+08:00', false, '2026-03-09T01:00:00.000Z'],
  ])('%s', (iso, open, opensAt) =>
    expect({ ...at(iso), opensAt: at(iso).opensAt?.toISOString() ?? null }).toEqual({ open, opensAt }),
  )
  test('go over the weekend', () =>
    expect(parseHours(['6-1 10:00-12:00'])!.map((h) => h.day)).toEqual([6, 7, 1]))
  test.each(['9-5', '1-8 09:00-18:00', '1 18:00-09:00', '1 09:60-10:00', '1 00:00-24:30'])(
    '%s cannot be read',
    (line) => expect(parseHours([line])).toBeNull(),
  )
  test('without any somebody is always there', () =>
    expect(attendance([], NOW, 'Asia/Shanghai')).toEqual({ open: true, opensAt: null }))
})

test('websites are kept as a browser names them, typed as lines or given as a list', () => {
  const origins = (given: unknown) => ChatSettings.safeParse({ origins: given }).data?.origins
  expect(origins('https://www.brand.com/shop?x=1\n https://WWW.brand.com \nhttp://localhost:8080')).toEqual([
    'https://www.brand.com',
    'http://localhost:8080',
  ])
  expect(origins(['www.brand.com'])).toBeUndefined()
  expect(origins('javascript:alert(1)')).toBeUndefined()
  expect(origins(undefined)).toEqual([])
})

test.each([
  ['13812345678', true],
  ['+86 138 1234 5678', true],
  ['lin@brand.com', true],
  ['lin@brand', false],
  ['微信 lin', false],
  ['12345', false],
])('%s can be answered: %s', (contact, fine) => expect(canBeAnswered(contact)).toBe(fine))
