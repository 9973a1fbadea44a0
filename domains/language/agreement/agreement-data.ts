import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type Tally = { week: string; field: string; said: string; meant: string; count: number }

/** What was counted in the last so many weeks, this one among them. */
export async function readTallies(tx: Tx, now: Date, weeks: number): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select to_char(t.week, 'YYYY-MM-DD') as week, t.field, t.said, t.meant, t.count from language.tally t
    where t.week > date_trunc('week', ${now}::timestamptz at time zone (select zone from platform.brand where id = t.brand_id))::date - ${weeks * 7}::int and t.count > 0
    order by t.week, t.field, t.said, t.meant`.execute(tx)
  return rows
}

/** The Mondays of the last so many weeks by the brand's calendar, the oldest first. */
export async function readWeeks(tx: Tx, brandId: string, now: Date, weeks: number): Promise<string[]> {
  const { rows } = await sql<{ week: string }>`
    select to_char(date_trunc('week', ${now}::timestamptz at time zone b.zone)::date - 7 * n, 'YYYY-MM-DD') as week
    from platform.brand b, generate_series(0, ${weeks - 1}::int) n where b.id = ${brandId}::uuid order by 1`.execute(
    tx,
  )
  return rows.map((row) => row.week)
}

/** The tickets that people last disagreed about, the newest first. */
export async function readDisagreed(tx: Tx, most: number) {
  const rows = await tx
    .selectFrom('language.correction')
    .select(['ticket_id', 'said', 'meant'])
    .orderBy('at', 'desc')
    .orderBy('ticket_id')
    .limit(most)
    .execute()
  return rows
}
