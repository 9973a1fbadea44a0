import { sql } from 'kysely'
import type { IdentityKind, IdentityOrigin } from '#contracts/customers'
import type { Tx } from '#platform/db/database'

/** One thing by which somebody is known; byte columns in hex. `n` says whose of those that are given, `customer_id` the file to make for them. */
export type GivenIdentity = {
  n: number
  /** Of the deciding ones the lowest that is known says whose file it is. */
  rank: number
  decides: boolean
  customer_id: string
  identity_id: string
  kind: IdentityKind
  value_index: string
  value_enc: string
  masked: string
  proof: IdentityOrigin
  tail_index: string | null
}
export type GivenPerson = {
  n: number
  customer_id: string
  name_enc: string | null
  name_masked: string
  name_index: string | null
  language: string | null
}
export type Claimed = {
  value_index: string
  customer_id: string
  proof: IdentityOrigin
  /** Was there before; null of what somebody else is making in this moment. */
  name_enc: Buffer | null
  name_masked: string | null
  known: boolean
}

/**
 * One file for each person, whoever comes first: an identity that exists keeps its customer, and so does one that another transaction makes meanwhile.
 * Shape: returns value_index (hex) → whose it is. Identities are written in the order of their index, so that two transactions never wait for
 *        each other crosswise. The file that lost such a race is left without identities: see `dropLosers`.
 */
export async function claimIdentities(
  tx: Tx,
  brandId: string,
  at: Date,
  people: GivenPerson[],
  identities: GivenIdentity[],
): Promise<Map<string, Claimed>> {
  const claimed = await sql<Claimed>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) as x(n int, rank int, decides boolean, customer_id uuid,
        identity_id uuid, kind text, value_index text, value_enc text, masked text, proof text, tail_index text)),
    existing as (select g.n, g.rank, g.decides, g.value_index, i.customer_id, i.proof from given g join customers.identity i
        on i.brand_id = ${brandId}::uuid and i.kind = g.kind and i.value_index = decode(g.value_index, 'hex')),
    owner as (select distinct on (n) n, customer_id from existing where decides order by n, rank),
    fresh as (select g.*, coalesce(o.customer_id, g.customer_id) as owner_id from given g left join owner o on o.n = g.n
        where not exists (select from existing e where e.value_index = g.value_index)),
    people as (insert into customers.customer (brand_id, id, name_enc, name_masked, name_index, language, created_at, updated_at, match_due_at)
      select ${brandId}::uuid, p.customer_id, decode(p.name_enc, 'hex'), p.name_masked, decode(p.name_index, 'hex'), p.language, ${at}, ${at}, ${at}
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(n int, customer_id uuid, name_enc text, name_masked text, name_index text, language text)
      where not exists (select from owner o where o.n = p.n) returning id),
    mine as (insert into customers.identity (brand_id, id, customer_id, kind, value_enc, value_index, masked, proof, tail_index, created_at)
      select ${brandId}::uuid, identity_id, owner_id, kind, decode(value_enc, 'hex'), decode(value_index, 'hex'), masked, proof, decode(tail_index, 'hex'), ${at}
      from fresh where (select count(*) from people) >= 0 order by value_index
      on conflict (brand_id, kind, value_index) do update set masked = excluded.masked
      returning value_index, customer_id, proof)
    select e.value_index, e.customer_id, e.proof, c.name_enc, c.name_masked, true as known
      from existing e join customers.customer c on c.brand_id = ${brandId}::uuid and c.id = e.customer_id
    union all select encode(value_index, 'hex'), customer_id, proof, null, null, false from mine`.execute(tx)
  return new Map(claimed.rows.map((row) => [row.value_index, row]))
}

/** Files that were made in the moment in which another transaction made one for the same person: what they hold goes to that one. */
export async function dropLosers(tx: Tx, lost: { from: string; to: string }[]): Promise<void> {
  if (!lost.length) return
  const given = JSON.stringify(lost)
  await sql`update customers.identity i set customer_id = x.to
    from jsonb_to_recordset(${given}::jsonb) as x("from" uuid, "to" uuid) where i.customer_id = x.from`.execute(
    tx,
  )
  await sql`delete from customers.customer c
    using jsonb_to_recordset(${given}::jsonb) as x("from" uuid) where c.id = x.from`.execute(tx)
}

/** What was only typed so far is proven now. */
export async function proveIdentities(tx: Tx, rows: { value_index: string; proof: IdentityOrigin }[]) {
  if (!rows.length) return
  await sql`update customers.identity i set proof = x.proof
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(value_index text, proof text)
    where i.value_index = decode(x.value_index, 'hex') and i.proof = 'typed'`.execute(tx)
}

/** Files without a name get the one that was said now. Shape: byte columns in hex. */
export async function nameNameless(
  tx: Tx,
  at: Date,
  rows: Pick<GivenPerson, 'customer_id' | 'name_enc' | 'name_masked' | 'name_index'>[],
): Promise<void> {
  if (!rows.length) return
  await sql`update customers.customer c set name_enc = decode(x.name_enc, 'hex'), name_masked = x.name_masked, name_index = decode(x.name_index, 'hex'),
      updated_at = ${at}, match_due_at = ${at}
    from (select distinct on (customer_id) * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(customer_id uuid, name_enc text, name_masked text, name_index text)
      order by customer_id) x
    where c.id = x.customer_id and c.name_enc is null`.execute(tx)
}

/** Files of people of whom only a name is known. */
export async function insertNamed(tx: Tx, brandId: string, at: Date, people: GivenPerson[]): Promise<void> {
  if (!people.length) return
  await sql`insert into customers.customer (brand_id, id, name_enc, name_masked, name_index, language, created_at, updated_at, match_due_at)
    select ${brandId}::uuid, customer_id, decode(name_enc, 'hex'), name_masked, decode(name_index, 'hex'), language, ${at}, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(customer_id uuid, name_enc text, name_masked text, name_index text, language text)`.execute(
    tx,
  )
}

/** Shape: `index` in hex. A device seen before moves its last day on; a new one is a reason to look for the same person again. */
export async function noteDevices(
  tx: Tx,
  brandId: string,
  at: Date,
  rows: { customer_id: string; index: string }[],
): Promise<void> {
  if (!rows.length) return
  await sql`with seen as (insert into customers.device (brand_id, customer_id, device_index, first_at, last_at)
      select distinct ${brandId}::uuid, customer_id, decode(index, 'hex'), ${at}::timestamptz, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(customer_id uuid, index text) order by 2, 3
      on conflict (brand_id, customer_id, device_index) do update set last_at = excluded.last_at where device.last_at < excluded.last_at - interval '1 day'
      returning customer_id, first_at = ${at}::timestamptz as fresh)
    update customers.customer c set match_due_at = ${at} from seen where seen.fresh and c.id = seen.customer_id and c.match_due_at is null`.execute(
    tx,
  )
}

export function findIdentity(tx: Tx, kind: string, valueIndex: Buffer) {
  return tx
    .selectFrom('customers.identity')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value_index', '=', valueIndex)
    .executeTakeFirst()
}
