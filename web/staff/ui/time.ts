import type { TFunction } from 'i18next'

const MIN = 60_000
const HOUR = 60 * MIN
const DAY = 24 * HOUR

type Style = 'time' | 'day' | 'date' | 'full'
const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { month: 'long', day: 'numeric' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  full: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
}
const made = new Map<string, Intl.DateTimeFormat>()

/** An instant in the brand's zone, in the reader's language. */
export function formatInstant(
  at: string | number,
  style: Style,
  locale: string,
  zone: string | undefined,
): string {
  const key = `${style}|${locale}|${zone}`
  let format = made.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: zone })
    made.set(key, format)
  }
  return format.format(new Date(at))
}

/** A calendar day (YYYY-MM-DD), with its year, in the reader's language. */
export function formatDate(day: string, locale: string): string {
  return formatInstant(`${day}T00:00:00Z`, 'date', locale, 'UTC')
}

/** Calendar day in the zone, as YYYY-MM-DD. */
export function dayIn(zone: string, at: string | number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at))
}

/** Relative under a day, then 昨天 with the time, then the date. `t` must know the words of `common`. */
export function agoText(t: TFunction, at: string, now: number, locale: string, zone: string): string {
  const past = now - Date.parse(at)
  if (past < MIN) return t('common:time.now')
  if (past < HOUR) return t('common:time.minutesAgo', { count: Math.floor(past / MIN) })
  if (past < 12 * HOUR) return t('common:time.hoursAgo', { count: Math.floor(past / HOUR) })
  const time = formatInstant(at, 'time', locale, zone)
  if (dayIn(zone, at) === dayIn(zone, now)) return time
  if (dayIn(zone, at) === dayIn(zone, now - DAY)) return t('common:time.yesterday', { time })
  return formatInstant(at, 'day', locale, zone)
}

/** A length of time in its largest sensible unit: 40 秒, 7 分, 5 小时, 3 天. */
export function spanText(t: TFunction, ms: number): string {
  const span = Math.abs(ms)
  if (span < MIN) return t('common:time.seconds', { count: Math.max(1, Math.round(span / 1000)) })
  if (span < HOUR) return t('common:time.minutes', { count: Math.floor(span / MIN) })
  if (span < 48 * HOUR) return t('common:time.hours', { count: Math.floor(span / HOUR) })
  return t('common:time.days', { count: Math.floor(span / DAY) })
}

/** While a year is typed the browser gives 0002, 0020, 0202. */
const FIELD_LENGTH = '0002-01-01T00:00'.length
const YEAR_9999 = Date.UTC(9999, 0)

/** The value a date-and-time field of the browser wants, on the clock of a zone, wherever the browser stands. */
export function fieldIn(zone: string, at: string | number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
    .format(new Date(at))
    .replace(' ', 'T')
    .padStart(FIELD_LENGTH, '0')
}

/** The instant that such a field means on the clock of a zone; empty when nothing is chosen, or a year of five digits. A clock that is put forward skips an hour: the one after it. */
export function instantIn(zone: string, field: string): string {
  const wall = Date.parse(`${field}Z`)
  if (!(wall < YEAR_9999)) return ''
  const aheadAt = (at: number) => Date.parse(`${fieldIn(zone, at)}Z`) - Math.floor(at / MIN) * MIN
  const near = wall - aheadAt(wall)
  return new Date(wall - aheadAt(near)).toISOString()
}

/** The calendar day, YYYY-MM-DD, so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** A full hour, 0 to 23, of the day that is so many days on, on the clock of a zone. */
export function hourIn(zone: string, now: number, daysOn: number, hour: number): Date {
  const day = dayAfter(dayIn(zone, now), daysOn)
  return new Date(instantIn(zone, `${day}T${String(hour).padStart(2, '0')}:00`))
}
