import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { FEW, likeliest } from './anchor-data.ts'
import { type Asked, base, narrowed, orderBy, orderFor, standpoint, whole, windowSql } from './asked-data.ts'
import { viewSql } from './view-data.ts'

export type Counted = { count: number; more: boolean }

/**
 * How many rows several lists have, all in one statement, each counted to `most` and after so many looked at no further: `more` then says that
 * there are at least so many.
 */
export async function countPages(tx: Tx, lists: readonly Asked[], most: number): Promise<Counted[]> {
  if (!lists.length) return []
  const counts = lists.map((given) => {
    const asked = narrowed(given)
    const anchor = likeliest(asked, standpoint(asked))
    const order = orderFor(asked)
    const looked = anchor
      ? sql`select t.* from tickets.ticket t where t.id in (select id from (${anchor(FEW)}) few offset 0)`
      : windowSql(asked, order, '', null, FEW)
    const counted = sql`${viewSql(asked.view, asked.reader)} and ${whole(asked)}`
    return sql`(select array[count(*) filter (where ${counted})::int, count(*)::int] from (${looked}) t)`
  })
  const { rows } = await sql<{
    counts: [number, number][]
  }>`select array[${sql.join(counts)}] as counts`.execute(tx)
  return rows[0]!.counts.map(([count, looked]) => ({
    count: Math.min(count, most),
    more: count >= most || looked >= FEW,
  }))
}

/** Just the ids, in the list's order, for what is done with all of them. Not bounded in what it looks at: for deeds and files, not for screens. */
export function idsSql(given: Asked, most: number): RawBuilder<unknown> {
  const asked = narrowed(given)
  const order = orderFor(asked)
  return sql`select t.id from tickets.ticket t where ${base(asked, order, '', null)} and ${whole(asked)} ${orderBy(order)} limit ${most}`
}

/** Longest that a person waits for a count; a filter that takes longer has to be narrowed. */
const COUNT_MS = 5000

/** Null when the filter takes too long. */
export async function countAll(tx: Tx, given: Asked, most: number): Promise<number | null> {
  const asked = narrowed(given)
  await sql`savepoint counting`.execute(tx)
  await sql`set local statement_timeout = ${sql.lit(COUNT_MS)}`.execute(tx)
  try {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from tickets.ticket t
      where ${viewSql(asked.view, asked.reader)} and ${whole(asked)} limit ${most}) x`.execute(tx)
    await sql`set local statement_timeout = 0`.execute(tx)
    return rows[0]!.n
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error
    await sql`rollback to savepoint counting`.execute(tx)
    return null
  }
}
