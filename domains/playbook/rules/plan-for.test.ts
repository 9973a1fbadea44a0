import { describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { packKeys, readPack } from '../document/packs.ts'
import { type PlanFacts, planFor } from './plan-for.ts'

const tea = readPack('milk_tea') as Playbook
const offered = (facts: Partial<PlanFacts>, playbook = tea) =>
  planFor(playbook, { risks: [], kind: 'complaint', categories: [], ...facts })?.key

describe('the plan that is offered', () => {
  test.each<[string, Partial<PlanFacts>, string | undefined]>([
    ['the risk decides', { risks: ['illness'], categories: ['drink.taste_off'] }, 'food_poisoning'],
    ['the first plan that names one of several', { risks: ['media', 'allergy'] }, 'allergy'],
    ['without a risk the exact category', { categories: ['safety.hair'] }, 'foreign_object'],
    ['any of several categories', { categories: ['drink.taste_off', 'crisis.privacy'] }, 'data_leak'],
    [
      'an emergency: a risk of the same group is near enough',
      { kind: 'emergency', categories: ['safety.other'] },
      'food_poisoning',
    ],
    ['a complaint is not guessed by its group', { categories: ['safety.other'] }, undefined],
    ['nothing for an ordinary complaint', { categories: ['drink.too_sweet'] }, undefined],
    ['nothing for praise of safety', { kind: 'praise', categories: ['safety.hair'] }, undefined],
    ['an alarm has no kind', { kind: null, categories: ['safety.illness'] }, 'food_poisoning'],
    ['a risk nobody knows', { risks: ['gone'], categories: [] }, undefined],
  ])('%s', (_, facts, plan) => {
    expect(offered(facts)).toBe(plan)
  })

  test('a playbook from before there were plans offers none', () => {
    expect(offered({ risks: ['illness'] }, { ...tea, emergencies: [] })).toBeUndefined()
  })

  test.each(packKeys())('every serious risk of %s finds its plan', (key) => {
    const pack = readPack(key) as Playbook
    const without = pack.risks.filter(
      (risk) => risk.severity >= 3 && !offered({ risks: [risk.key], kind: 'emergency' }, pack),
    )
    expect(without.map((risk) => risk.key)).toEqual([])
  })
})
