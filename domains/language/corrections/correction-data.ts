import { type Insertable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Judged } from './judged.ts'

export type CorrectionRow = {
  ticket_id: string
  at: Date
  said: Judged
  base: unknown
  meant: Judged
  grams: number[]
  layer_id: string | null
}

export async function findCorrection(tx: Tx, ticketId: string): Promise<CorrectionRow | undefined> {
  const row = await tx
    .selectFrom('language.correction')
    .select(['ticket_id', 'at', 'said', 'base', 'meant', 'grams', 'layer_id'])
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst()
  return row as CorrectionRow | undefined
}

export async function saveCorrection(tx: Tx, row: Insertable<DB['language.correction']>): Promise<void> {
  const { brand_id, ticket_id, ...rest } = row
  await tx
    .insertInto('language.correction')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'ticket_id']).doUpdateSet(rest))
    .execute()
}

export type Counted = { field: string; said: string; meant: string }

/** Adds to the counts of the week in which `at` lies, by the brand's own calendar; `by` is −1 where it is taken back. */
export async function count(
  tx: Tx,
  brandId: string,
  at: Date,
  rows: readonly Counted[],
  by: number,
): Promise<void> {
  for (const { field, said, meant } of rows) {
    await sql`insert into language.tally (brand_id, week, field, said, meant, count)
      select ${brandId}::uuid, date_trunc('week', ${at}::timestamptz at time zone b.zone)::date, ${field}, ${said}, ${meant}, ${by}::int
      from platform.brand b where b.id = ${brandId}::uuid
      on conflict (brand_id, week, field, said, meant) do update set count = language.tally.count + ${by}::int`.execute(
      tx,
    )
  }
}

/** From now on this brand learns; a brand that does so already keeps its day. */
export async function beginLearning(tx: Tx, brandId: string, at: Date): Promise<void> {
  await tx
    .insertInto('language.learner')
    .values({ brand_id: brandId, next_at: at })
    .onConflict((c) => c.column('brand_id').doNothing())
    .execute()
}
