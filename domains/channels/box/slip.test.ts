import { expect, test } from 'vitest'
import type { SlipLink } from '#contracts/channels/box'
import { faultsOfSignature, fits, readSlip, signSlip, slipText } from './slip.ts'

const SLUG = 'k7m2p9qa'
const KEY = 'a-key-of-the-till-0123456789abcd'
const given = { slug: SLUG, secrets: [KEY], zone: 'Asia/Shanghai' }
const link: SlipLink = { r: 'A1032', t: '20261122T1210', a: '58.00' }
const signed = (said: SlipLink, key = KEY): SlipLink => ({ ...said, s: signSlip(key, slipText(SLUG, said)) })

test('the text to sign and its signature are those of the guide', () => {
  expect(slipText(SLUG, link)).toBe('k7m2p9qa|A1032|20261122T1210|58.00')
  expect(slipText(SLUG, { r: 'A1032' })).toBe('k7m2p9qa|A1032||')
  // printf 'k7m2p9qa|A1032|20261122T1210|58.00' | openssl dgst -sha256 -hmac a-key-of-the-till-0123456789abcd
  expect(signSlip(KEY, slipText(SLUG, link))).toBe(
    'e4add10b34f9cd6a838a031a34feda0a90e53ec827f8dd5e9664fdb87381572f',
  )
})

test('a slip that the till signed is proven, also with a shortened or upper-case signature', () => {
  const whole = signed(link)
  const wanted = { number: 'A1032', at: '2026-11-22T04:10:00.000Z', amountMinor: 5800, proven: true }
  expect(readSlip(whole, given)).toEqual(wanted)
  expect(readSlip({ ...whole, s: whole.s!.slice(0, 32).toUpperCase() }, given)).toEqual(wanted)
})

test.each<[string, SlipLink]>([
  ['no signature', link],
  ['an empty one', { ...link, s: '' }],
  ['that of another number', { ...signed(link), r: 'A1033' }],
  ['that of another amount', { ...signed(link), a: '580.00' }],
  ['that of another time', { ...signed(link), t: '20261122T1211' }],
  ['the amount left out', { ...signed(link), a: undefined }],
  ['that of another key', signed(link, 'another key')],
  ['too short a one', { ...signed(link), s: signed(link).s!.slice(0, 30) }],
  ['too long a one', { ...signed(link), s: `${signed(link).s!}00` }],
  ['no hexadecimal', { ...link, s: 'z'.repeat(64) }],
  ['a divider moved into a part', { r: 'A1032', t: '20261122T1210|58.00', s: signed(link).s }],
])('%s: the number is kept and unproven', (_, said) => {
  expect(readSlip(said, given)).toMatchObject({ number: said.r, proven: false })
})

test('a divider inside a number makes no slip of it, and one inside another part proves nothing', () => {
  expect(readSlip(signed({ r: 'A|1032' }), given)).toBeNull()
  expect(readSlip(signed({ r: 'A1032', t: '1|2' }), given)).toMatchObject({ proven: false })
})

test.each(['', '   ', 'A'.repeat(65), 'A\u00001', 'A\n1', '\u007f'])('%j is no number', (r) => {
  expect(readSlip({ r }, given)).toBeNull()
})

test.each<[string, string | null]>([
  ['20261122T1210', '2026-11-22T04:10:00.000Z'],
  ['202611221210', '2026-11-22T04:10:00.000Z'],
  ['20261122121030', '2026-11-22T04:10:30.000Z'],
  ['2026-11-22 12:10', '2026-11-22T04:10:00.000Z'],
  ['2026-11-22T12:10:00+09:00', '2026-11-22T03:10:00.000Z'],
  ['1795320600', '2026-11-22T04:10:00.000Z'],
  ['1795320600000', '2026-11-22T04:10:00.000Z'],
  ['20261322T1210', null],
  ['yesterday', null],
  ['0000000001', null],
  ['9'.repeat(41), null],
  ['', null],
])('the time %j is %j', (t, at) => {
  expect(readSlip({ r: '1', t }, given)?.at).toBe(at)
})

test.each<[string, number | null]>([
  ['58', 5800],
  ['58.5', 5850],
  ['0.01', 1],
  ['58.00 ', 5800],
  ['58.001', null],
  ['-58', null],
  ['¥58', null],
  ['1e3', null],
  ['99999999', null],
])('the amount %j is %j', (a, amountMinor) => {
  expect(readSlip({ r: '1', a }, given)?.amountMinor).toBe(amountMinor)
})

test('a wide number, emoji and Chinese are signed as UTF-8', () => {
  expect(readSlip(signed({ r: '外卖１２号🍜' }), given)).toMatchObject({ proven: true })
})

test('no key at all proves nothing', () => {
  expect(fits([], slipText(SLUG, link), signed(link).s)).toBe(false)
})

const keys = { now: KEY, before: 'the key before', over: null }
const by = (text: string, key = KEY) => signSlip(key, text)
test.each<[string, string | undefined, string[]]>([
  ['right', signed(link).s, []],
  ['missing', undefined, ['unsigned']],
  ['base64', 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ', ['notHex']],
  ['cut too short', signed(link).s!.slice(0, 16), ['tooShort']],
  ['of the key before', by(slipText(SLUG, link), 'the key before'), ['keyBefore']],
  ['without the code', by('A1032|20261122T1210|58.00'), ['withoutCode']],
  ['joined by nothing', by(`${SLUG}A103220261122T121058.00`), ['noDividers']],
  ['of code and number only', by(`${SLUG}|A1032`), ['partsLeftOut']],
  ['of anybody', by('anything'), ['forged']],
])('a signature that is %s is told apart', (_, s, faults) => {
  expect(faultsOfSignature(SLUG, { ...link, s }, keys)).toEqual(faults)
})

test('without a key, and with one that is over, it says so', () => {
  expect(faultsOfSignature(SLUG, signed(link), { now: null, before: null, over: null })).toEqual(['noKey'])
  const over = { now: 'new', before: null, over: KEY }
  expect(faultsOfSignature(SLUG, signed(link), over)).toEqual(['keyOver'])
})
