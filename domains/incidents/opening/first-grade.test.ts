import { expect, test } from 'vitest'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { readPack } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import { firstGrade } from './first-grade.ts'

const { emergencies } = readPack('milk_tea') as { emergencies: EmergencyPlan[] }
const plan = emergencies.find(({ key }) => key === 'foreign_object')!
const UNHEARD = new Map<string, string>()
const ticket = (id: string, more: Partial<TicketOfIncident> = {}) =>
  ({ id, customerId: null, shopId: 'a', risks: ['foreign_object'], ...more }) as TicketOfIncident

test('the gravest degree is taken that the tickets meet', () => {
  expect(firstGrade(plan, [ticket('1'), ticket('2', { risks: ['injury'] })], UNHEARD).key).toBe('injured')
})

test('one customer who writes twice is one', () => {
  const same = [ticket('1', { customerId: 'x' }), ticket('2', { customerId: 'x' })]
  expect(firstGrade(plan, same, UNHEARD)).toEqual({ key: 'single', why: null })
})

test('a plan from before there were such numbers begins at its first degree', () => {
  const before = { ...plan, grades: plan.grades.map(({ from: _, ...grade }) => grade) }
  expect(firstGrade(before, [ticket('1'), ticket('2')], UNHEARD)).toEqual({ key: 'single', why: null })
})
