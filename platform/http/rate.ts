import { sql } from 'kysely'
import type { Services } from '../context.ts'
import { httpErrors } from '../errors.ts'

/**
 * Counts one call and refuses it when the limit of the minute is used up. Shared by all processes.
 * Shape:  `key` names the door and the sender, e.g. `form:<ip>`.
 * Errors: http.tooMany with `retryAfterS`.
 */
export async function limitRate(services: Services, key: string, perMinute: number): Promise<void> {
  const nowMs = services.now().getTime()
  const slot = Math.floor(nowMs / 60_000)
  const { rows } = await sql<{ hits: number }>`
    insert into platform.rate (key, slot, hits) values (${key.slice(0, 200)}, ${slot}, 1)
    on conflict (key, slot) do update set hits = platform.rate.hits + 1 returning hits`.execute(
    services.db.open,
  )
  if ((rows[0]?.hits ?? 0) > perMinute)
    throw httpErrors.tooMany({ retryAfterS: 60 - Math.floor((nowMs % 60_000) / 1000) })
}

/** Forgets counts older than ten minutes. */
export async function forgetOldRates(services: Services): Promise<number> {
  const before = Math.floor(services.now().getTime() / 60_000) - 10
  await sql`delete from platform.rate where slot < ${before}`.execute(services.db.open)
  return 0
}
