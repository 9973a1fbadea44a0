import { sql } from 'kysely'
import type { z } from 'zod'
import type { Home } from '#contracts/tickets/home'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import type { ListRow } from '../filter/filter-data.ts'
import type { Reader } from '../filter/view-data.ts'
import { countLateTasks } from '../tasks/todo-data.ts'
import { COUNTED_TO } from './inbox-data.ts'

const DAYS = 7

/** P1 tickets that nobody has taken and about which this person was called. */
export function openAlarms(
  tx: Tx,
  scope: Scope | null,
  staffId: string,
): Promise<(ListRow & { raised_at: Date })[]> {
  return tx
    .selectFrom('tickets.alarm as a')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'a.brand_id').onRef('t.id', '=', 'a.ticket_id'),
    )
    .selectAll('t')
    .select('a.raised_at')
    .where('a.next_at', 'is not', null)
    .where('t.closed_at', 'is', null)
    .where(inScope(scope, { shop: 't.shop_id', owner: 't.assignee_id' }))
    .where((e) =>
      e.exists(
        e
          .selectFrom('tickets.notice as n')
          .select('n.id')
          .whereRef('n.brand_id', '=', 't.brand_id')
          .whereRef('n.ticket_id', '=', 't.id')
          .where('n.staff_id', '=', staffId)
          .where('n.kind', '=', 'alarm'),
      ),
    )
    .orderBy('a.raised_at', 'desc')
    .limit(5)
    .execute()
}

export async function countMine(tx: Tx, reader: Reader): Promise<z.infer<typeof Home>['mine']> {
  if (!reader.scope) return { open: 0, dueSoon: 0, breached: 0, waiting: 0 }
  const soon = new Date(reader.now.getTime() + 2 * 3_600_000)
  const { rows } = await sql<{ open: number; soon: number; breached: number; waiting: number }>`
    select count(*)::int as open, count(*) filter (where due_at > ${reader.now} and due_at <= ${soon})::int as soon,
      count(*) filter (where due_at <= ${reader.now})::int as breached, count(*) filter (where status = 'waiting_customer')::int as waiting
    from (select due_at, status from tickets.ticket where brand_id = platform.brand() and assignee_id = ${reader.staffId}::uuid and closed_at is null limit ${COUNTED_TO}) mine`.execute(
    tx,
  )
  const row = rows[0]!
  return { open: row.open, dueSoon: row.soon, breached: row.breached, waiting: row.waiting }
}

export async function countWatched(tx: Tx, scope: Scope, now: Date): Promise<z.infer<typeof Home>['watch']> {
  const within = inScope(scope, { shop: 'shop_id' })
  const count = (where: ReturnType<typeof sql<boolean>>) =>
    sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from tickets.ticket where brand_id = platform.brand() and closed_at is null and ${within} and ${where} limit ${COUNTED_TO}) x`
      .execute(tx)
      .then((r) => r.rows[0]!.n)
  const [ownerless, breached, unexplained, p1, reopened, lateTasks] = await Promise.all([
    count(sql`assignee_id is null`),
    count(sql`due_at <= ${now}`),
    count(sql`due_at <= ${now} and late_reason = ''`),
    count(sql`priority = 'P1'`),
    count(sql`cycle > 1`),
    countLateTasks(tx, scope, now),
  ])
  return { ownerless, breached, unexplained, lateTasks, p1, reopened }
}

/** Opened and closed per day of the brand's zone, the last seven, each day there even when nothing happened. */
export async function lastDays(tx: Tx, scope: Scope, now: Date): Promise<z.infer<typeof Home>['days']> {
  const within = inScope(scope, { shop: 'shop_id' })
  const { rows } = await sql<{ day: string; opened: number; closed: number }>`
    with zone as (select zone from platform.brand limit 1),
    days as (select d::date as day from zone, generate_series((${now}::timestamptz at time zone zone)::date - ${DAYS - 1}::int, (${now}::timestamptz at time zone zone)::date, interval '1 day') d),
    o as (select (opened_at at time zone zone)::date as day, count(*)::int as n from tickets.ticket, zone
      where tickets.ticket.brand_id = platform.brand() and opened_at >= ${now}::timestamptz - interval '8 days' and ${within} group by 1),
    c as (select (closed_at at time zone zone)::date as day, count(*)::int as n from tickets.ticket, zone
      where tickets.ticket.brand_id = platform.brand() and closed_at >= ${now}::timestamptz - interval '8 days' and ${within} group by 1)
    select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(o.n, 0) as opened, coalesce(c.n, 0) as closed
    from days left join o using (day) left join c using (day) order by days.day`.execute(tx)
  return rows
}

/** The eight shops with the most overdue, then the most open tickets. */
export async function shopLoads(
  tx: Tx,
  scope: Scope,
  now: Date,
): Promise<{ shop_id: string; open: number; breached: number }[]> {
  const { rows } = await sql<{ shop_id: string; open: number; breached: number }>`
    select shop_id, count(*)::int as open, count(*) filter (where due_at <= ${now})::int as breached
    from (select shop_id, due_at from tickets.ticket where brand_id = platform.brand() and closed_at is null and shop_id is not null and ${inScope(scope, { shop: 'shop_id' })} limit 20000) x
    group by shop_id order by count(*) filter (where due_at <= ${now}) desc, count(*) desc limit 8`.execute(
    tx,
  )
  return rows
}
