import { type Selectable, sql } from 'kysely'
import type { SegmentGroup, SegmentRule } from '#contracts/customers/segments'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { CustomerRow } from '../file/customer-data.ts'
import { askedBy, type Meant } from './rule-data.ts'

export type SegmentRow = Omit<Selectable<DB['customers.segment']>, 'rule'> & { rule: SegmentRule }
export const MOST_SEGMENTS = 200

function heads(rule: SegmentGroup, meant: Meant) {
  const { beside, where } = askedBy(rule, meant)
  return sql`from customers.customer c left join customers.facts f on f.brand_id = c.brand_id and f.customer_id = c.id
    ${sql.join(beside, sql` `)} where c.merged_into is null and ${where}`
}

/** How many, counted no further than `most`. */
export async function countHeads(tx: Tx, rule: SegmentGroup, meant: Meant, most: number): Promise<number> {
  const rows = await sql<{
    n: number
  }>`select count(*)::int as n from (select ${heads(rule, meant)} limit ${most}) x`.execute(tx)
  return rows.rows[0]!.n
}

/** Heads after an id, in the order of their ids: nobody is left out or doubled while files change. */
export async function pageOfHeads(
  tx: Tx,
  rule: SegmentGroup,
  meant: Meant,
  after: string | null,
  limit: number,
): Promise<CustomerRow[]> {
  const from = after ? sql`and (c.brand_id, c.id) > (platform.brand(), ${after}::uuid)` : sql``
  const rows = await sql<CustomerRow>`select c.* ${heads(rule, meant)} ${from}
    order by c.brand_id, c.id limit ${limit}`.execute(tx)
  return rows.rows
}

/** For this transaction: a single statement may take so long, and sort in memory what a brand of a million needs. */
export async function allowMs(tx: Tx, ms: number): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(ms)}, true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(
    tx,
  )
}

export async function listSegments(tx: Tx): Promise<SegmentRow[]> {
  const rows = await tx
    .selectFrom('customers.segment')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(MOST_SEGMENTS)
    .execute()
  return rows as unknown as SegmentRow[]
}

export async function findSegment(tx: Tx, id: string, lock = false): Promise<SegmentRow | undefined> {
  let query = tx
    .selectFrom('customers.segment')
    .selectAll()
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  if (lock) query = query.forUpdate()
  return (await query.executeTakeFirst()) as SegmentRow | undefined
}

export async function countSegments(tx: Tx): Promise<number> {
  const row = await sql<{
    n: number
  }>`select count(*)::int as n from customers.segment where archived_at is null`.execute(tx)
  return row.rows[0]!.n
}

/** False when another one has that name. */
export async function insertSegment(tx: Tx, row: SegmentRow): Promise<boolean> {
  const made = await tx
    .insertInto('customers.segment')
    .values({ ...row, rule: JSON.stringify(row.rule) })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function nameTaken(tx: Tx, name: string, besides: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customers.segment')
    .select('id')
    .where('name', '=', name)
    .where('archived_at', 'is', null)
    .where('id', '<>', besides)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateSegment(
  tx: Tx,
  id: string,
  { rule, ...set }: Partial<Omit<SegmentRow, 'brand_id' | 'id'>>,
): Promise<void> {
  await tx
    .updateTable('customers.segment')
    .set({ ...set, ...(rule ? { rule: JSON.stringify(rule) } : {}) })
    .where('id', '=', id)
    .execute()
}
