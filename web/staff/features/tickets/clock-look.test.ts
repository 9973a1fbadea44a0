import { expect, test } from 'vitest'
import type { Clock } from '#contracts/tickets'
import { clockLook } from './clock-look.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 6) + minutes * 60_000).toISOString()
const now = (minutes: number) => Date.parse(at(minutes))
const clock: Clock = {
  metric: 'respond',
  cycle: 1,
  state: 'active',
  startedAt: at(0),
  dueAt: at(60),
  warnAt: at(45),
  metAt: null,
  late: false,
  targetMin: 60,
  calendar: '营业时间',
  provisional: false,
}

test.each([
  ['runs in pine', clock, 15, { tone: 'pine', says: 'left', share: 0.25 }],
  ['turns amber at the warning', clock, 45, { tone: 'amber', says: 'left', share: 0.75 }],
  [
    'is over at its due instant, before the server has said so',
    clock,
    60,
    { tone: 'cinnabar', says: 'over', share: 1 },
  ],
  ['stays over', { ...clock, state: 'breached' }, 75, { tone: 'cinnabar', says: 'over', span: 15 * 60_000 }],
  [
    'is still while paused',
    { ...clock, state: 'paused', dueAt: null },
    15,
    { tone: 'slate', says: 'paused' },
  ],
  [
    'was kept',
    { ...clock, state: 'met', metAt: at(20) },
    90,
    { tone: 'leaf', says: 'met', span: 20 * 60_000 },
  ],
  [
    'was met late',
    { ...clock, state: 'met', metAt: at(80), late: true },
    90,
    { tone: 'cinnabar', says: 'metLate' },
  ],
] satisfies [string, Clock, number, object][])('a clock %s', (_name, given, minute, look) => {
  expect(clockLook(given, now(minute))).toMatchObject(look)
})
