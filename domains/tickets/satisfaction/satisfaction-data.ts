import { type Insertable, sql } from 'kysely'
import type { SatisfactionBy } from '#contracts/tickets/followup'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export async function saveRating(tx: Tx, row: Insertable<DB['tickets.csat']>): Promise<void> {
  const { brand_id, ticket_id, cycle, ...set } = row
  await tx
    .insertInto('tickets.csat')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'ticket_id', 'cycle']).doUpdateSet(set))
    .execute()
}

export type Range = { scope: Scope | null; from: Date; to: Date; shop?: string | undefined }
const GROUP = { shop: 'shop_id', person: 'staff_id', category: 'category', team: 'team' } as const
const MOST_GROUPS = 100

/** Shape: `stars` counts one star, two, … five. */
export type Group = { key: string | null; count: number; sum: number; stars: number[] }

const counted = sql`count(*)::int as count, coalesce(sum(stars), 0)::int as sum,
  array[count(*) filter (where stars = 1), count(*) filter (where stars = 2), count(*) filter (where stars = 3),
    count(*) filter (where stars = 4), count(*) filter (where stars = 5)]::int[] as stars`

function within({ scope, from, to, shop }: Range) {
  return sql`brand_id = platform.brand() and at > ${from} and at <= ${to} and ${inScope(scope, { shop: 'shop_id' })}
    ${shop ? sql`and shop_id = ${shop}::uuid` : sql``}`
}

export async function totalOf(tx: Tx, range: Range): Promise<Group> {
  const { rows } =
    await sql<Group>`select null as key, ${counted} from tickets.csat where ${within(range)}`.execute(tx)
  return rows[0]!
}

/** The lowest average first; groups with few ratings after the others. */
export async function groupsOf(tx: Tx, range: Range, by: SatisfactionBy, few: number): Promise<Group[]> {
  const key = sql.ref(GROUP[by])
  const { rows } =
    await sql<Group>`select ${key}::text as key, ${counted} from tickets.csat where ${within(range)}
    group by ${key} order by (count(*) < ${few}), avg(stars), count(*) desc, ${key} limit ${MOST_GROUPS}`.execute(
      tx,
    )
  return rows
}

export async function reasonsOf(tx: Tx, range: Range): Promise<{ key: string; count: number }[]> {
  const { rows } = await sql<{ key: string; count: number }>`select r as key, count(*)::int as count
    from tickets.csat, unnest(reasons) as r where ${within(range)} group by r order by count(*) desc, r limit 12`.execute(
    tx,
  )
  return rows
}

export type RatingAfter = { stars: number; at: Date; ticketId: string }

/** The lowest first, and of those the newest. */
export function ratingsOf(
  tx: Tx,
  range: Range,
  group: { by: SatisfactionBy; key: string | null } | null,
  after: RatingAfter | null,
  most: number,
) {
  let q = tx
    .selectFrom('tickets.csat as c')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'c.brand_id').onRef('t.id', '=', 'c.ticket_id'),
    )
    .select([
      'c.ticket_id',
      'c.cycle',
      'c.stars',
      'c.reasons',
      'c.words',
      'c.via',
      'c.at',
      'c.staff_id',
      'c.shop_id',
      't.number',
      't.title',
    ])
    .where('c.at', '>', range.from)
    .where('c.at', '<=', range.to)
    .where(inScope(range.scope, { shop: 'c.shop_id' }))
  if (range.shop) q = q.where('c.shop_id', '=', range.shop)
  if (group) {
    const column = sql.ref(`c.${GROUP[group.by]}`)
    q = q.where(
      group.key === null ? sql<boolean>`${column} is null` : sql<boolean>`${column}::text = ${group.key}`,
    )
  }
  if (after)
    q = q.where(
      sql<boolean>`(c.stars > ${after.stars} or (c.stars = ${after.stars} and (c.at, c.ticket_id) < (${after.at}, ${after.ticketId}::uuid)))`,
    )
  return q
    .orderBy('c.stars')
    .orderBy('c.at', 'desc')
    .orderBy('c.ticket_id', 'desc')
    .limit(most + 1)
    .execute()
}
