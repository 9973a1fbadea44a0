import type { z } from 'zod'
import { type CalendarYear, type CalendarYearView, calendarUploaded } from '#contracts/playbook/versions'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import { playbookErrors } from '../errors.ts'
import { readUploadedYears, upsertYear } from './calendar-year-data.ts'
import { dayNumber, holidayTable } from './holidays.ts'
import { readYearCsv } from './read-year-csv.ts'

export type YearView = z.infer<typeof CalendarYearView>

/** A notice may name the last days of the year before: New Year's holiday begins there. */
const DAYS_BEFORE_YEAR = 7

/** The years that working calendars know, oldest first; an uploaded one stands for the built-in one. */
export function listYears(ctx: Ctx): Promise<YearView[]> {
  return ctx.transaction(async (tx) => {
    const uploaded = await readUploadedYears(tx)
    const own = new Set(uploaded.map((year) => year.year))
    return holidayTable(uploaded).years.map((year) => ({
      ...year,
      source: own.has(year.year) ? ('uploaded' as const) : ('built_in' as const),
    }))
  })
}

/**
 * Takes over the State Council's days of one year, from JSON or CSV; due dates that were provisional are computed anew.
 * Errors: playbook.yearMismatch, playbook.dayOutsideYear, playbook.dayTwice, playbook.csvLine.
 */
export function saveYear(ctx: Ctx, year: number, input: CalendarYear | string): Promise<YearView> {
  const given = typeof input === 'string' ? readYearCsv(year, input) : input
  if (given.year !== year) throw playbookErrors.yearMismatch({ year, given: given.year }, 'year')
  checkDays(given)
  const sorted = { year, offDays: given.offDays.toSorted(), makeUpWorkdays: given.makeUpWorkdays.toSorted() }
  return ctx.transaction(async (tx) => {
    await upsertYear(tx, ctx.actor.brandId, sorted, ctx.now())
    await audit(tx, ctx, {
      action: 'playbook.uploadCalendar',
      subjectKind: 'calendar_year',
      subjectId: String(year),
      subject: String(year),
      data: { offDays: sorted.offDays.length, makeUpWorkdays: sorted.makeUpWorkdays.length },
    })
    await publish(tx, ctx, eventRow(calendarUploaded, { year }))
    return { ...sorted, source: 'uploaded' as const }
  })
}

function checkDays({ year, offDays, makeUpWorkdays }: CalendarYear): void {
  const first = dayNumber(`${year}-01-01`) - DAYS_BEFORE_YEAR
  const last = dayNumber(`${year}-12-31`)
  const seen = new Set<string>()
  for (const [field, days] of Object.entries({ offDays, makeUpWorkdays })) {
    days.forEach((date, i) => {
      const day = dayNumber(date)
      if (day < first || day > last) throw playbookErrors.dayOutsideYear({ date, year }, `${field}.${i}`)
      if (seen.has(date)) throw playbookErrors.dayTwice({ date }, `${field}.${i}`)
      seen.add(date)
    })
  }
}
