const FREE_TRIES = 5
const FIRST_LOCK_MS = 60_000
const LONGEST_LOCK_MS = 15 * 60_000
/** After a day without a failure the count begins again. */
export const FORGET_AFTER_MS = 24 * 3_600_000

/** How long a login stays shut after this many failures in a row: a minute from the fifth, doubling to fifteen. */
export function lockMs(failures: number): number {
  if (failures < FREE_TRIES) return 0
  return Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (failures - FREE_TRIES))
}
