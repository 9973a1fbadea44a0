import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Scope } from '#platform/permissions'
import { seenBy } from '../file/visible-data.ts'

export type MatchRow = Selectable<DB['customers.match']> & { one_head: string; other_head: string }

/** Open pairs inside this family are settled: they are shown in one file now. */
export async function settleMatches(
  tx: Tx,
  headId: string,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await sql`update customers.match m set state = 'merged', decided_at = ${at}, decided_by = ${by}
    from customers.customer a, customers.customer b
    where m.state = 'open' and a.brand_id = m.brand_id and a.id = m.one_id and b.brand_id = m.brand_id and b.id = m.other_id
      and a.head_id = ${headId}::uuid and b.head_id = ${headId}::uuid`.execute(tx)
}

/** Somebody knows that these are two people: never proposed again. */
export async function rejectPair(
  tx: Tx,
  ctx: Ctx,
  pair: readonly [string, string],
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  const [one_id, other_id] = [...pair].sort() as [string, string]
  const set = { state: 'rejected', decided_at: ctx.now(), decided_by: by, reason }
  await tx
    .insertInto('customers.match')
    .values({
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      one_id,
      other_id,
      probability: 0,
      reasons: '[]',
      found_at: ctx.now(),
      ...set,
    })
    .onConflict((c) => c.columns(['brand_id', 'one_id', 'other_id']).doUpdateSet(set))
    .execute()
}

/** Two heads of which neither a merge nor a colleague has said what they are, the surest first; each pair of heads once, by its surest reason. */
export async function openMatches(
  tx: Tx,
  { scope, customer }: { scope: Scope | null; customer: string | null },
  after: { probability: number; id: string } | null,
  limit: number,
): Promise<MatchRow[]> {
  const of = customer
    ? sql`and ${customer}::uuid in (a.head_id, b.head_id)`
    : after
      ? sql`and (m.probability, m.id) < (${after.probability}::real, ${after.id}::uuid)`
      : sql``
  const rows = await sql<MatchRow>`
    select m.*, a.head_id as one_head, b.head_id as other_head from customers.match m
      join customers.customer a on a.brand_id = m.brand_id and a.id = m.one_id
      join customers.customer b on b.brand_id = m.brand_id and b.id = m.other_id
    where m.state = 'open' and a.head_id <> b.head_id ${of} and ${seenBy(scope, 'a.head_id')} and ${seenBy(scope, 'b.head_id')}
    order by m.probability desc, m.id desc limit ${limit}`.execute(tx)
  return rows.rows
}

export async function countMatches(tx: Tx, most: number): Promise<number> {
  const row = await sql<{
    n: number
  }>`select count(*)::int as n from (select from customers.match where state = 'open' limit ${most}) x`.execute(
    tx,
  )
  return row.rows[0]!.n
}

export function lockMatch(tx: Tx, id: string) {
  return tx.selectFrom('customers.match').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Every open pair between the two families: what was said of one pair is said of all. */
export async function rejectBetween(
  tx: Tx,
  heads: readonly [string, string],
  set: { decided_at: Date; decided_by: string; reason: string },
): Promise<void> {
  await sql`update customers.match m set state = 'rejected', decided_at = ${set.decided_at}, decided_by = ${set.decided_by}, reason = ${set.reason}
    from customers.customer a, customers.customer b
    where m.state = 'open' and a.brand_id = m.brand_id and a.id = m.one_id and b.brand_id = m.brand_id and b.id = m.other_id
      and a.head_id = any(${[...heads]}::uuid[]) and b.head_id = any(${[...heads]}::uuid[])`.execute(tx)
}
