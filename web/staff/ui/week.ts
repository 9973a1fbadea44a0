import type { Week } from '#contracts/people'

export type Span = [string, string]
export type Day = Span[]

/** The last instant a day may run to: 06:00 of the next morning, as `TimeOfDay` in the contract allows. */
const LATEST_MIN = 30 * 60

/** Minutes since midnight of a `HH:MM`; 26:00 is 1560. */
export function minuteOf(time: string): number {
  const [h, m] = time.split(':').map(Number)
  return (h ?? 0) * 60 + (m ?? 0)
}

/** `HH:MM` of a minute since midnight, running on past 24:00. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The clock face of a time: 26:00 reads 02:00, and `nextDay` says it is tomorrow's. */
export function clockFace(time: string): { time: string; nextDay: boolean } {
  const minute = minuteOf(time)
  return minute > 24 * 60 ? { time: timeOf(minute - 24 * 60), nextDay: true } : { time, nextDay: false }
}

/** Every half hour between two minutes, both included; the choices of a time picker. */
export function halfHours(from: number, to: number = LATEST_MIN): string[] {
  const times: string[] = []
  for (let minute = from; minute <= to; minute += 30) times.push(timeOf(minute))
  return times
}

/** What is wrong with one day: a span that ends before it begins, or two that overlap. */
export function dayFault(day: Day): 'backwards' | 'overlap' | null {
  if (day.some(([from, to]) => minuteOf(to) <= minuteOf(from))) return 'backwards'
  const sorted = day.toSorted((a, b) => minuteOf(a[0]) - minuteOf(b[0]))
  const overlaps = sorted.some((span, i) => i > 0 && minuteOf(span[0]) < minuteOf(sorted[i - 1]![1]))
  return overlaps ? 'overlap' : null
}

/** The week with one day replaced. */
export function withDay(week: Week, index: number, day: Day): Week {
  return week.map((old, i) => (i === index ? day : old)) as Week
}

/** The week with every day like the given one. */
export function allDaysLike(week: Week, index: number): Week {
  return week.map(() => structuredClone(week[index]!)) as Week
}

/** One more span for a day: after the last one, or ten to ten on an empty day. */
export function nextSpan(day: Day): Span {
  const last = day.at(-1)
  if (!last) return ['10:00', '22:00']
  const from = Math.min(minuteOf(last[1]) + 60, LATEST_MIN - 60)
  return [timeOf(from), timeOf(Math.min(from + 240, LATEST_MIN))]
}

/** Neighbouring days with the same hours, as runs of indexes: Monday to Thursday, Friday and Saturday, Sunday. */
export function runsOfDays(week: Week): Array<{ from: number; to: number; day: Day }> {
  const runs: Array<{ from: number; to: number; day: Day }> = []
  week.forEach((day, i) => {
    const last = runs.at(-1)
    if (last && JSON.stringify(last.day) === JSON.stringify(day)) last.to = i
    else runs.push({ from: i, to: i, day })
  })
  return runs
}

export function weekOf(day: Day, daysOff: number[] = []): Week {
  return Array.from({ length: 7 }, (_, i) =>
    daysOff.includes(i) ? [] : structuredClone(day),
  ) as unknown as Week
}
