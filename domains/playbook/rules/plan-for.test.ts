import { describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { packKeys, readPack } from '../document/packs.ts'
import { type PlanFacts, planFor } from './plan-for.ts'

const tea = readPack('milk_tea') as Playbook
const offered = (facts: Partial<PlanFacts>, playbook = tea) =>
  planFor(playbook, { risks: [], kind: 'complaint', categories: [], ...facts })?.key

describe('the plan that is offered', () => {
  test.each<[string, Partial<PlanFacts>, string | undefined]>([
    [
      'the risk decides',
      { risks: ['illness'], categories: ['safety.illness', 'drink.taste_off'] },
      'food_poisoning',
    ],
    [
      'a risk that a person took for something else counts no more',
      { risks: ['illness'], categories: ['safety.allergy'] },
      'allergy',
    ],
    [
      'a fire is more than the injury whose category it shares',
      { risks: ['injury', 'shop_danger'], categories: ['safety.injury'] },
      'violence',
    ],
    [
      'an attack that somebody has told the police of is no matter of public opinion',
      { risks: ['violence', 'regulator'], categories: ['crisis.conflict', 'crisis.outside'] },
      'violence',
    ],
    [
      'life comes before data, although the data were named first',
      { risks: ['privacy', 'injury'], categories: ['crisis.privacy', 'safety.injury'] },
      'injury',
    ],
    [
      'data that leaked come before a hair',
      { risks: ['hair', 'privacy'], categories: ['safety.hair', 'crisis.privacy'] },
      'data_leak',
    ],
    [
      'of dangers alike the one that is the main matter',
      { risks: ['allergy', 'illness'], categories: ['safety.allergy', 'safety.illness'] },
      'allergy',
    ],
    ['without a risk the exact category', { categories: ['safety.hair'] }, 'foreign_object'],
    [
      'a category that several risks share: the plan for the first of them',
      { categories: ['safety.injury'] },
      'injury',
    ],
    ['any of several categories', { categories: ['drink.taste_off', 'crisis.privacy'] }, 'data_leak'],
    ['the main one of several', { categories: ['crisis.outside', 'safety.illness'] }, 'public_opinion'],
    [
      'a stolen bag is not guessed to be a poisoning of the same group',
      { kind: 'emergency', categories: ['safety.other'] },
      undefined,
    ],
    ['nothing for an ordinary complaint', { categories: ['drink.too_sweet'] }, undefined],
    ['nothing for praise of safety', { kind: 'praise', categories: ['safety.hair'] }, undefined],
    ['an alarm has no kind', { kind: null, categories: ['safety.illness'] }, 'food_poisoning'],
    ['a risk nobody knows', { risks: ['gone'], categories: [] }, undefined],
  ])('%s', (_, facts, plan) => {
    expect(offered(facts)).toBe(plan)
  })

  test('a playbook from before there were plans offers none', () => {
    expect(
      offered({ risks: ['illness'], categories: ['safety.illness'] }, { ...tea, emergencies: [] }),
    ).toBeUndefined()
  })

  test.each([
    ['milk_tea', 'safety.spoiled', 'foreign_object', 'food_safety'],
    ['takeaway', 'safety.spoiled', 'foreign_object', 'food_safety'],
    ['restaurant', 'safety.spoiled', 'foreign_object', 'food_safety'],
    ['beauty', 'goods.expiry', 'goods', 'goods'],
    ['beauty', 'goods.fake', 'goods', 'goods'],
  ])(
    'what is spoiled, expired or fake: in %s a ticket of %s opens %s, of the kind %s',
    (key, category, plan, kind) => {
      const pack = readPack(key) as Playbook
      expect(planFor(pack, { risks: [], kind: 'complaint', categories: [category] })).toMatchObject({
        key: plan,
        kind,
      })
    },
  )

  test('a cream that is a fake and has burned a face is a reaction first', () => {
    const beauty = readPack('beauty') as Playbook
    const risks = ['fake', 'skin_reaction']
    const categories = beauty.risks.filter(({ key }) => risks.includes(key)).map(({ category }) => category)
    expect(offered({ risks, categories }, beauty)).toBe('skin_reaction')
  })

  test.each(packKeys())('every serious risk of %s finds its plan', (key) => {
    const pack = readPack(key) as Playbook
    const without = pack.risks.filter(
      (risk) =>
        risk.severity >= 3 &&
        !offered({ risks: [risk.key], kind: 'emergency', categories: [risk.category] }, pack),
    )
    expect(without.map((risk) => risk.key)).toEqual([])
  })
})
