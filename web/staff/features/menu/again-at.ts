const HOUR_MS = 3_600_000
/** Shops are open at most until six in the morning; what is sold out "today" comes back then. */
const MORNING = 6

/** The next six o'clock in the morning in the zone: the end of the day on which a shop is open now. */
export function nextMorning(zone: string, now: number): Date {
  const hourOf = (at: number) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at))
  let at = Math.floor(now / HOUR_MS) * HOUR_MS + HOUR_MS
  while (hourOf(at) !== MORNING) at += HOUR_MS
  return new Date(at)
}
