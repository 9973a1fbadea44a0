import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

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
