import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { EmergencyPlan, type PlanStep, type StepPhase } from '#contracts/playbook/emergency'
import { adopted, isUsed, movedInPhase, outOfOrder, withoutGrade, withStep } from './plan-editing.ts'

const step = (key: string, phase: StepPhase, more: Partial<PlanStep> = {}): PlanStep => ({
  key,
  phase,
  title: key,
  post: 'leader',
  proof: 'none',
  optional: false,
  ...more,
})
const steps = [step('a', 'at_once'), step('b', 'at_once'), step('c', 'first_hours'), step('d', 'closing')]
const keys = (list: readonly PlanStep[]) => list.map(({ key }) => key).join('')
const plan = EmergencyPlan.parse({
  key: 'plan',
  kind: 'injury',
  name: '受伤',
  summary: '受伤',
  risks: ['burn', 'gone'],
  grades: [{ key: 'bad', name: '重', meaning: '重' }],
  posts: [
    { key: 'leader', name: '总指挥', duty: '定', chain: ['lead'] },
    { key: 'shop', name: '门店', duty: '做', chain: ['shop_manager'] },
  ],
  leader: 'leader',
  spokesperson: 'leader',
  steps: steps.map((s) =>
    s.key === 'c' ? { ...s, grades: ['bad'], due: { amount: 1, unit: 'hours', from: 'graded' } } : s,
  ),
  evidence: [],
})

test('a step moves among those of its phase only', () => {
  expect(keys(movedInPhase(steps, 0, 1))).toBe('bacd')
  expect(keys(movedInPhase(steps, 1, 1))).toBe('abcd')
  expect(keys(movedInPhase(steps, 0, -1))).toBe('abcd')
})

test('a step that is new or comes into another phase stands last in it', () => {
  expect(keys(withStep(steps, -1, step('x', 'at_once')))).toBe('abxcd')
  expect(keys(withStep(steps, -1, step('x', 'following_days')))).toBe('abcxd')
  expect(keys(withStep(steps, 3, step('d', 'at_once')))).toBe('abdc')
  expect(keys(withStep(steps, 0, step('A', 'at_once')))).toBe('Abcd')
})

test('a post that leads, speaks or has a step stays', () => {
  expect(isUsed(plan, 'leader')).toBe(true)
  expect(isUsed(plan, 'shop')).toBe(false)
})

test('a degree that goes takes its marks and its time with it', () => {
  const without = withoutGrade(plan, 'bad')
  expect(without.grades).toEqual([])
  expect(without.steps[2]?.grades).toBeUndefined()
  expect(without.steps[2]?.due).toEqual({ amount: 1, unit: 'hours', from: 'opened' })
})

test('a graver degree wants more customers and shops than a lighter one', () => {
  const grade = (key: string, customers?: number) => ({
    key,
    name: key,
    meaning: key,
    ...(customers ? { from: { customers, risks: [], words: [], unless: [] } } : {}),
  })
  const grades = [grade('one'), grade('some', 3), grade('many', 30)]
  const wrong = (index: number, customers: number) =>
    outOfOrder(grades, index, { customers, risks: [], words: [], unless: [] }).map(({ other, graver }) => [
      other.key,
      graver,
    ])
  expect(wrong(1, 5)).toEqual([])
  expect(wrong(1, 30)).toEqual([['many', true]])
  expect(wrong(2, 3)).toEqual([['some', false]])
  expect(wrong(-1, 20)).toEqual([['many', false]])
})

test('plans taken over name only the risks that are there', () => {
  expect(adopted([plan], { risks: [{ key: 'burn' }] } as Playbook)[0]?.risks).toEqual(['burn'])
})
