import { describe, expect, test } from 'vitest'
import { RevisitPlan } from '#contracts/playbook'
import { callBy, nextCaller, planRevisits, type RevisitFacts, withinHours } from './plan-revisits.ts'

const plan = RevisitPlan.parse({
  rules: [
    {
      name: '又打开过的投诉',
      when: { kinds: ['complaint'], reopened: true },
      visits: [
        { afterDays: 2, means: 'phone' },
        { afterDays: 14, means: 'phone' },
      ],
      role: 'lead',
    },
    {
      name: '急事',
      when: { kinds: ['emergency'] },
      visits: [
        { afterDays: 30, means: 'phone' },
        { afterDays: 1, means: 'phone' },
        { afterDays: 7, means: 'phone' },
        { afterDays: 7, means: 'written' },
      ],
      role: 'quality',
    },
    {
      name: '皮肤',
      when: { categories: ['skin'] },
      visits: [{ afterDays: 1, means: 'phone' }],
      role: 'advisor',
    },
    {
      name: '一般投诉',
      when: { kinds: ['complaint'], priorities: ['P2', 'P3'] },
      visits: [{ afterDays: 3, means: 'written' }],
      role: 'agent',
    },
  ],
  retryHours: 24,
  tries: 3,
  answerDays: 5,
  hours: ['10:00', '20:00'],
})
const CLOSED = new Date('2026-03-06T15:20:00+08:00')
const facts: RevisitFacts = {
  kind: 'complaint',
  priority: 'P3',
  categories: ['drink.sweet'],
  reopened: false,
  phoneKnown: true,
  closedAt: CLOSED,
  zone: 'Asia/Shanghai',
}
const said = (more: Partial<RevisitFacts>) =>
  planRevisits(plan, { ...facts, ...more }).map(
    (v) => `${v.afterDays} ${v.means} ${v.role} ${v.at.toISOString()}`,
  )

describe('the first rule that fits plans the visits', () => {
  test.each<[string, Partial<RevisitFacts>, string[]]>([
    ['a common complaint is asked in writing', {}, ['3 written agent 2026-03-09T07:20:00.000Z']],
    [
      'an emergency is phoned three times, once for each number of days',
      { kind: 'emergency', priority: 'P1' },
      [
        '1 phone quality 2026-03-07T07:20:00.000Z',
        '7 phone quality 2026-03-13T07:20:00.000Z',
        '30 phone quality 2026-04-05T07:20:00.000Z',
      ],
    ],
    [
      'without a number it is asked in writing',
      { kind: 'emergency', phoneKnown: false },
      [
        '1 written quality 2026-03-07T07:20:00.000Z',
        '7 written quality 2026-03-13T07:20:00.000Z',
        '30 written quality 2026-04-05T07:20:00.000Z',
      ],
    ],
    [
      'what had to be handled again goes before',
      { reopened: true },
      ['2 phone lead 2026-03-08T07:20:00.000Z', '14 phone lead 2026-03-20T07:20:00.000Z'],
    ],
    [
      'a parent category covers its children',
      { kind: 'inquiry', categories: ['voice.other', 'skin.rash'] },
      ['1 phone advisor 2026-03-07T07:20:00.000Z'],
    ],
    ['and not another that begins like it', { kind: 'inquiry', categories: ['skincare.rash'] }, []],
    ['praise is not revisited', { kind: 'praise', priority: 'P4' }, []],
    ['nor is a complaint of a priority that no rule names', { priority: 'P4' }, []],
    [
      'late in the evening it becomes the next morning',
      { closedAt: new Date('2026-03-06T22:40:00+08:00') },
      ['3 written agent 2026-03-10T02:00:00.000Z'],
    ],
    ['the shop’s own zone counts', { zone: 'Europe/London' }, ['3 written agent 2026-03-09T10:00:00.000Z']],
  ])('%s', (_, more, wanted) => expect(said(more)).toEqual(wanted))
})

describe('hours', () => {
  const hours: [string, string] = ['10:00', '20:00']
  test.each([
    ['2026-03-07T08:00:00+08:00', '2026-03-07T10:00:00+08:00', '2026-03-07T20:00:00+08:00'],
    ['2026-03-07T12:30:00+08:00', '2026-03-07T12:30:00+08:00', '2026-03-07T20:00:00+08:00'],
    ['2026-03-07T18:30:00+08:00', '2026-03-07T18:30:00+08:00', '2026-03-08T20:00:00+08:00'],
    ['2026-03-07T20:00:00+08:00', '2026-03-08T10:00:00+08:00', '2026-03-08T20:00:00+08:00'],
  ])('at %s one may phone from %s, and should have by %s', (at, from, by) => {
    expect(withinHours(new Date(at), hours, 'Asia/Shanghai')).toEqual(new Date(from))
    expect(callBy(new Date(at), hours, 'Asia/Shanghai')).toEqual(new Date(by))
  })
  test('hours up to midnight', () => {
    const at = new Date('2026-03-07T23:30:00+08:00')
    expect(withinHours(at, ['09:00', '24:00'], 'Asia/Shanghai')).toEqual(at)
  })
})

describe('somebody who phones', () => {
  const office = [1, 2, 3, 4, 5, 0, 0].map((on) => (on ? [['09:00', '18:00']] : [])) as never
  const saturday = new Date('2026-03-07T12:00:00+08:00')
  const person = { duty: office, away: false, absentUntil: null }
  test.each([
    ['is back on Monday', [person], '2026-03-09T01:00:00.000Z'],
    ['who is away is not waited for', [{ ...person, away: true }], undefined],
    [
      'who is on holiday for a week is not waited for',
      [{ ...person, absentUntil: new Date('2026-03-14T12:00:00+08:00') }],
      undefined,
    ],
    ['nobody at all', [], undefined],
  ])('%s', (_, people, wanted) =>
    expect(nextCaller(people, 'Asia/Shanghai', saturday)?.toISOString()).toBe(wanted),
  )
})
