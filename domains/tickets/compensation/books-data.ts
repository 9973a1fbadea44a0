import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'

/** `from` and `to` are instants; absent: without a beginning or end. */
export type BookFilter = {
  from?: Date | undefined
  to?: Date | undefined
  shop?: string | undefined
  kind?: string | undefined
  settled?: 'yes' | 'no' | undefined
  id?: string | undefined
}
export type BookRow = {
  id: string
  number: number
  shop_id: string | null
  kind: string
  amount_minor: number
  points: number
  currency: string
  proposed_by: string
  proposed_at: Date
  issued_at: Date
  approvers: string[]
  settled_at: Date | null
  settled_by: string | null
  reference: string
}

/** What was issued, newest first, after the row (issued_at, id) of the cursor. */
export async function issuedRows(
  tx: Tx,
  scope: Scope | null,
  filter: BookFilter,
  after: { at: Date; id: string } | null,
  most: number,
): Promise<BookRow[]> {
  const { rows } = await sql<BookRow>`
    select c.id, t.number, c.shop_id, c.kind, c.amount_minor, c.points, c.currency, c.proposed_by, c.proposed_at, c.issued_at,
      c.settled_at, c.settled_by, case when c.kind = 'refund' then c.reference else '' end as reference,
      array(select a.decided_by from tickets.approval a where a.brand_id = c.brand_id and a.compensation_id = c.id
        and a.state = 'approved' order by a.step) as approvers
    from tickets.compensation c join tickets.ticket t on t.brand_id = c.brand_id and t.id = c.ticket_id
    where ${matching(scope, filter)}
      and ${after ? sql<boolean>`(c.issued_at, c.id) < (${after.at}, ${after.id}::uuid)` : sql<boolean>`true`}
    order by c.issued_at desc, c.id desc limit ${most}`.execute(tx)
  return rows
}

function matching(scope: Scope | null, { from, to, shop, kind, settled, id }: BookFilter) {
  const none = sql<boolean>`true`
  return sql<boolean>`c.brand_id = platform.brand() and c.state = 'issued' and ${inScope(scope, { shop: 'c.shop_id' })}
    and ${from ? sql<boolean>`c.issued_at >= ${from}` : none} and ${to ? sql<boolean>`c.issued_at < ${to}` : none}
    and ${shop ? sql<boolean>`c.shop_id = ${shop}::uuid` : none} and ${kind ? sql<boolean>`c.kind = ${kind}` : none}
    and ${id ? sql<boolean>`c.id = ${id}::uuid` : none}
    and ${settled ? sql<boolean>`c.kind = 'refund' and c.settled_at is ${settled === 'yes' ? sql`not null` : sql`null`}` : none}`
}

export type SumRow = { shop_id: string | null; kind: string; count: number; amount: number }

/** Sums of what was issued, by shop and kind. */
export async function sumsOf(tx: Tx, scope: Scope | null, filter: BookFilter): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    select c.shop_id, c.kind, count(*)::int as count, sum(c.amount_minor)::bigint as amount
    from tickets.compensation c where ${matching(scope, filter)} group by c.shop_id, c.kind`.execute(tx)
  return rows
}

/** The same by month on the clock of `zone`. */
export async function sumsByMonth(tx: Tx, scope: Scope | null, filter: BookFilter, zone: string) {
  const { rows } = await sql<{ month: string; count: number; amount: number }>`
    select to_char(c.issued_at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as count, sum(c.amount_minor)::bigint as amount
    from tickets.compensation c where ${matching(scope, filter)} group by 1 order by 1`.execute(tx)
  return rows
}

/** One issued row, locked, for settling. */
export async function lockIssued(tx: Tx, scope: Scope | null, id: string) {
  return tx
    .selectFrom('tickets.compensation')
    .select(['id', 'ticket_id', 'kind', 'amount_minor', 'currency', 'state', 'reference', 'settled_at'])
    .where('id', '=', id)
    .where('state', '=', 'issued')
    .where(inScope(scope, { shop: 'shop_id' }))
    .forUpdate()
    .executeTakeFirst()
}

export async function ticketNumber(tx: Tx, ticketId: string): Promise<number> {
  const row = await tx
    .selectFrom('tickets.ticket')
    .select('number')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return row.number
}
