import { DateTime } from 'luxon'

const MIN_MS = 60_000
const STEP_MIN = 5
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
