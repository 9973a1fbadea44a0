import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Place } from '#platform/keyset'

export type CheckUpRow = Selectable<DB['customers.check_up']>
export type StaleRow = {
  id: string
  number: number
  name_masked: string
  value: string
  known_at: Date
}

/** Confirmed, ordered (anybody of the family) or made: whichever was last. */
const KNOWN_AT = sql<Date>`greatest(c.checked_at, c.created_at, case when c.shared
  then (select max(g.last_order_at) from customers.customer m join customers.facts g on g.brand_id = m.brand_id and g.customer_id = m.id
    where m.brand_id = c.brand_id and m.head_id = c.id)
  else f.last_order_at end)`

/** Has something that can be wrong and a way to be asked: an identity or an address, in any file of the family. */
const REACHABLE = sql<boolean>`exists (select from customers.customer m join customers.identity i on i.brand_id = m.brand_id and i.customer_id = m.id
  where m.brand_id = c.brand_id and m.head_id = c.id)`

const askedSince = (since: Date) => sql<boolean>`exists (select from customers.customer m
  join customers.check_up k on k.brand_id = m.brand_id and k.customer_id = m.id
  where m.brand_id = c.brand_id and m.head_id = c.id and k.asked_at >= ${since})`

/** Said by the customer: not to be contacted for this. A later consent to the same purpose takes it back. */
const UNWILLING = sql<boolean>`exists (select from customers.customer m
  join customers.consent w on w.brand_id = m.brand_id and w.customer_id = m.id
  where m.brand_id = c.brand_id and m.head_id = c.id and w.purpose in ('service', 'check_up') and w.withdrawn_at is not null
    and not exists (select from customers.customer n join customers.consent s on s.brand_id = n.brand_id and s.customer_id = n.id
      where n.brand_id = c.brand_id and n.head_id = c.id and s.purpose = w.purpose and s.withdrawn_at is null and s.given_at >= w.withdrawn_at))`

const stale = (before: Date, askedAfter: Date) => sql`from customers.customer c
  left join customers.facts f on f.brand_id = c.brand_id and f.customer_id = c.id
  where c.merged_into is null and ${KNOWN_AT} < ${before} and ${REACHABLE} and not ${askedSince(askedAfter)} and not ${UNWILLING}`

/** Files out of date that may be asked, whoever is known longest first. */
export async function staleFiles(
  tx: Tx,
  before: Date,
  askedAfter: Date,
  after: Place | null,
  limit: number,
): Promise<StaleRow[]> {
  const from = after ? sql`and (${KNOWN_AT}, c.id) > (${after.at}, ${after.id}::uuid)` : sql``
  const rows = await sql<StaleRow>`select c.id, c.number, c.name_masked, c.value, ${KNOWN_AT} as known_at
    ${stale(before, askedAfter)} ${from} order by known_at, c.id limit ${limit}`.execute(tx)
  return rows.rows
}

export async function countStale(tx: Tx, before: Date, askedAfter: Date, most: number): Promise<number> {
  const rows = await sql<{
    n: number
  }>`select count(*)::int as n from (select ${stale(before, askedAfter)} limit ${most}) x`.execute(tx)
  return rows.rows[0]!.n
}

/** Of these files, the heads that may be asked now. */
export async function askable(tx: Tx, ids: readonly string[], askedAfter: Date): Promise<string[]> {
  const rows = await sql<{ id: string }>`select c.id from customers.customer c
    where c.id in (select head_id from customers.customer where id = any(${[...ids]}::uuid[])) and c.merged_into is null
      and ${REACHABLE} and not ${askedSince(askedAfter)} and not ${UNWILLING} order by c.id for no key update of c`.execute(
    tx,
  )
  return rows.rows.map((r) => r.id)
}

export async function insertCheckUps(tx: Tx, rows: CheckUpRow[]): Promise<void> {
  if (rows.length) await tx.insertInto('customers.check_up').values(rows).execute()
}

export type AskedRow = CheckUpRow & Omit<StaleRow, 'id'> & { head_id: string }

/** Questions of the last months, newest first; `answered` or not yet. */
export async function askedFiles(
  tx: Tx,
  answered: boolean,
  after: Place | null,
  limit: number,
): Promise<AskedRow[]> {
  const from = after ? sql`and (k.asked_at, k.id) < (${after.at}, ${after.id}::uuid)` : sql``
  const states = answered ? ['confirmed', 'changed', 'declined'] : ['waiting', 'sent', 'unsent']
  const rows =
    await sql<AskedRow>`select k.*, c.id as head_id, c.number, c.name_masked, c.value, ${KNOWN_AT} as known_at
    from customers.check_up k join customers.customer o on o.brand_id = k.brand_id and o.id = k.customer_id
    join customers.customer c on c.brand_id = o.brand_id and c.id = o.head_id
    left join customers.facts f on f.brand_id = c.brand_id and f.customer_id = c.id
    where k.brand_id = platform.brand() and k.state = any(${states}::text[]) ${from} order by k.asked_at desc, k.id desc limit ${limit}`.execute(
      tx,
    )
  return rows.rows
}

export async function countAsked(
  tx: Tx,
  since: Date,
): Promise<{ asked: number; answered: number; changed: number }> {
  const rows = await sql<{ asked: number; answered: number; changed: number }>`select count(*)::int as asked,
      count(*) filter (where answered_at is not null)::int as answered, count(*) filter (where state = 'changed')::int as changed
    from customers.check_up where asked_at >= ${since}`.execute(tx)
  return rows.rows[0]!
}

type Key = { brand_id: string; check_up_id: string }

export async function checkUpByToken(db: Kysely<DB>, hash: Buffer): Promise<Key | undefined> {
  return (await sql<Key>`select * from customers.check_up_by_token(${hash})`.execute(db)).rows[0]
}

export async function dueCheckUps(db: Kysely<DB>, at: Date, most: number): Promise<Key[]> {
  return (await sql<Key>`select * from customers.check_ups_due(${at}, ${most}::int)`.execute(db)).rows
}

/** Undefined when somebody else has it in hand. */
export function lockCheckUp(tx: Tx, id: string, skipLocked = false): Promise<CheckUpRow | undefined> {
  let query = tx.selectFrom('customers.check_up').selectAll().where('id', '=', id).forUpdate()
  if (skipLocked) query = query.skipLocked()
  return query.executeTakeFirst()
}

export async function updateCheckUp(
  tx: Tx,
  id: string,
  set: Partial<Pick<CheckUpRow, 'state' | 'sent_at' | 'way' | 'answered_at'>>,
): Promise<void> {
  await tx.updateTable('customers.check_up').set(set).where('id', '=', id).execute()
}
