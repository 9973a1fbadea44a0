import type pg from 'pg'
import type { World } from './world.ts'

const CHUNK = 50_000
export const SHOPS = 400

/**
 * Fills a brand with two years of a chain of 400 shops, different enough to be filtered: shops, people, categories, tags, causes, stars, words.
 * Shape: what is called rare stands on one ticket of five thousand; the indexes are built at the end; ends with vacuum and analyze.
 */
export async function seedInbox(owner: pg.Client, world: World, count: number): Promise<void> {
  await owner.query(
    `set synchronous_commit = off; set session_replication_role = replica; set maintenance_work_mem = '1GB'`,
  )
  const shops = await openShops(owner, world)
  const indexes = await dropIndexes(owner)
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK)
    await owner.query(TICKETS, [world.brandId, world.agents, shops, from + 1, to, count])
  }
  for (const definition of indexes) await owner.query(definition)
  await owner.query(CLOCKS, [world.brandId])
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze tickets.ticket, tickets.search, tickets.clock')
}

async function openShops(owner: pg.Client, world: World): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into people.shop (brand_id, id, region_id, code, name, zone, hours)
     select brand_id, gen_random_uuid(), region_id, 'C' || n, n || ' 号分店', zone, hours
     from people.shop, generate_series(1, $2::int) n where brand_id = $1 and code = 'B1' returning id`,
    [world.brandId, SHOPS - world.shops.length],
  )
  return [...world.shops.map((shop) => shop.id), ...rows.map((row) => row.id)]
}

/** All that a table can be filled without; gives what makes them again. */
async function dropIndexes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid in ('tickets.ticket'::regclass, 'tickets.search'::regclass) and not i.indisunique`,
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  return rows.map((row) => row.definition)
}

const TICKETS = `
with sample as (select * from tickets.ticket where brand_id = $1 order by number limit 1),
made as (select gen_random_uuid() as id, n, hashint4(n) & 1048575 as h, n > $6::int - least(20000, $6::int / 20) as open,
    now() - (($6::int - n)::float8 / $6::int) * interval '730 days' as at from generate_series($4::int, $5::int) n),
t as (insert into tickets.ticket (brand_id, id, token_hash, status, kind, categories, severity, impact, priority, triage, title, excerpt, content, customer_name, channel_id,
    channel_kind, shop_id, playbook_version_id, rule_index, team, assignee_id, due_at, due_metric, opened_at, updated_at, closed_at, tags, cause, fields, cycle)
  select s.brand_id, m.id, decode(md5(m.id::text) || md5(m.n::text), 'hex'), case when m.open then (array['assigned','in_progress','waiting_customer','proposed'])[1 + h % 4] else 'closed' end,
    (array['complaint','praise','inquiry','suggestion'])[1 + h % 4], case when h % 5000 = 7 then array['rare.one'] else array['c' || (h % 6) || '.k' || (h % 31)] end, s.severity, s.impact,
    case when h % 1000 = 3 then 'P1' else (array['P2','P3','P3','P4'])[1 + h % 4] end, s.triage,
    '第 ' || m.n || ' 单少了一份', '第 ' || m.n || ' 单少了一份，等了四十分钟', '第 ' || m.n || ' 单少了一份，等了四十分钟，电话也没人接', '陈**', s.channel_id,
    s.channel_kind, ($3::uuid[])[1 + h % array_length($3::uuid[], 1)], s.playbook_version_id, s.rule_index, s.team, ($2::uuid[])[1 + (h / 7) % array_length($2::uuid[], 1)],
    case when m.open then now() + (m.n % 600 - 60) * interval '1 minute' end, case when m.open then 'resolve' end, m.at, m.at + (h % 3000) * interval '1 minute', case when not m.open then m.at + interval '1 day' end,
    case when h % 5000 = 9 then array['媒体'] when h % 50 = 0 then array['加急'] else '{}' end, case when h % 100 = 1 then 'kitchen' else '' end,
    jsonb_build_object('stars', 1 + h % 5), case when h % 40 = 2 then 2 else 1 end
  from made m, sample s returning brand_id, id, opened_at, number)
insert into tickets.search (brand_id, ticket_id, opened_at, words)
  select t.brand_id, t.id, t.opened_at, array_to_tsvector(array['少','了','少了','分','钟','分钟','@b' || right(t.brand_id::text, 8),
    '@w' || right(t.brand_id::text, 8) || to_char(t.opened_at at time zone 'UTC', 'IYYYIW'), '@m' || right(t.brand_id::text, 8) || to_char(t.opened_at at time zone 'UTC', 'YYYYMM')]
    || case when t.number % 5000 = 11 then array['蟑','螂','蟑螂'] else '{}' end || case when t.number % 3 = 0 then array['冰'] else '{}' end)
  from t`

/** Clocks only for what is open; none rings while the bench runs. */
const CLOCKS = `
insert into tickets.clock (brand_id, ticket_id, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at)
  select brand_id, id, cycle, m, case when m = 'resolve' then 'active' else 'met' end, 240, 'always', opened_at, due_at, due_at from tickets.ticket, unnest(array['respond','resolve']) m
  where brand_id = $1 and closed_at is null and due_metric = 'resolve' on conflict do nothing`
