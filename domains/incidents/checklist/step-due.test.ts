import { expect, test } from 'vitest'
import type { StepDue, StepLaw } from '#contracts/playbook/emergency'
import { holidayTable } from '#domains/playbook'
import { stepDue, warnBefore } from './step-due.ts'

const table = holidayTable()
const zone = 'Asia/Shanghai'
const openedAt = new Date('2026-09-30T15:00:00+08:00')
const foundAt = new Date('2026-09-30T13:30:00+08:00')
const law: StepLaw = { source: '食品安全法', validFrom: '2015-10-01', confirm: false }
const due = (given: Partial<StepDue>, more: { gradedAt?: Date; law?: StepLaw } = {}) =>
  stepDue(
    { due: { amount: 2, unit: 'hours', from: 'opened', ...given }, law: more.law },
    { foundAt, openedAt, gradedAt: more.gradedAt ?? null, table, zone },
  )

test.each<[Partial<StepDue>, string, boolean]>([
  [{ amount: 90, unit: 'minutes' }, '2026-09-30T08:30:00.000Z', false],
  [{ amount: 2, unit: 'hours' }, '2026-09-30T09:00:00.000Z', false],
  [{ amount: 3, unit: 'days' }, '2026-10-03T07:00:00.000Z', false],
  // 1–7 October are off in 2026, the 10th is worked in place of one of them.
  [{ amount: 1, unit: 'working_days' }, '2026-10-08T10:00:00.000Z', false],
  [{ amount: 3, unit: 'working_days' }, '2026-10-10T10:00:00.000Z', false],
])('%o ends at %s', (given, at, provisional) => {
  expect(due(given)).toEqual({ at: new Date(at), provisional })
})

test('what counts from the grading is not due before somebody has graded', () => {
  expect(due({ from: 'graded' })).toBeNull()
  const graded = new Date('2026-10-01T00:00:00Z')
  expect(due({ from: 'graded' }, { gradedAt: graded })!.at.toISOString()).toBe('2026-10-01T02:00:00.000Z')
})

test('what the law wants counts from the finding, the house’s own times from the opening', () => {
  expect(due({})!.at.toISOString()).toBe('2026-09-30T09:00:00.000Z')
  expect(due({}, { law })!.at.toISOString()).toBe('2026-09-30T07:30:00.000Z')
})

test('a year without published holidays makes the day provisional', () => {
  expect(due({ amount: 200, unit: 'working_days' })!.provisional).toBe(true)
})

test.each([
  ['two hours', 120, 24],
  ['half an hour', 30, 10],
  ['ten minutes', 10, 5],
  ['four minutes', 4, 2],
])('%s of %i minutes: warned %i minutes before', (_, minutes, before) => {
  const dueAt = new Date(openedAt.getTime() + minutes * 60_000)
  const warned = warnBefore(openedAt, dueAt, openedAt)
  expect((dueAt.getTime() - warned.getTime()) / 60_000).toBe(before)
})
