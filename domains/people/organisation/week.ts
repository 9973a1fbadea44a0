import { IANAZone } from 'luxon'
import type { Week } from '#contracts/people'
import { peopleErrors } from '../errors.ts'
import { minutesOf } from '../staff/duty.ts'

const LATEST_MIN = 30 * 60

/**
 * Refuses hours that end before they begin, run past 30:00 or overlap on one day.
 * Errors: people.badHours with the day (1 is Monday) and the pair.
 */
export function checkWeek(week: Week, field: string): void {
  week.forEach((hours, day) => {
    const spans = hours
      .map(([from, to]) => ({ from, to, start: minutesOf(from), end: minutesOf(to) }))
      .sort((a, b) => a.start - b.start)
    spans.forEach((span, i) => {
      const before = spans[i - 1]
      if (span.end <= span.start || span.end > LATEST_MIN || (before && before.end > span.start))
        throw peopleErrors.badHours({ day: day + 1, from: span.from, to: span.to }, `${field}.${day}`)
    })
  })
}

/** Errors: people.unknownZone unless it is an IANA name such as Asia/Shanghai. */
export function checkZone(zone: string): void {
  if (!IANAZone.isValidZone(zone)) throw peopleErrors.unknownZone({ zone }, 'zone')
}
