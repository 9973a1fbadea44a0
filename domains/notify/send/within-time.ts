import { setTimeout as wait } from 'node:timers/promises'
import { LEASE_MS } from './retry.ts'

/** Before the lease is over and another process takes it. */
const LONGEST_MS = LEASE_MS - 15_000

/** Whatever a service does, dripping included, nobody waits for it longer than this. Errors: `late` then; those of the work. */
export async function withinTime<T>(work: Promise<T>, late: Error, longestMs = LONGEST_MS): Promise<T> {
  const ending = new AbortController()
  const tooLate = wait(longestMs, null, { ref: false, signal: ending.signal }).then(() => {
    throw late
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    ending.abort()
    tooLate.catch(() => {})
  }
}
