import type pg from 'pg'
import { personalWords } from '#domains/customers'
import { type Services, systemContext } from '#platform/context'
import { searchWords } from '../domains/tickets/search/search-words.ts'
import { NAMES, RARE, searchTexts, TEXTS } from './search-texts.ts'
import type { World } from './world.ts'

const CHUNK = 50_000

/**
 * Fills a brand with tickets of two years, four messages each, in texts of a made-up vocabulary; the index is built at the end.
 * Shape: every rare word stands in ten tickets; half have an order number; ends with vacuum and analyze.
 */
export async function seedSearch(
  owner: pg.Client,
  services: Services,
  world: World,
  count: number,
): Promise<void> {
  await owner.query(
    `set synchronous_commit = off; set session_replication_role = replica; set maintenance_work_mem = '1GB'`,
  )
  await owner.query('drop index tickets.search_words')
  await loadWords(owner, services, world.brandId)
  for (let from = 0; from < count; from += CHUNK) {
    const values = [
      world.brandId,
      world.agents,
      world.shops.map((s) => s.id),
      from + 1,
      Math.min(count, from + CHUNK),
      count,
    ]
    await owner.query(SEED, values)
  }
  await owner.query(RARE_WORDS, [RARE, count])
  await owner.query('create index search_words on tickets.search using gin (words) with (fastupdate = off)')
  await owner.query('vacuum analyze')
}

async function loadWords(owner: pg.Client, services: Services, brandId: string): Promise<void> {
  const ctx = systemContext(services, brandId)
  const texts = searchTexts()
  await owner.query(
    'create table public.bench_text (n int primary key, text text, words tsvector); create table public.bench_name (n int primary key, words text[])',
  )
  await owner.query(
    `insert into public.bench_text select n, text, words::tsvector from unnest($1::int[], $2::text[], $3::text[]) x(n, text, words)`,
    [texts.map((_, n) => n), texts, texts.map((text) => searchWords(text).join(' '))],
  )
  await owner.query(
    `insert into public.bench_name select n - 1, words::text[] from unnest($1::text[]) with ordinality x(words, n)`,
    [
      NAMES.map(
        (name, i) =>
          `{${personalWords(ctx, { name, contact: `138${String(i).padStart(8, '0')}` }).join(',')}}`,
      ),
    ],
  )
}

const TEXT_OF = (k: number) =>
  `(${TEXTS} * ((hashint4(m.n * 5 + ${k}) & 1048575) / 1048576.0) ^ 1.5)::int % ${TEXTS}`
const SEED = `
with sample as (select * from tickets.ticket where brand_id = $1 order by number limit 1),
made as (select uuidv7(-(($6::int - n)::float8 / $6::int) * interval '730 days') as id, n, n > $6::int - least(20000, $6::int / 20) as open,
    now() - (($6::int - n)::float8 / $6::int) * interval '730 days' as at from generate_series($4::int, $5::int) n),
told as (select m.*, a.text as t0, b.text as t1, c.text as t2, d.text as t3, a.words || b.words || c.words || d.words as words,
    ($2::uuid[])[1 + m.n % array_length($2::uuid[], 1)] as assignee, ($3::uuid[])[1 + m.n % array_length($3::uuid[], 1)] as shop,
    case when m.n % 2 = 0 then 'MT-' || to_char(m.at, 'YYYYMMDD') || '-' || lpad((m.n % 100000)::text, 5, '0') end as orderno,
    (select p.words from public.bench_name p where p.n = (hashint4(m.n) & 1048575) % ${NAMES.length}) as personal
  from made m join public.bench_text a on a.n = ${TEXT_OF(0)} join public.bench_text b on b.n = ${TEXT_OF(1)}
    join public.bench_text c on c.n = ${TEXT_OF(2)} join public.bench_text d on d.n = ${TEXT_OF(3)}),
t as (insert into tickets.ticket (brand_id, id, token_hash, status, kind, categories, severity, impact, priority, triage, title, excerpt, content, fields, customer_name,
    channel_id, channel_kind, shop_id, playbook_version_id, rule_index, team, assignee_id, due_at, due_metric, opened_at, updated_at, closed_at)
  select s.brand_id, m.id, decode(md5(m.id::text) || md5(m.n::text), 'hex'), case when m.open then (array['assigned','in_progress','waiting_customer','proposed'])[1 + m.n % 4] else 'closed' end,
    (array['complaint','praise','inquiry','suggestion'])[1 + m.n % 4], s.categories, s.severity, s.impact, (array['P2','P3','P3','P4'])[1 + m.n % 4], s.triage,
    left(t0, 26), left(t0, 140), t0, case when orderno is null then '{}' else jsonb_build_object('orderNumber', orderno) end, '陈**', s.channel_id,
    s.channel_kind, m.shop, s.playbook_version_id, s.rule_index, s.team, m.assignee, null, null, m.at, m.at, case when not m.open then m.at end
  from told m, sample s),
f as (insert into tickets.search (brand_id, ticket_id, opened_at, words)
  select $1, m.id, m.at, words || array_to_tsvector(array_remove(array['@b' || right($1::text, 8), '@w' || right($1::text, 8) || to_char(at at time zone 'UTC', 'IYYYIW'),
      '@m' || right($1::text, 8) || to_char(at at time zone 'UTC', 'YYYYMM'), '@s' || right(shop::text, 12), '@h' || right(assignee::text, 12), case when open then '@o' end,
      'mt', replace(orderno, '-', ''), right(orderno, 5), right(orderno, 4), split_part(orderno, '-', 2)], null) || personal) from told m)
insert into tickets.entry (brand_id, ticket_id, id, at, kind, by_kind, by_name, text)
  select $1, m.id, uuidv7(m.at - now()), m.at + k * interval '1 minute', (array['message_in','message_out','note','message_in'])[1 + k],
    (array['customer','staff','staff','customer'])[1 + k], (array['','沈知夏','沈知夏',''])[1 + k], (array[t0, t1, t2, t3])[1 + k]
  from told m, generate_series(0, 3) k`

/** Each in ten tickets all over the time, in the first text and in the words. */
const RARE_WORDS = `
with chosen as (select w.word, s.ticket_id from unnest($1::text[]) with ordinality w(word, i)
  join (select ticket_id, row_number() over (order by opened_at) as n from tickets.search) s
  on s.n % ($2::int / 10) = w.i * 7 % ($2::int / 10)),
said as (update tickets.ticket t set content = c.word || '，' || content, title = left(c.word || '，' || title, 26)
  from chosen c where t.id = c.ticket_id)
update tickets.search s set words = s.words || array_to_tsvector(array[c.word, left(c.word, 1), right(c.word, 1)]) from chosen c where s.ticket_id = c.ticket_id`
