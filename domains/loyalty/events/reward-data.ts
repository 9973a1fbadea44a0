import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type GivenReward = {
  kind: 'coupon' | 'points'
  amount_minor: number
  points: number
  currency: string
  code: string
  expires_at: Date | null
}

/** What was issued for a source, out of either ledger. */
export async function findGiven(tx: Tx, source: string): Promise<GivenReward | undefined> {
  const coupon = await tx
    .selectFrom('loyalty.coupon')
    .select(['amount_minor', 'currency', 'code', 'expires_at'])
    .where('source', '=', source)
    .executeTakeFirst()
  if (coupon) return { kind: 'coupon', ...coupon, amount_minor: Number(coupon.amount_minor), points: 0 }
  const entry = await tx
    .selectFrom('loyalty.points_entry')
    .select('points')
    .where('source', '=', source)
    .executeTakeFirst()
  if (!entry) return undefined
  return { kind: 'points', amount_minor: 0, points: entry.points, currency: '', code: '', expires_at: null }
}

export type LedgerRow = {
  id: string
  at: Date
  event_id: string
  kind: 'coupon' | 'points'
  amount_minor: number
  points: number
  currency: string
  state: 'issued' | 'redeemed' | 'expired' | 'reversed'
}

const OF_EVENTS = sql`
  select id, issued_at as at, split_part(source, ':', 2)::uuid as event_id, 'coupon' as kind, amount_minor::int, 0 as points, currency, state
    from loyalty.coupon where source like 'event:%'
  union all
  select id, at, split_part(source, ':', 2)::uuid, 'points', 0, points, '', 'issued'
    from loyalty.points_entry where source like 'event:%'`

/** What events gave, the newest first. */
export async function ledgerRows(
  tx: Tx,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<LedgerRow[]> {
  const from = after ? sql`where (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<LedgerRow>`
    select * from (${OF_EVENTS}) given ${from} order by at desc, id desc limit ${limit}`.execute(tx)
  return rows
}

export type LedgerTotal = {
  event_id: string
  kind: 'coupon' | 'points'
  currency: string
  count: number
  given: number
}

export async function ledgerTotals(tx: Tx): Promise<LedgerTotal[]> {
  const { rows } = await sql<LedgerTotal>`
    select event_id, kind, currency, count(*)::int as count, sum(amount_minor + points)::float8 as given
    from (${OF_EVENTS}) given group by event_id, kind, currency order by max(at) desc limit 200`.execute(tx)
  return rows
}

/** What the events of these ids are called, and their budgets. */
export async function eventNames(tx: Tx, ids: string[]) {
  if (!ids.length) return []
  return tx
    .selectFrom('loyalty.event')
    .select(['id', 'name', 'reward_budget'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
}
