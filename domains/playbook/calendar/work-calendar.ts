import type { Week } from '#contracts/people'
import { dayNumber, type HolidayTable } from './holidays.ts'
import { offsetAt, offsetSpans } from './zone-offsets.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** 1970-01-01 was a Thursday; Monday counts as 0. */
const EPOCH_WEEKDAY = 3

export type CalendarInput = {
  kind: 'always' | 'shop' | 'office'
  /** Hours of an office; for `shop` only used while the shop has none of its own. */
  week?: Week | undefined
  holidays?: boolean | undefined
  /** IANA name; a shop's own zone. */
  zone: string
  shopWeek?: Week | undefined
  table: HolidayTable
}

/** Working time that falls on one local date: instants in ms as [from, to, from, to, …], in order, never touching twice. */
export type DaySpans = {
  spans: readonly number[]
  workMs: number
  /** False when the holidays of that year are not published yet: the day was only judged by its weekday. */
  certain: boolean
}

export type WorkCalendar = {
  /** Day number (days since 1970-01-01) of the local date at an instant. */
  dayAt(instant: number): number
  on(day: number): DaySpans
}

type Minutes = readonly (readonly [from: number, to: number])[]

/**
 * The working time of an office, a shop or the whole clock, date by date.
 * Shape:  hours are wall-clock; an hour the clock skips is not there, one it repeats counts twice. A shift that runs past
 *         midnight (ends up to 30:00) belongs to the day it began, so it is not cut by a holiday after it.
 *         Make-up workdays are worked with Monday's hours, or the first weekday's that has any: the notice does not say
 *         which weekday they replace. A shop's hours ignore public holidays. A week without any hour counts as always:
 *         a target that can never run out would be missed by nobody.
 * Units:  instants in ms; every date is computed once and kept in the returned object.
 * Source: requirement H2; make-up workdays from the State Council's yearly holiday notice.
 */
export function workCalendar(input: CalendarInput): WorkCalendar {
  const week = weekOf(input)
  const office = input.kind === 'office' && input.holidays === true
  const makeUpHours = week.find((hours) => hours.length > 0) ?? []
  const days = new Map<number, DaySpans>()

  function hoursOn(day: number): Minutes {
    const rule = office ? input.table.ruleOn(day) : 'plain'
    if (rule === 'off') return []
    if (rule === 'make_up') return makeUpHours
    return week[(((day + EPOCH_WEEKDAY) % 7) + 7) % 7] ?? []
  }

  function compute(day: number): DaySpans {
    const wall = wallSpans(hoursOn(day - 1), hoursOn(day))
    const spans = wall.length === 0 ? [] : toInstants(day, wall, input.zone)
    let workMs = 0
    for (let i = 0; i < spans.length; i += 2) workMs += (spans[i + 1] ?? 0) - (spans[i] ?? 0)
    return { spans, workMs, certain: !office || input.table.covers(yearOf(day)) }
  }

  return {
    dayAt: (instant) => Math.floor((instant + offsetAt(input.zone, instant)) / DAY_MS),
    on(day) {
      const known = days.get(day)
      if (known) return known
      const found = compute(day)
      days.set(day, found)
      return found
    },
  }
}

/** The working intervals of one local date `YYYY-MM-DD`, for people and tests. */
export function intervalsOn(calendar: WorkCalendar, date: string): { from: Date; to: Date }[] {
  const { spans } = calendar.on(dayNumber(date))
  const intervals: { from: Date; to: Date }[] = []
  for (let i = 0; i < spans.length; i += 2) {
    intervals.push({ from: new Date(spans[i] ?? 0), to: new Date(spans[i + 1] ?? 0) })
  }
  return intervals
}

function weekOf(input: CalendarInput): Minutes[] {
  const always: Minutes[] = Array.from({ length: 7 }, () => [[0, 1440]] as const)
  if (input.kind === 'always') return always
  const open = (week: Week | undefined) => (week?.some((hours) => hours.length > 0) ? week : undefined)
  const week = input.kind === 'shop' ? (open(input.shopWeek) ?? open(input.week)) : open(input.week)
  return week?.map((hours) => hours.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const)) ?? always
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Minutes of the local date 0 … 1440 that are worked: yesterday's rest after midnight and today's up to midnight, merged. */
function wallSpans(yesterday: Minutes, today: Minutes): number[] {
  const pieces: [number, number][] = []
  for (const [from, to] of yesterday) if (to > 1440) pieces.push([Math.max(0, from - 1440), to - 1440])
  for (const [from, to] of today) if (from < 1440 && to > from) pieces.push([from, Math.min(to, 1440)])
  pieces.sort((a, b) => a[0] - b[0])
  const merged: number[] = []
  for (const [from, to] of pieces) {
    const last = merged.length - 1
    if (last > 0 && from <= (merged[last] ?? 0)) merged[last] = Math.max(merged[last] ?? 0, to)
    else merged.push(from, to)
  }
  return merged
}

/** The instants at which the wall clock of `zone` reads one of the given minutes of that date. */
function toInstants(day: number, wall: readonly number[], zone: string): number[] {
  const midnight = day * DAY_MS
  const out: number[] = []
  for (const span of offsetSpans(zone, yearOf(day))) {
    for (let i = 0; i < wall.length; i += 2) {
      const from = Math.max(midnight + (wall[i] ?? 0) * MINUTE_MS - span.offsetMs, span.from)
      const to = Math.min(midnight + (wall[i + 1] ?? 0) * MINUTE_MS - span.offsetMs, span.to)
      if (from >= to) continue
      if (out.at(-1) === from) out[out.length - 1] = to
      else out.push(from, to)
    }
  }
  return out
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}
