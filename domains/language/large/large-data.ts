import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type LargeRow = Selectable<DB['language.large']>

export function readLargeRow(tx: Tx): Promise<LargeRow | undefined> {
  return tx.selectFrom('language.large').selectAll().executeTakeFirst()
}

export async function saveLargeRow(tx: Tx, row: Insertable<DB['language.large']>): Promise<void> {
  const { brand_id, ...rest } = row
  await tx
    .insertInto('language.large')
    .values(row)
    .onConflict((c) => c.column('brand_id').doUpdateSet(rest))
    .execute()
}

/** One more answer that was of use: the faults before it are forgotten. */
export async function noteAnswer(tx: Tx, health: object): Promise<void> {
  await sql`update language.large set calls = calls + 1, failures = 0, rest_until = null, health = ${JSON.stringify(health)}::jsonb`.execute(
    tx,
  )
}

/** One more that was none; the row says how many there were in a row. */
export async function noteFault(
  tx: Tx,
  health: object,
  { rest, after }: { rest: Date; after: number },
): Promise<void> {
  await sql`update language.large set calls = calls + 1, fallbacks = fallbacks + 1, failures = failures + 1,
    rest_until = case when failures + 1 >= ${after}::int then ${rest}::timestamptz else rest_until end,
    health = health || ${JSON.stringify(health)}::jsonb`.execute(tx)
}

export async function noteSpared(tx: Tx): Promise<void> {
  await sql`update language.large set fallbacks = fallbacks + 1`.execute(tx)
}
