import { type Selectable, sql } from 'kysely'
import type { SeriesKind } from '#contracts/insights'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Seasons } from '../early/seasons.ts'
import type { SeriesRef } from './series-of.ts'

export async function brandsWaiting(db: Database['open'], at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select insights.brands_waiting(${at}, 50) as id`.execute(db)
  return rows.map((row) => row.id)
}

/** Whoever listens to a brand does so alone; another worker goes on to the next. */
export async function listenAlone(tx: Tx, brandId: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('insights.listen'), hashtext(${brandId})) as mine`.execute(tx)
  return rows[0]!.mine
}

/** A ticket that waits, as far as it had been told when it was looked up. */
export type Waiting = { id: string; rev: number }

export async function waitingTickets(tx: Tx, at: Date, most: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`/* kept plan */
    select ticket_id as id, rev from insights.heard where next_try_at <= ${at} order by at, ticket_id limit ${most}`.execute(
    tx,
  )
  return rows
}

/** What was told anew meanwhile, or is being told just now, goes on waiting; nobody is waited for. */
export async function forgetHeard(tx: Tx, heard: readonly Waiting[]): Promise<void> {
  await sql`/* kept plan */ delete from insights.heard where (brand_id, ticket_id) in (
    select h.brand_id, h.ticket_id from unnest(${heard.map((one) => one.id)}::uuid[], ${heard.map((one) => one.rev)}::int[]) as w(id, rev)
    join insights.heard h on h.brand_id = platform.brand() and h.ticket_id = w.id and h.rev = w.rev for update of h skip locked)`.execute(
    tx,
  )
}

/** What could not be listened to is tried again: after five seconds, then twice as long each time, at most an hour. */
export async function putOff(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await sql`update insights.heard set tries = tries + 1,
      next_try_at = ${now}::timestamptz + least(3600, 5 * power(2, least(tries, 10))) * interval '1 second'
    where ticket_id = any(${[...ids]}::uuid[])`.execute(tx)
}

export type VoiceRow = Selectable<DB['insights.voice']>

export function voicesKept(tx: Tx, ticketIds: readonly string[]): Promise<VoiceRow[]> {
  if (!ticketIds.length) return Promise.resolve([])
  return tx
    .selectFrom('insights.voice')
    .selectAll()
    .where(sql<boolean>`ticket_id = any(${[...ticketIds]}::uuid[])`)
    .execute()
}

/** What these people said about that time. */
export async function voicesOfPeople(
  tx: Tx,
  people: readonly Buffer[],
  from: Date,
  until: Date,
): Promise<Pick<VoiceRow, 'ticket_id' | 'at' | 'person' | 'counted'>[]> {
  const { rows } = await sql<Pick<VoiceRow, 'ticket_id' | 'at' | 'person' | 'counted'>>`/* kept plan */
    select ticket_id, at, person, counted from insights.voice
    where person = any(${[...people]}::bytea[]) and at >= ${from} and at <= ${until}`.execute(tx)
  return rows
}

export async function saveVoices(tx: Tx, rows: readonly VoiceRow[]): Promise<void> {
  if (!rows.length) return
  const given = rows.map((row) => ({ ...row, person: row.person.toString('hex') }))
  await sql`/* kept plan */
    insert into insights.voice (brand_id, ticket_id, at, bought_at, person, shop_id, urgent, said, counted)
    select brand_id, ticket_id, at, bought_at, decode(person, 'hex'), shop_id, urgent, said, counted
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(brand_id uuid, ticket_id uuid, at timestamptz, bought_at timestamptz, person text, shop_id uuid, urgent boolean, said text[], counted text[])
    on conflict (brand_id, ticket_id) do update set bought_at = excluded.bought_at, person = excluded.person, shop_id = excluded.shop_id, urgent = excluded.urgent,
      said = excluded.said, counted = excluded.counted`.execute(tx)
}

export type SeriesRow = Selectable<DB['insights.series']>

export async function readSeries(tx: Tx, refs: readonly SeriesRef[]): Promise<SeriesRow[]> {
  if (!refs.length) return []
  const { rows } = await sql<SeriesRow>`/* kept plan */
    select s.* from unnest(${refs.map((r) => r.kind)}::text[], ${refs.map((r) => r.key)}::text[]) as w(kind, key)
    join insights.series s on s.brand_id = platform.brand() and s.kind = w.kind and s.key = w.key`.execute(tx)
  return rows
}

export async function saveSeries(tx: Tx, rows: readonly SeriesRow[]): Promise<void> {
  if (!rows.length) return
  await sql`/* kept plan */
    insert into insights.series (brand_id, kind, key, r, last_at, voices, days, settled_at, quieted_at, recent_at, recent_ids)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(brand_id uuid, kind text, key text, r float8[], last_at timestamptz,
      voices float8, days float8, settled_at timestamptz, quieted_at timestamptz, recent_at timestamptz[], recent_ids uuid[])
    on conflict (brand_id, kind, key) do update set r = excluded.r, last_at = excluded.last_at, voices = excluded.voices, days = excluded.days,
      settled_at = excluded.settled_at, quieted_at = excluded.quieted_at, recent_at = excluded.recent_at, recent_ids = excluded.recent_ids`.execute(
    tx,
  )
}

export type Usual = {
  since: Date
  heard: Partial<Record<SeriesKind, number>>
  days: number
  there: Partial<Record<SeriesKind, number>>
  reckonedAt: Date
}

export async function readUsual(tx: Tx): Promise<Usual | null> {
  const row = await tx.selectFrom('insights.usual').selectAll().executeTakeFirst()
  if (!row) return null
  return {
    since: row.since,
    heard: row.heard as Usual['heard'],
    days: row.days,
    there: row.there as Usual['there'],
    reckonedAt: row.reckoned_at,
  }
}

export async function saveUsual(tx: Tx, brandId: string, usual: Usual): Promise<void> {
  const set = {
    since: usual.since,
    heard: JSON.stringify(usual.heard),
    days: usual.days,
    there: JSON.stringify(usual.there),
    reckoned_at: usual.reckonedAt,
  }
  await tx
    .insertInto('insights.usual')
    .values({ brand_id: brandId, ...set })
    .onConflict((c) => c.columns(['brand_id']).doUpdateSet(set))
    .execute()
}

/** Of these shops, and of the brand under its own id. */
export async function readSeasons(tx: Tx, ids: readonly string[]): Promise<Map<string, Seasons>> {
  const { rows } = await sql<Seasons & { shop_id: string }>`/* kept plan */
    select shop_id, hours::float8[] as hours, coalesce(shifts, hours)::float8[] as shifts from insights.season where shop_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ shop_id, hours, shifts }) => [shop_id, { hours, shifts }]))
}

export async function saveSeasons(
  tx: Tx,
  brandId: string,
  seasons: ReadonlyMap<string, Seasons>,
): Promise<void> {
  const given = [...seasons].map(([shop_id, own]) => ({ shop_id, ...own }))
  await sql`insert into insights.season (brand_id, shop_id, hours, shifts)
    select ${brandId}::uuid, shop_id, hours, shifts
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(shop_id uuid, hours float4[], shifts float4[])
    on conflict (brand_id, shop_id) do update set hours = excluded.hours, shifts = excluded.shifts`.execute(
    tx,
  )
}

/** In which hours of the week (Monday 0:00 first, in this zone) that was bought which voices spoke of; of how many it is known. */
export async function boughtHours(
  tx: Tx,
  zone: string,
  since: Date,
): Promise<{ hour: number; n: number; known: number }[]> {
  const { rows } = await sql<{ hour: number; n: number; known: number }>`
    select ((extract(isodow from at) - 1) * 24 + extract(hour from at))::int as hour, count(*)::int as n, count(bought_at)::int as known
    from (select coalesce(bought_at, at) at time zone ${zone} as at, bought_at from insights.voice
      where at >= ${since} and cardinality(counted) > 0) v
    group by 1`.execute(tx)
  return rows
}

/** Series of which nothing was heard for so long stand where new ones do; voices that old are asked for by nobody. */
export async function forgetOld(tx: Tx, before: Date): Promise<void> {
  await sql`delete from insights.series where last_at < ${before}`.execute(tx)
  await sql`delete from insights.voice where at < ${before}`.execute(tx)
}

/** How many series of each kind were heard of. */
export async function countKept(tx: Tx): Promise<Map<SeriesKind, number>> {
  const { rows } = await sql<{ kind: SeriesKind; n: number }>`
    select kind, count(*)::int as n from insights.series group by kind`.execute(tx)
  return new Map(rows.map((row) => [row.kind, row.n]))
}
