import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { CustomerRow } from '../file/customer-data.ts'

/** A block that more files share says nothing about one of them, and would be compared with half the brand. */
export const LARGEST_BLOCK = 60

export async function brandsToMatch(services: Services, until: Date): Promise<string[]> {
  const rows = await sql<{
    brand: string
  }>`select customers.matches_waiting(${until}) as brand`.execute(services.db.open)
  return rows.rows.map((r) => r.brand)
}

/** Files of which something new is known, locked against other workers. */
export function takeDue(tx: Tx, until: Date, most: number): Promise<CustomerRow[]> {
  return tx
    .selectFrom('customers.customer')
    .selectAll()
    .where('match_due_at', '<=', until)
    .orderBy('match_due_at')
    .orderBy('id')
    .limit(most)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()
}

export async function matched(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('customers.customer')
    .set({ match_due_at: null })
    .where('id', 'in', [...ids])
    .execute()
}

/** Files of the brand as the planner counts them: near enough for a probability, and never a scan. */
export async function countFiles(tx: Tx): Promise<number> {
  const row = await sql<{
    n: number
  }>`select count(*)::int as n from (select from customers.customer limit 20000) x`.execute(tx)
  const counted = row.rows[0]!.n
  if (counted < 20000) return counted
  const all = await sql<{
    n: number
  }>`select (max(number) - min(number) + 1)::int as n from customers.customer`.execute(tx)
  return Math.max(counted, all.rows[0]!.n)
}

export type Candidate = {
  own_id: string
  other_id: string
  what: 'name' | 'address' | 'place' | 'tail' | 'device'
  shared: number
}

/**
 * Other heads that share a name, an address, a house, the last four digits or a device with one of these files.
 * Shape: one row for each thing that two share, with how many files of the brand have it; blocks of more than 60 are left out, and pairs that a colleague has
 *        decided, in whatever file of the two families.
 */
export async function candidatesOf(tx: Tx, ids: readonly string[]): Promise<Candidate[]> {
  const rows = await sql<Candidate>`
    with own as (select m.id, m.head_id, m.name_index from customers.customer c join customers.customer m on m.brand_id = c.brand_id and m.head_id = c.head_id
        where c.id = any(${[...ids]}::uuid[])),
    keys as (
      select distinct head_id, 'name' as what, name_index as key from own where name_index is not null
      union select own.head_id, 'address', a.text_index from own join customers.address a on a.customer_id = own.id and a.state = 'active'
      union select own.head_id, 'place', a.place_index from own join customers.address a on a.customer_id = own.id and a.state = 'active' where a.place_index is not null
      union select own.head_id, 'tail', i.tail_index from own join customers.identity i on i.customer_id = own.id where i.tail_index is not null
      union select own.head_id, 'device', d.device_index from own join customers.device d on d.customer_id = own.id),
    blocks as (select k.what, k.key, k.head_id, o.id from (select distinct what, key, head_id from keys) k cross join lateral (
      select x.id from (
        select c.id from customers.customer c where k.what = 'name' and c.name_index = k.key
        union all select a.customer_id from customers.address a where k.what = 'address' and a.text_index = k.key and a.state = 'active'
        union all select a.customer_id from customers.address a where k.what = 'place' and a.place_index = k.key and a.state = 'active'
        union all select i.customer_id from customers.identity i where k.what = 'tail' and i.tail_index = k.key
        union all select d.customer_id from customers.device d where k.what = 'device' and d.device_index = k.key) x limit ${LARGEST_BLOCK + 1}) o),
    heads as (select distinct b.what, b.key, b.head_id, c.head_id as other_id from blocks b join customers.customer c on c.id = b.id),
    sized as (select *, count(*) over (partition by what, key, head_id)::int as shared from heads)
    select s.head_id as own_id, s.other_id, s.what, min(s.shared)::int as shared from sized s
    where s.other_id <> s.head_id and s.shared <= ${LARGEST_BLOCK}
      and not exists (select from customers.match m
        join customers.customer a on a.brand_id = m.brand_id and a.id = m.one_id join customers.customer b on b.brand_id = m.brand_id and b.id = m.other_id
        where m.state = 'rejected' and m.one_id in (select id from customers.customer where head_id in (s.head_id, s.other_id))
          and ((a.head_id = s.head_id and b.head_id = s.other_id) or (a.head_id = s.other_id and b.head_id = s.head_id)))
    group by 1, 2, 3`.execute(tx)
  return rows.rows
}

export type Traits = {
  head_id: string
  named: boolean
  birthday: string | null
  shops: string[]
  phones: number
}

/** What else is compared once two files have something in common, by head. */
export async function comparedOf(tx: Tx, heads: readonly string[]): Promise<Map<string, Traits>> {
  if (!heads.length) return new Map()
  const rows = await sql<Traits>`
    select h.id as head_id, h.name_index is not null as named, h.birthday_on || case when h.birthday_lunar then 'L' else '' end as birthday,
      coalesce((select array_agg(distinct s) from customers.customer m join customers.facts f on f.customer_id = m.id cross join unnest(f.shops) as s
        where m.head_id = h.id), '{}') as shops,
      (select count(*)::int from customers.customer m join customers.identity i on i.customer_id = m.id where m.head_id = h.id and i.kind = 'phone') as phones
    from customers.customer h where h.id = any(${[...heads]}::uuid[])`.execute(tx)
  return new Map(rows.rows.map((r) => [r.head_id, r]))
}

/** Names and numbers of files that are older than their keyed hashes. */
export async function tailless(tx: Tx, ids: readonly string[]): Promise<{ id: string; value_enc: Buffer }[]> {
  return tx
    .selectFrom('customers.identity')
    .select(['id', 'value_enc'])
    .where('customer_id', 'in', [...ids])
    .where('kind', '=', 'phone')
    .where('tail_index', 'is', null)
    .execute()
}

/** Shape: byte columns in hex. */
export async function saveIndexes(
  tx: Tx,
  names: readonly { id: string; index: string }[],
  tails: readonly { id: string; index: string }[],
): Promise<void> {
  if (names.length)
    await sql`update customers.customer c set name_index = decode(x.index, 'hex') from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as x(id uuid, index text)
      where c.id = x.id`.execute(tx)
  if (tails.length)
    await sql`update customers.identity i set tail_index = decode(x.index, 'hex') from jsonb_to_recordset(${JSON.stringify(tails)}::jsonb) as x(id uuid, index text)
      where i.id = x.id`.execute(tx)
}
