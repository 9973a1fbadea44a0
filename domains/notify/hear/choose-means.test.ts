import { expect, test } from 'vitest'
import { chooseMeans } from './choose-means.ts'

const all = { on: ['wecom', 'email', 'push'], has: ['wecom', 'email', 'push'] } as const

test('an alarm goes out by everything there is, whatever was chosen and whoever is off', () => {
  const wishes = { means: { alarm: [] }, quiet: true }
  expect(chooseMeans('alarm', wishes, all, false)).toEqual(['wecom', 'email', 'push'])
})

test('everything else goes as chosen, and not at all when the person is off and wants quiet', () => {
  const wishes = { means: { assigned: ['email' as const] }, quiet: true }
  expect(chooseMeans('assigned', wishes, all, true)).toEqual(['email'])
  expect(chooseMeans('assigned', wishes, all, false)).toEqual([])
  expect(chooseMeans('assigned', { ...wishes, quiet: false }, all, false)).toEqual(['email'])
})

test('what is not set up, or does not reach the person, is left out', () => {
  const wishes = { means: {}, quiet: false }
  expect(chooseMeans('alarm', wishes, { on: ['wecom', 'push'], has: ['push', 'email'] }, true)).toEqual([
    'push',
  ])
})
