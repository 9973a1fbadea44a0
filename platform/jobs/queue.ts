import { sql } from 'kysely'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { JobContract } from '../module.ts'

/** Queues a job inside the transaction of its cause. The same `key` again replaces the waiting one (a timer that moves). */
export async function queueJob<T extends z.ZodType>(
  tx: Tx,
  ctx: Ctx,
  job: JobContract<T>,
  body: z.infer<T>,
  key?: string,
): Promise<void> {
  const payload = JSON.stringify({ brandId: ctx.actor.brandId, body })
  await sql`select platform.queue_job(${job.name}, ${payload}::jsonb, ${key ?? null}, ${job.tries})`.execute(
    tx,
  )
}
