const MINUTE_MS = 60_000
const USUAL_MIN = [30, 60, 120]

/** The times that are asked for most often, on full five minutes. */
export function usualTimes(now: number): { min: number; at: Date }[] {
  const five = 5 * MINUTE_MS
  return USUAL_MIN.map((min) => ({ min, at: new Date(Math.ceil((now + min * MINUTE_MS) / five) * five) }))
}
