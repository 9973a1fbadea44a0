import { DateTime } from 'luxon'

/** Hours of one weekday (1 Monday … 7 Sunday) in minutes since midnight, the end not included. */
export type Hours = { day: number; from: number; to: number }

const LINE = /^([1-7])(?:-([1-7]))?\s+(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})$/
const DAY_MIN = 1440

/** Reads lines such as `1-5 09:00-18:00`, `6 10:00-16:00`, `5-1 00:00-24:00`. Shape: null when one of them cannot be read. */
export function parseHours(lines: readonly string[]): Hours[] | null {
  const all: Hours[] = []
  for (const line of lines) {
    const [, first, last, ...times] = LINE.exec(line) ?? []
    if (!first) return null
    const [fromH, fromM, toH, toM] = times.map(Number) as [number, number, number, number]
    const [from, to] = [fromH * 60 + fromM, toH * 60 + toM]
    if (fromM > 59 || toM > 59 || from >= to || to > DAY_MIN) return null
    const days = (Number(last ?? first) - Number(first) + 7) % 7
    for (let n = 0; n <= days; n++) all.push({ day: ((Number(first) - 1 + n) % 7) + 1, from, to })
  }
  return all
}

/**
 * Whether somebody is there at an instant, and if not, from when.
 * Shape: without hours always open; `opensAt` is null while open.
 */
export function attendance(
  hours: readonly Hours[],
  at: Date,
  zone: string,
): { open: boolean; opensAt: Date | null } {
  const now = DateTime.fromJSDate(at, { zone })
  const minute = now.hour * 60 + now.minute
  if (!hours.length || hours.some((h) => h.day === now.weekday && h.from <= minute && minute < h.to))
    return { open: true, opensAt: null }
  const starts = Array.from({ length: 8 }, (_, n) => now.startOf('day').plus({ days: n })).flatMap((day) =>
    hours
      .filter((h) => h.day === day.weekday)
      .map((h) => day.set({ hour: Math.floor(h.from / 60), minute: h.from % 60 }).toJSDate()),
  )
  const next = starts.filter((start) => start > at).sort((a, b) => a.getTime() - b.getTime())[0]
  return { open: false, opensAt: next ?? null }
}
