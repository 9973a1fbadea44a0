/** Seconds until the next try after each failed one: a day in all. */
const WAITS_S = [10, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 28_800]
const DISABLE_AFTER_MS = 20 * 3_600_000

/** When a call is tried again after so many failed tries; null when a day of trying is over. */
export function nextTry(tries: number, now: Date): Date | null {
  const waitS = WAITS_S[tries - 1]
  return waitS === undefined ? null : new Date(now.getTime() + waitS * 1000)
}

/** An endpoint is disabled when it says that it is gone, or when a call was given up and nothing has arrived for most of a day. */
export function mustDisable(
  { status, givenUp, failingSince }: { status: number | null; givenUp: boolean; failingSince: Date },
  now: Date,
): boolean {
  if (status === 410) return true
  return givenUp && now.getTime() - failingSince.getTime() >= DISABLE_AFTER_MS
}
