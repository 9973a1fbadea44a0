import { expect, test } from 'vitest'
import { wayOf } from './look-for.ts'

test('who can’t be written to says why: no number, a number without text messages, or their own wish', () => {
  const customer = { id: '', name: '', locale: 'zh-CN' as const, identities: [], phone: '', declined: false }
  const problemOf = (more: object) => wayOf({ ...customer, ...more }, undefined).problem
  expect(problemOf({})).toBe('no_phone')
  expect(problemOf({ phone: '13900000001' })).toBe('no_sms')
  expect(problemOf({ phone: '13900000001', declined: true })).toBe('declined')
})
