import { expect, test } from 'vitest'
import type { LegalDeadline } from '#contracts/tickets/by-hand'
import { holidayTable } from '../domains/playbook/calendar/holidays.ts'
import { legalDue } from '../domains/tickets/intake/by-hand/legal-days.ts'

const china = { table: holidayTable(), zone: 'Asia/Shanghai' }
const local = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)

test.each<[string, LegalDeadline, string, string, string]>([
  ['seven working days over one weekend', 'answer', '2026-06-01', '2026-06-10 18:00', '2026-06-08 09:00'],
  [
    'National Day does not count, its make-up Saturday does',
    'answer',
    '2026-09-29',
    '2026-10-14 18:00',
    '2026-10-12 09:00',
  ],
  [
    'received on a Saturday, counted from Monday',
    'answer',
    '2026-06-06',
    '2026-06-16 18:00',
    '2026-06-12 09:00',
  ],
  ['sixty calendar days of mediation', 'mediation', '2026-06-01', '2026-07-31 18:00', '2026-07-29 09:00'],
  ['the new rule from its first day', 'mediation', '2026-04-15', '2026-06-14 18:00', '2026-06-11 09:00'],
  [
    'the old rule until the day before: 45 working days',
    'mediation',
    '2026-04-14',
    '2026-06-18 18:00',
    '2026-06-16 09:00',
  ],
])('%s', (_name, deadline, receivedOn, due, remind) => {
  const found = legalDue(deadline, receivedOn, china)
  expect([local(found.dueAt), local(found.remindAt)]).toEqual([due, remind])
  expect(found.provisional).toBe(false)
})

test('into a year whose holidays are not published it is only provisional', () => {
  expect(legalDue('answer', '2026-12-28', china)).toMatchObject({ provisional: true })
})
