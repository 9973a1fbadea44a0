import { expect, test } from 'vitest'
import type { Week } from '#contracts/people'
import { spansOf, without } from './rota.ts'

const ZONE = 'Asia/Shanghai'
const at = (text: string) => new Date(`2026-03-${text}:00+08:00`)
const said = (spans: { from: Date; to: Date }[]) =>
  spans.map((s) =>
    [s.from, s.to].map((d) => new Date(d.getTime() + 8 * 3_600_000).toISOString().slice(8, 16)),
  )
// The 2nd of March 2026 is a Monday.
const WEEK: Week = [
  [
    ['10:00', '14:00'],
    ['15:00', '26:00'],
  ],
  [],
  [],
  [],
  [],
  [],
  [['20:00', '25:00']],
]

test('a week is laid out on the wall clock, what runs past midnight belongs to the day it began', () => {
  expect(said(spansOf(WEEK, ZONE, at('02T00:00'), at('03T00:00')))).toEqual([
    ['02T00:00', '02T01:00'],
    ['02T10:00', '02T14:00'],
    ['02T15:00', '03T00:00'],
  ])
  expect(said(spansOf(WEEK, ZONE, at('03T00:00'), at('04T00:00')))).toEqual([['03T00:00', '03T02:00']])
})

test('absences are cut out of the working hours', () => {
  const day = spansOf(WEEK, ZONE, at('02T09:00'), at('02T20:00'))
  expect(said(without(day, [{ from: at('02T11:00'), to: at('02T12:00') }]))).toEqual([
    ['02T10:00', '02T11:00'],
    ['02T12:00', '02T14:00'],
    ['02T15:00', '02T20:00'],
  ])
  expect(without(day, [{ from: at('01T00:00'), to: at('09T00:00') }])).toEqual([])
})
