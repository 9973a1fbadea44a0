import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { readPlaybook } from '../document/read-playbook.ts'
import { priorityOf, type RouteFacts, responsible, slaFor } from './route.ts'

const yaml = readFileSync(new URL('../fixtures/noodle-shop.yaml', import.meta.url), 'utf8')
const playbook = readPlaybook(yaml, 'noodle-shop.yaml').playbook as Playbook

const facts: RouteFacts = {
  kind: 'complaint',
  categories: ['food.taste'],
  priority: 'P3',
  channel: 'qr',
  shopCode: 'S02',
}

describe('who answers', () => {
  test.each<[string, Partial<RouteFacts>, string, string]>([
    ['an exact category', { categories: ['food.safety'] }, '食品安全', 'quality'],
    ['any of several categories', { categories: ['food.taste', 'food.safety'] }, '食品安全', 'quality'],
    [
      'the first rule that fits wins',
      { categories: ['food.safety'], shopCode: 'S01', priority: 'P1' },
      '食品安全',
      'quality',
    ],
    ['a shop and a priority', { shopCode: 'S01', priority: 'P1' }, '一号店的急事', 'shop_manager'],
    ['not without a shop', { shopCode: null, priority: 'P1' }, '其余', 'agent'],
    ['a category with its children', { categories: ['service.wait'] }, '服务类投诉', 'agent'],
    ['every condition must hold', { kind: 'praise', categories: ['service.wait'] }, '其余', 'agent'],
  ])('%s', (_, change, rule, role) => {
    const answer = responsible(playbook, { ...facts, ...change })
    expect([answer.rule.name, answer.role]).toEqual([rule, role])
  })

  test('team, chain and those who work along come with it', () => {
    const answer = responsible(playbook, { ...facts, categories: ['food.safety'] })
    expect(answer.team.publicName).toBe('品控负责人')
    expect(answer.chain).toEqual(['shop_manager', 'region_manager'])
    expect(answer.together.map((t) => t.key)).toEqual(['shop'])
  })
})

test('a kind with clocks of its own has only those', () => {
  expect(Object.keys(slaFor(playbook, 'praise', 'P1'))).toEqual(['acknowledge', 'respond'])
  expect(slaFor(playbook, 'complaint', 'P2').plan?.minutes).toBe(480)
  expect(slaFor(playbook, 'complaint', 'P3').plan).toBeUndefined()
})

test.each([
  [0, 1, 'P4'],
  [1, 3, 'P3'],
  [3, 2, 'P2'],
  [4, 4, 'P1'],
] as const)('severity %i × impact %i is %s', (severity, impact, priority) => {
  expect(priorityOf(playbook, severity, impact)).toBe(priority)
})
