import { describe, expect, test } from 'vitest'
import { AddEvidence } from '#contracts/tickets/investigation'
import {
  missingPart,
  mustBeHeard,
  NOTHING,
  nextVersionAt,
  partsChanged,
  timesHold,
} from './investigation-rules.ts'

const NOW = new Date('2026-03-02T12:00:00Z')
const at = (time: string) => `2026-03-02T${time}:00.000Z`
const PHOTO = '00000000-0000-4000-8000-000000000001'

test.each([
  ['nothing', {}, []],
  ['a why more', { whys: ['没人核对'] }, ['whys']],
  ['cause and measure', { cause: 'order_misread', measure: '出杯前念单' }, ['cause', 'measure']],
])('a change names its parts: %s', (_, change, parts) => {
  expect(partsChanged(NOTHING, { ...NOTHING, ...change })).toEqual(parts)
})

test('two changes at one instant are still two versions', () => {
  expect(nextVersionAt(NOW, null)).toEqual(NOW)
  expect(nextVersionAt(NOW, NOW).getTime()).toBe(NOW.getTime() + 1)
  expect(nextVersionAt(NOW, new Date(0))).toEqual(NOW)
})

test.each([
  ['nobody is complained about', { accused: false, stated: false, dueAt: null }, false],
  ['asked, with time left', { accused: true, stated: false, dueAt: new Date(at('13:00')) }, true],
  ['the time has passed', { accused: true, stated: false, dueAt: new Date(at('11:00')) }, false],
  ['has answered', { accused: true, stated: true, dueAt: null }, false],
])('concluding without the other side needs a reason: %s', (_, hearing, needed) => {
  expect(mustBeHeard(hearing, NOW)).toBe(needed)
})

describe('evidence says enough', () => {
  test.each([
    ['a photo without a photo', { kind: 'photo', title: '杯底' }, 'photos'],
    ['a photo', { kind: 'photo', photos: [PHOTO] }, null],
    ['a statement of nobody', { kind: 'statement', details: '我没看到' }, 'saidById'],
    ['a statement without words', { kind: 'statement', saidById: PHOTO }, 'details'],
    ['a statement', { kind: 'statement', saidById: PHOTO, details: '我没看到' }, null],
    ['an order without its number', { kind: 'order' }, 'reference'],
    ['a camera without its name', { kind: 'camera', happenedAt: at('11:00') }, 'reference'],
    ['a kitchen record by its photo', { kind: 'kitchen', photos: [PHOTO] }, null],
    ['a treatment record of nothing', { kind: 'treatment', title: '护理' }, 'reference'],
    ['something else, in words', { kind: 'other', details: '现场称重 180 克' }, null],
    ['something else, empty', { kind: 'other' }, 'title'],
  ])('%s', (_, given, field) => {
    expect(missingPart(AddEvidence.parse(given))).toBe(field)
  })
})

describe('times of evidence', () => {
  test.each([
    ['none', {}, true],
    ['in the past', { happenedAt: at('11:00') }, true],
    ['in the future', { happenedAt: at('13:00') }, false],
    ['a clip', { happenedAt: at('11:00'), untilAt: at('11:05') }, true],
    ['ends before it begins', { happenedAt: at('11:05'), untilAt: at('11:00') }, false],
    ['an end without a beginning', { untilAt: at('11:00') }, false],
    ['ends in the future', { happenedAt: at('11:00'), untilAt: at('12:30') }, false],
  ])('%s', (_, times, hold) => {
    expect(timesHold(AddEvidence.parse({ kind: 'camera', ...times }), NOW)).toBe(hold)
  })
})
