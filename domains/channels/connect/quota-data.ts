import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** Takes `n` of what a service allows in a window of time; false, and nothing taken, when that would be too much. Shared by all processes. */
export function takeQuota(
  ctx: Ctx,
  channelId: string,
  { name, most, windowS, n }: { name: string; most: number; windowS: number; n: number },
): Promise<boolean> {
  const window = windowS * 1000
  const start = new Date(Math.floor(ctx.now().getTime() / window) * window)
  return ctx.transaction(async (tx) => {
    const { rows } = await sql`
      insert into channels.quota as q (brand_id, channel_id, name, starts_at, used)
      select ${ctx.actor.brandId}::uuid, ${channelId}::uuid, ${name}, ${start}, ${n}::int where ${n}::int <= ${most}::int
      on conflict (brand_id, channel_id, name) do update
        set used = case when q.starts_at = excluded.starts_at then q.used else 0 end + excluded.used, starts_at = excluded.starts_at
        where case when q.starts_at = excluded.starts_at then q.used else 0 end + excluded.used <= ${most}::int
      returning used`.execute(tx)
    return rows.length > 0
  })
}
