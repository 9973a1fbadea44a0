import { DateTime } from 'luxon'

const MIN_MS = 60_000
const STEP_MIN = 5
const FORGOTTEN_MS = 12 * 60 * MIN_MS
/** What no menu knows the length of. */
export const SHORTEST_MIN = 15
/** Nobody is asked about the own skin at night. */
const ASK_FROM_H = 10
const ASK_TO_H = 20

/** How long an appointment takes. Shape: whole steps of five minutes; `minutes` is a person's word against the menu's. */
export function lengthMin(items: readonly { makeS: number; quantity: number }[], minutes?: number): number {
  const byMenu = items.reduce((sum, { makeS, quantity }) => sum + makeS * quantity, 0) / 60
  return Math.max(minutes ?? SHORTEST_MIN, Math.ceil((minutes ?? byMenu) / STEP_MIN) * STEP_MIN)
}

export const endOf = (startsAt: Date, minutes: number): Date =>
  new Date(startsAt.getTime() + minutes * MIN_MS)

/** When a treatment that begins now is over: at its booked end, or later by as much as it begins late. */
export function endOnceBegun(booked: { starts_at: Date; ends_at: Date }, begunAt: Date): Date {
  const length = booked.ends_at.getTime() - booked.starts_at.getTime()
  return new Date(Math.max(booked.ends_at.getTime(), begunAt.getTime() + length))
}

type Held = { ends_at: Date; begun_at: Date | null; released_at: Date | null }
/** Treatments that have begun, are not ended, and whose end lies in these hours keep their place until then. */
export type Running = { endedFrom: Date; endedTo: Date; until: Date }

/**
 * What goes on beyond its end keeps its therapist and its room until somebody ends it.
 * Shape: nobody knows how long that will be, so `until` is at least five minutes from now, to a whole step, each time it is asked. Whoever is
 *        half a day over has gone home, and somebody has forgotten to end it.
 */
export function running(now: Date): Running {
  const step = STEP_MIN * MIN_MS
  return {
    endedFrom: new Date(now.getTime() - FORGOTTEN_MS),
    endedTo: now,
    until: new Date(Math.ceil((now.getTime() + step) / step) * step),
  }
}

/** Until when an appointment keeps its therapist and its room. */
export function busyUntil(visit: Held, now: Date): Date {
  return overMin(visit, now) === null ? visit.ends_at : running(now).until
}

/** Whole minutes that a treatment goes on beyond its end, the first one begun counts; null: it does not. */
export function overMin({ ends_at, begun_at, released_at }: Held, now: Date): number | null {
  const { endedFrom, endedTo } = running(now)
  if (!begun_at || released_at || ends_at > endedTo || ends_at <= endedFrom) return null
  return Math.max(1, Math.floor((now.getTime() - ends_at.getTime()) / MIN_MS))
}

type Span = { from: Date; to: Date }

/** Whether one of these spans holds the whole time; two that touch count as one. */
export function holds(spans: readonly Span[], from: Date, to: Date): boolean {
  let reached = from
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime()))
    if (span.from <= reached && span.to > reached) reached = span.to
  return reached >= to
}

/** When somebody asks how the skin is: at the hour of the treatment, but never before ten or after eight in the evening on the shop's clock. */
export function askAt(finishedAt: Date, days: number, zone: string): Date {
  const day = DateTime.fromJSDate(finishedAt, { zone }).plus({ days })
  const first = day.set({ hour: ASK_FROM_H, minute: 0, second: 0, millisecond: 0 })
  const last = day.set({ hour: ASK_TO_H, minute: 0, second: 0, millisecond: 0 })
  return (day < first ? first : day > last ? last : day).toJSDate()
}
