import { expect, test } from 'vitest'
import { SaveRule } from '#contracts/tickets/rules'
import { blankAction, draftOf, inUnit, isReady, ruleOf } from './rule-draft.ts'

test('minutes read in the largest unit that divides them', () => {
  expect([30, 120, 2880, 90].map(inUnit)).toEqual([
    { amount: 30, unit: 'minute' },
    { amount: 2, unit: 'hour' },
    { amount: 2, unit: 'day' },
    { amount: 90, unit: 'minute' },
  ])
})

test('a rule can be saved once it has a name and every action says what to do', () => {
  const draft = draftOf(null)
  expect(isReady(draft)).toBe(false)
  const named = { ...draft, name: '差评先看', actions: [{ do: 'tag' as const, tags: ['差评'] }] }
  expect(isReady(named)).toBe(true)
  expect(isReady({ ...named, actions: [...named.actions, blankAction('note')] })).toBe(false)
  expect(SaveRule.safeParse(ruleOf(named)).success).toBe(true)
})

test('the time belongs to rules on time only', () => {
  const draft = { ...draftOf(null), amount: 2, unit: 'hour' as const, what: 'waiting' as const }
  expect(ruleOf({ ...draft, trigger: 'time' }).after).toEqual({ min: 120, what: 'waiting' })
  expect(ruleOf({ ...draft, trigger: 'changed' }).after).toBeNull()
})
