import { fill, type Locale, type Words } from './words.ts'

const DAY_MS = 24 * 3600 * 1000

/** An instant in a sentence, by the phone's own clock: 今天 14:15, 明天 09:30, 11月29日 18:00. */
export function sayTime(at: Date, now: Date, w: Words, locale: Locale): string {
  const clock = clockOf(at)
  const days = Math.round((midnight(at) - midnight(now)) / DAY_MS)
  if (days === 0) return fill(w.time.today, { clock })
  if (days === -1) return fill(w.time.yesterday, { clock })
  if (days === 1) return fill(w.time.tomorrow, { clock })
  const sentence = at.getFullYear() === now.getFullYear() ? w.time.day : w.time.year
  return fill(sentence, { clock, year: at.getFullYear(), month: monthOf(at, locale), day: at.getDate() })
}

/** An instant beside an event: only the clock on the same day. */
export function shortTime(at: Date, now: Date, w: Words, locale: Locale): string {
  return midnight(at) === midnight(now) ? clockOf(at) : sayTime(at, now, w, locale)
}

function clockOf(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
}

function monthOf(at: Date, locale: Locale): string {
  return locale === 'en' ? at.toLocaleDateString('en', { month: 'short' }) : String(at.getMonth() + 1)
}
