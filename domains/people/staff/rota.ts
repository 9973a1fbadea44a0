import { DateTime } from 'luxon'
import type { Week } from '#contracts/people'
import type { Tx } from '#platform/db/database'
import { minutesOf } from './duty.ts'
import { readRota } from './roster-data.ts'

export type Span = { from: Date; to: Date }

/**
 * A duty or opening week laid out between two instants on a wall clock.
 * Shape: in order, cut to [from, to); hours past 24:00 belong to the day on which they are written, so the day before counts too.
 */
export function spansOf(week: Week, zone: string, from: Date, to: Date): Span[] {
  const spans: Span[] = []
  const first = DateTime.fromJSDate(from, { zone }).startOf('day').minus({ days: 1 })
  for (let day = first; day.toJSDate() < to; day = day.plus({ days: 1 }))
    for (const [begins, ends] of week[day.weekday - 1] ?? []) {
      const at = (time: string) => day.plus({ minutes: minutesOf(time) }).toJSDate()
      const span = { from: later(at(begins), from), to: earlier(at(ends), to) }
      if (span.from < span.to) spans.push(span)
    }
  return spans.sort((a, b) => a.from.getTime() - b.from.getTime())
}

/** What is left of `spans` without `gaps`. */
export function without(spans: readonly Span[], gaps: readonly Span[]): Span[] {
  return gaps.reduce<Span[]>(
    (left, gap) =>
      left.flatMap((span) =>
        gap.to <= span.from || gap.from >= span.to
          ? [span]
          : [
              { from: span.from, to: earlier(gap.from, span.to) },
              { from: later(gap.to, span.from), to: span.to },
            ].filter((rest) => rest.from < rest.to),
      ),
    [...spans],
  )
}

/**
 * When each of these people is to be at work between two instants: the duty week in the brand's zone without absences.
 * Shape: locked and invited people have no spans; being away without an end is about now and does not count.
 */
export async function rotaOf(
  tx: Tx,
  ids: readonly string[],
  from: Date,
  to: Date,
): Promise<Map<string, { name: string; spans: Span[] }>> {
  if (!ids.length) return new Map()
  const rows = await readRota(tx, ids, from, to)
  return new Map(
    rows.map((row) => {
      const absences = row.absences.map((a) => ({ from: new Date(a.from), to: new Date(a.to) }))
      const spans = row.active ? without(spansOf(row.duty, row.zone, from, to), absences) : []
      return [row.id, { name: row.name, spans }]
    }),
  )
}

const later = (a: Date, b: Date) => (a > b ? a : b)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
