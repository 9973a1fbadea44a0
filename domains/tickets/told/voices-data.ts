import { type Selectable, sql } from 'kysely'
import type { Kind } from '#contracts/playbook'
import type { TicketStatus } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Scope } from '#platform/permissions'
import { within } from '../handling/desk-data.ts'
import { numberOf } from '../handling/desk-moves.ts'

/** One ticket as a voice among many. `content` is what the customer wrote first, `said` with what followed: they are looked at and go nowhere else. */
export type Voice = {
  id: string
  openedAt: Date
  kind: Kind
  severity: number
  /** `parent.child`, the main one first. */
  categories: string[]
  shopId: string | null
  status: TicketStatus
  mergedInto: string | null
  customerId: string | null
  conversationId: string | null
  content: string
  said: string
}

/** So many messages of a ticket are looked at: what it is about is said among the first. */
const MOST_SAID = 20

/** What many tickets say, in one look-up; one that there is not is absent. */
export async function voicesOf(tx: Tx, ids: readonly string[]): Promise<Voice[]> {
  if (!ids.length) return []
  const { rows } = await sql<Voice>`/* kept plan */
    select id, opened_at as "openedAt", kind, severity, categories, shop_id as "shopId", status, merged_into as "mergedInto",
      customer_id as "customerId", conversation_id as "conversationId", content,
      coalesce((select string_agg(e.text, E'\\n') from (select text from tickets.entry where ticket_id = t.id and kind = 'message_in'
        order by id limit ${MOST_SAID}::int) e), content) as said
    from tickets.ticket t where id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** How many were dissatisfied in each hour of the week (Monday 0:00 first, in this zone), tickets of the past included. */
export async function dissatisfiedHours(
  tx: Tx,
  zone: string,
  since: Date,
): Promise<{ hour: number; n: number }[]> {
  const { rows } = await sql<{ hour: number; n: number }>`
    select ((extract(isodow from at) - 1) * 24 + extract(hour from at))::int as hour, count(*)::int as n
    from (select opened_at at time zone ${zone} as at from tickets.ticket
      where opened_at >= ${since} and kind in ('complaint', 'emergency') and status not in ('set_aside', 'merged')) t
    group by 1`.execute(tx)
  return rows
}

export type TicketCard = {
  id: string
  number: string
  title: string
  shopId: string | null
  openedAt: Date
  priority: string
  closed: boolean
}

/** Of each group the newest tickets that somebody with this reach may open, `each` at most, the newest first. */
export async function newestCards(
  tx: Tx,
  scope: Scope | null,
  groups: readonly (readonly string[])[],
  each: number,
): Promise<TicketCard[][]> {
  if (!groups.some((ids) => ids.length)) return groups.map(() => [])
  const { rows } = await sql<CardRow>`
    select g.place::int as place, t.* from jsonb_array_elements(${JSON.stringify(groups)}::jsonb) with ordinality as g (ids, place)
    cross join lateral (select id, number, title, shop_id, opened_at, priority, closed_at from tickets.ticket
      where id = any (array(select jsonb_array_elements_text(g.ids)::uuid)) and ${within(scope)}
      order by opened_at desc, id desc limit ${each}) t
    order by g.place, t.opened_at desc, t.id desc`.execute(tx)
  const byGroup = Map.groupBy(rows, (row) => row.place)
  return groups.map((_, n) => (byGroup.get(n + 1) ?? []).map(cardOf))
}

type CardRow = Pick<
  Selectable<DB['tickets.ticket']>,
  'id' | 'number' | 'title' | 'shop_id' | 'opened_at' | 'priority' | 'closed_at'
> & { place: number }

const cardOf = (row: CardRow): TicketCard => ({
  id: row.id,
  number: numberOf(row),
  title: row.title,
  shopId: row.shop_id,
  openedAt: row.opened_at,
  priority: row.priority,
  closed: row.closed_at !== null,
})
