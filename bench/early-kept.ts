import pg from 'pg'
import { listen } from '#domains/insights'
import { systemContext } from '#platform/context'
import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles, round } from './measure.ts'
import { seedInbox } from './seed-inbox.ts'
import { makeWorld } from './world.ts'

const TICKETS = 40_000
const SERIES = 100_000
const TOGETHER = 4000
const ALONE = 300

/**
 * The same with the database: what listening to a ticket costs among 100 thousand stored series, from its facts to what is written down.
 * Shape: many that wait are listened to two hundred at a time; one that comes alone has a transaction of its own.
 */
export async function measureEarlyKept(cluster: BenchCluster) {
  const options = await cluster.database('early')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const first = { content: '汤洒了，等了一个小时', stars: 1, shopCode: 'B1' }
  const headers = { authorization: `Bearer ${world.apiKey}`, 'idempotency-key': 'the-first-one' }
  await app.server.inject({ method: 'POST', url: '/api/v1/feedback', headers, payload: first })
  const owner = new pg.Client({ connectionString: options.ownerUrl })
  await owner.connect()
  await seedInbox(owner, world, TICKETS)
  const ctx = systemContext(app.services, world.brandId)
  await listen(ctx)
  await owner.query(FILL, [world.brandId, SERIES])
  await owner.query('vacuum analyze insights.series')
  await owner.query(WAIT, [world.brandId, TOGETHER + ALONE])
  const alone: number[] = []
  for (let n = 0; n < ALONE; n++) {
    await owner.query(ONLY, [world.brandId])
    const begun = performance.now()
    await listen(ctx)
    alone.push(performance.now() - begun)
  }
  await owner.query(ALL, [world.brandId])
  const begun = performance.now()
  let done = 0
  for (let n = await listen(ctx); n > 0; n = await listen(ctx)) done += n
  const tookMs = performance.now() - begun
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from insights.series')
  await owner.end()
  await app.close()
  const { p50Ms, p95Ms } = percentiles(alone)
  return {
    'stored series': { value: rows[0]!.n },
    'a ticket, among others, ms': { value: round(tookMs / done), tickets: done },
    'a ticket alone, ms': { value: p50Ms, p95: p95Ms, tickets: ALONE },
  }
}

/** Series that were heard of before, each with a few voices; those of the shops are the ones that the tickets belong to. */
const FILL = `
insert into insights.series (brand_id, kind, key, r, last_at, voices, days, settled_at, recent_at, recent_ids)
select $1, kind, key, array[1,1,1,1,1,1]::float8[], now() - interval '9 hours', 3, 40, now() - interval '3 days',
  array(select now() - (10 - i) * interval '1 hour' from generate_series(1, 6) i), array(select gen_random_uuid() from generate_series(1, 6))
from (
  select 'shop_category' as kind, jsonb_build_array(s.id, c.category)::text as key
    from (select distinct shop_id as id from tickets.ticket where brand_id = $1) s, (select distinct categories[1] as category from tickets.ticket where brand_id = $1) c
  union all select 'product_category', jsonb_build_array(gen_random_uuid(), 'c' || n)::text from generate_series(1, $2::int) n) made
limit $2 on conflict do nothing`

/** The newest complaints wait; none of them is due yet. */
const WAIT = `
insert into insights.heard (brand_id, ticket_id, at, next_try_at)
select brand_id, id, opened_at, 'infinity' from tickets.ticket where brand_id = $1 and kind = 'complaint' order by opened_at desc limit $2
on conflict do nothing`
const ONLY = `update insights.heard set next_try_at = now() - interval '1 hour' where (brand_id, ticket_id) in
  (select brand_id, ticket_id from insights.heard where brand_id = $1 order by at limit 1)`
const ALL = `update insights.heard set next_try_at = now() - interval '1 hour' where brand_id = $1`
