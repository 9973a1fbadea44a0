import { fill, type Locale, type Words } from './words.ts'
import { wallIn } from './zone.ts'

const DAY_MS = 24 * 3600 * 1000
const MINUTE_MS = 60_000

/** An instant in a sentence, on the clock of `zone`, else the phone's own: 今天 14:15, 明天 09:30, 11月29日 18:00. */
export function sayTime(at: Date, now: Date, w: Words, locale: Locale, zone = ''): string {
  const clock = sayClock(at, zone)
  const [then, today] = [new Date(wall(at, zone)), new Date(wall(now, zone))]
  const days = dayOf(then) - dayOf(today)
  if (days === 0) return fill(w.time.today, { clock })
  if (days === -1) return fill(w.time.yesterday, { clock })
  if (days === 1) return fill(w.time.tomorrow, { clock })
  const year = then.getUTCFullYear()
  const sentence = year === today.getUTCFullYear() ? w.time.day : w.time.year
  return fill(sentence, { clock, year, month: monthOf(then, locale), day: then.getUTCDate() })
}

/** An instant beside an event: only the clock on the same day. */
export function shortTime(at: Date, now: Date, w: Words, locale: Locale, zone = ''): string {
  const sameDay = dayOf(new Date(wall(at, zone))) === dayOf(new Date(wall(now, zone)))
  return sameDay ? sayClock(at, zone) : sayTime(at, now, w, locale, zone)
}

/** 14:15, on the clock of `zone`, else the phone's own. */
export function sayClock(at: Date, zone = ''): string {
  return new Date(wall(at, zone)).toISOString().slice(11, 16)
}

/** Milliseconds whose UTC fields are the clock's. */
function wall(at: Date, zone: string): number {
  return zone ? wallIn(zone, at.getTime()) : at.getTime() - at.getTimezoneOffset() * MINUTE_MS
}

const dayOf = (wallAt: Date): number => Math.floor(wallAt.getTime() / DAY_MS)

function monthOf(wallAt: Date, locale: Locale): string {
  if (locale !== 'en') return String(wallAt.getUTCMonth() + 1)
  return wallAt.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' })
}
