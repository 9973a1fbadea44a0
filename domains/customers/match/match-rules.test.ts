import { expect, test } from 'vitest'
import { type Compared, judgePair, PROPOSED_FROM } from './match-rules.ts'

const NOTHING: Compared = {
  name: 0,
  nameDiffers: false,
  address: 0,
  place: 0,
  tail: 0,
  device: 0,
  birthday: false,
  birthdayDiffers: false,
  shops: 0,
  phoneDiffers: false,
}
const FILES = 10_000

test.each<[string, Partial<Compared>, boolean]>([
  ['nothing in common', {}, false],
  ['a rare name alone', { name: 2 }, false],
  ['a rare name and the same address', { name: 2, address: 2 }, true],
  ['a rare name and the same house', { name: 2, place: 3 }, true],
  ['a common name and the same house', { name: 200, place: 40 }, false],
  ['a rare name and the last four digits', { name: 2, tail: 3 }, true],
  ['a common name, and four digits that many have', { name: 300, tail: 60, shops: 1 }, false],
  [
    'one address, other names and other phones: a family',
    { address: 2, nameDiffers: true, phoneDiffers: true },
    false,
  ],
  ['one device and one shop: a shared tablet', { device: 30, shops: 1 }, false],
  ['one device, one rare name', { device: 2, name: 2 }, true],
  ['name and birthday', { name: 4, birthday: true }, true],
  ['a common name in one house, but another birthday', { name: 200, place: 5, birthdayDiffers: true }, false],
  ['name and house, but another phone', { name: 2, place: 2, phoneDiffers: true }, true],
])('%s', (_case, found, proposed) => {
  const { probability } = judgePair({ ...NOTHING, ...found }, FILES)
  expect([probability, probability >= PROPOSED_FROM]).toEqual([probability, proposed])
})

test('a rarer value says more, and no value says more than twelve bits', () => {
  const weightOf = (name: number) => judgePair({ ...NOTHING, name }, FILES).reasons[0]!.weight!
  expect(weightOf(2)).toBeGreaterThan(weightOf(20))
  expect(weightOf(20)).toBeGreaterThan(weightOf(2000))
  expect(judgePair({ ...NOTHING, name: 2 }, 100_000_000).reasons[0]!.weight).toBe(12)
})

test('what speaks against it is said as well, last', () => {
  const { reasons } = judgePair({ ...NOTHING, address: 2, nameDiffers: true, phoneDiffers: true }, FILES)
  expect(reasons.map((r) => r.what)).toEqual(['address', 'phone_differs', 'name_differs'])
  expect(reasons.map((r) => Math.sign(r.weight!))).toEqual([1, -1, -1])
})

test('more evidence for it never makes it less probable', () => {
  const base = { ...NOTHING, name: 5 }
  const alone = judgePair(base, FILES).probability
  for (const more of [{ address: 2 }, { tail: 5 }, { device: 3 }, { birthday: true }, { shops: 1 }])
    expect(judgePair({ ...base, ...more }, FILES).probability).toBeGreaterThan(alone)
})
