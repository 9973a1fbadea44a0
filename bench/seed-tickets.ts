import type pg from 'pg'
import type { World } from './world.ts'

/**
 * Fills a brand with tickets as two years of a national chain leave them: most closed, a few thousand open, some overdue.
 * Shape: copies the first ticket's playbook and triage; texts repeat, people and shops are spread; ends with analyze.
 */
export async function seedTickets(owner: pg.Client, world: World, count: number): Promise<void> {
  await owner.query('set synchronous_commit = off')
  const chunk = 50_000
  for (let from = 0; from < count; from += chunk) {
    await owner.query(SEED, [
      world.brandId,
      world.agents,
      world.shops.map((s) => s.id),
      from + 1,
      Math.min(count, from + chunk),
      count,
    ])
  }
  await owner.query(CLOCKS, [world.brandId])
  await owner.query('vacuum analyze')
}

const SEED = `
with sample as (select * from tickets.ticket where brand_id = $1 order by number limit 1),
made as (select gen_random_uuid() as id, n, n > $6::int - least(20000, $6::int / 20) as open, now() - (($6::int - n)::float8 / $6::int) * interval '730 days' as at
  from generate_series($4::int, $5::int) n),
t as (insert into tickets.ticket (brand_id, id, token_hash, status, kind, categories, severity, impact, priority, triage, title, excerpt, content, customer_name, channel_id,
    channel_kind, shop_id, playbook_version_id, rule_index, team, assignee_id, due_at, due_metric, search, opened_at, updated_at, closed_at)
  select s.brand_id, m.id, decode(md5(m.id::text) || md5(m.n::text), 'hex'), case when m.open then (array['assigned','in_progress','waiting_customer','proposed'])[1 + m.n % 4] else 'closed' end,
    (array['complaint','praise','inquiry','suggestion'])[1 + m.n % 4], s.categories, s.severity, s.impact, (array['P2','P3','P3','P4'])[1 + m.n % 4], s.triage,
    '第 ' || m.n || ' 单少了一份', '第 ' || m.n || ' 单少了一份，等了四十分钟', '第 ' || m.n || ' 单少了一份，等了四十分钟，电话也没人接', '陈**', s.channel_id,
    s.channel_kind, ($3::uuid[])[1 + m.n % array_length($3::uuid[], 1)], s.playbook_version_id, s.rule_index, s.team, ($2::uuid[])[1 + m.n % array_length($2::uuid[], 1)],
    case when m.open then now() + (m.n % 600 - 60) * interval '1 minute' end, case when m.open then 'resolve' end, s.search, m.at, m.at, case when not m.open then m.at end
  from made m, sample s returning brand_id, id, opened_at)
insert into tickets.entry (brand_id, ticket_id, id, at, kind, by_kind, text)
  select brand_id, id, gen_random_uuid(), opened_at + k * interval '1 minute', (array['message_in','message_out','fact','note'])[1 + k % 4], 'customer', '等了四十分钟，电话也没人接' from t, generate_series(0, 3) k`

/** Clocks only for what is open; none rings while the bench runs. */
const CLOCKS = `
insert into tickets.clock (brand_id, ticket_id, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at)
  select brand_id, id, 1, m, case when m = 'resolve' then 'active' else 'met' end, 240, 'always', opened_at, due_at, due_at from tickets.ticket, unnest(array['respond','resolve']) m
  where brand_id = $1 and closed_at is null and due_metric = 'resolve' on conflict do nothing`
