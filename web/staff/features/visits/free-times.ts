import type { VisitBoard } from '#contracts/orders/visits'

const MIN_MS = 60_000
const STEP_MIN = 15
/** As many as one reads at a glance. */
const MOST = 24

type Day = Pick<VisitBoard, 'open' | 'therapists' | 'visits' | 'now'>
type Span = { from: number; to: number }

/** Starts on this day at which a treatment of so many minutes fits: within opening and duty hours, beside nobody else's, not in the past. `therapistId` '' is anybody. Shape: instants, the earliest first. */
export function freeStarts(day: Day, therapistId: string, minutes: number, butOrder = ''): string[] {
  const people = day.therapists.filter((one) => !therapistId || one.id === therapistId)
  const fits = (at: number) =>
    people.some((person) => isFree(day, person, { from: at, to: at + minutes * MIN_MS }, butOrder))
  const now = Date.parse(day.now)
  const found: string[] = []
  for (const span of day.open.map(spanOf))
    for (
      let at = upTo(span.from);
      at + minutes * MIN_MS <= span.to && found.length < MOST;
      at += STEP_MIN * MIN_MS
    )
      if (at >= now && fits(at)) found.push(new Date(at).toISOString())
  return found
}

/** Who could take an appointment at that time. */
export function freePeople(day: Day, startsAt: string, minutes: number, butOrder = ''): string[] {
  const from = Date.parse(startsAt)
  return day.therapists
    .filter((person) => isFree(day, person, { from, to: from + minutes * MIN_MS }, butOrder))
    .map((person) => person.id)
}

function isFree(day: Day, person: Day['therapists'][number], span: Span, butOrder: string): boolean {
  const onDuty = person.duty.map(spanOf).some((duty) => duty.from <= span.from && duty.to >= span.to)
  return onDuty && !inTheWay(day, span, butOrder).some((visit) => visit.therapistId === person.id)
}

/** Until when a room is in use in this time; empty: it is free. */
export function roomBusyUntil(
  day: Day,
  room: string,
  startsAt: string,
  minutes: number,
  butOrder = '',
): string {
  const from = Date.parse(startsAt)
  const taken = inTheWay(day, { from, to: from + minutes * MIN_MS }, butOrder)
  const ends = taken.filter((v) => v.room.toLowerCase() === room.toLowerCase()).map((v) => v.busyUntil)
  return ends.sort().at(-1) ?? ''
}

function inTheWay(day: Day, span: Span, butOrder: string): Day['visits'] {
  return day.visits.filter(
    (visit) =>
      visit.orderId !== butOrder &&
      visit.state !== 'no_show' &&
      visit.state !== 'done' &&
      Date.parse(visit.startsAt) < span.to &&
      Date.parse(visit.busyUntil) > span.from,
  )
}

const spanOf = ({ from, to }: { from: string; to: string }): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
})
const upTo = (at: number) => Math.ceil(at / (STEP_MIN * MIN_MS)) * STEP_MIN * MIN_MS

/** HH:MM on a day that begins at this instant; null while it is not a time. */
export function atTime(begins: string, time: string): string | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (!hours || !minutes) return null
  return new Date(Date.parse(begins) + (Number(hours) * 60 + Number(minutes)) * MIN_MS).toISOString()
}
