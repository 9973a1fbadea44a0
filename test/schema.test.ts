import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './support/database.ts'

/** What the tables promise: every row belongs to one brand, and the database itself keeps brands apart (G1, scale). */
let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await cloneDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** Tables that belong to no brand, each with its reason. */
const WITHOUT_BRAND: Record<string, string> = {
  'platform.brand': 'is the brand; isolated by its own id',
  'platform.data_key': 'wrapped keys of the whole installation',
  'platform.migration': 'what has run',
  'platform.rate': 'counters by sender, before anyone is known',
  'people.sign_in_failure': 'counts wrong passwords by login, before the brand is known',
}
/** Unique across brands on purpose: whoever comes with one of these has not said which brand it is. On Citus each becomes a small reference table. */
const DOORS = [
  'channels.api_key: channels.api_key_secret',
  'channels.channel: channels.channel_hook',
  'channels.code: channels.code_slug',
  'channels.salon_desk: channels.salon_desk_slug',
  'customers.check_up: customers.check_up_token',
  'loyalty.event: loyalty.event_slug',
  'loyalty.event_sign_up: loyalty.event_sign_up_token',
  'orders.order: orders.order_token',
  'people.invitation: people.invitation_token',
  'people.session: people.session_token',
  'people.staff: people.staff_login',
  'tickets.ticket: tickets.ticket_token',
]
const ROOMS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'graphile_worker')`

type Table = { name: string; brand: boolean; rls: boolean; policies: number; keyless: string[] }

async function tables(): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'brand_id' and not a.attisdropped) as brand,
      c.relrowsecurity as rls,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      coalesce((select array_agg(i.indexrelid::regclass::text) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisunique and a.attname <> 'brand_id'), '{}') as keyless
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ROOMS} order by 1`)
  return rows
}

test('every table is led by its brand, or says why not', async () => {
  const without = (await tables()).filter((t) => !t.brand).map((t) => t.name)
  expect(without.filter((name) => !WITHOUT_BRAND[name])).toEqual([])
})

test('every table of a brand is under row-level security', async () => {
  const open = (await tables()).filter((t) => t.brand && (!t.rls || t.policies === 0)).map((t) => t.name)
  expect(open).toEqual([])
})

test('every key of a brand’s table begins with the brand, the doors excepted', async () => {
  const keyless = (await tables())
    .filter((t) => t.brand && t.keyless.length)
    .map((t) => `${t.name}: ${t.keyless}`)
  expect(keyless).toEqual(DOORS)
})

test('every foreign key between brands’ tables carries the brand', async () => {
  const { rows } = await owner.query<{ key: string }>(`
    select k.conrelid::regclass || ' → ' || k.confrelid::regclass as key
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${ROOMS} and not exists (
      select from unnest(k.conkey) as part join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part
      where a.attname = 'brand_id')`)
  expect(rows).toEqual([])
})

test('the program’s role owns nothing and passes no policy', async () => {
  const { rows } = await owner.query(
    `select (select count(*)::int from pg_class where relowner = r.oid) as owned, rolsuper, rolbypassrls from pg_roles r where rolname = 'huiyin_app'`,
  )
  expect(rows).toEqual([{ owned: 0, rolsuper: false, rolbypassrls: false }])
})

test('without a brand the program sees no row of any table', async () => {
  const app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  await owner.query(
    `insert into platform.brand (id, name, industry) values (gen_random_uuid(), '茶屿', 'milk_tea')`,
  )
  try {
    expect((await app.query('select * from platform.brand')).rows).toEqual([])
  } finally {
    await app.end()
  }
})

/** Inside a function a bare word that is both means the column: a deadline compared with the row's own time never comes. */
async function takenForColumns(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    select distinct n.nspname || '.' || f.proname || ': ' || a.name as name
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    cross join unnest(f.proargnames, f.proargmodes) as a (name, mode)
    join pg_attribute t on t.attname = a.name and t.attnum > 0
    join pg_class c on c.oid = t.attrelid and c.relkind in ('r', 'p', 'v')
    where ${ROOMS} and coalesce(a.mode, 'i') = 'i'
      and f.prosrc ~ ('\\m' || c.relnamespace::regnamespace::text || '\\."?' || c.relname || '\\M')
      and regexp_replace(f.prosrc, '\\m\\w+\\.' || a.name || '\\M', '', 'g') ~ ('\\m' || a.name || '\\M')
    order by 1`)
  return rows.map(({ name }) => name)
}

test('no function reads a column where it means what it was given', async () => {
  expect(await takenForColumns()).toEqual([])
  await owner.query('begin')
  await owner.query(`create function notify.waiting_by(at timestamptz) returns setof uuid language sql
    as 'select h.event_id from notify.heard h where h.next_try_at <= at'`)
  expect(await takenForColumns()).toEqual(['notify.waiting_by: at'])
  await owner.query('rollback')
})
