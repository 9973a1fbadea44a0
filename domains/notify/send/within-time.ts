import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
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

const AGAIN_AFTER_MS = [200, 500, 1000, 2000, 4000, 8000]

/** Notes what has happened outside already, while the database restarts too: what is not noted is done twice. Errors: the last one. */
export async function noted(ctx: Ctx, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  for (const ms of AGAIN_AFTER_MS) {
    try {
      await ctx.transaction(work)
      return
    } catch (error) {
      ctx.log.warn({ err: error }, 'what was sent could not be noted; it is tried again')
      await wait(ms)
    }
  }
  await ctx.transaction(work)
}
