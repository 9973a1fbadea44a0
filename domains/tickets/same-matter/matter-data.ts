import { type Selectable, sql } from 'kysely'
import type { MatterReason } from '#contracts/tickets/links'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

/** What a comparison needs of a ticket. */
export type MatterTicket = {
  id: string
  number: string
  status: string
  closed: boolean
  kind: string
  category: string
  customer_id: string | null
  shop_id: string | null
  order_number: string
  channel_kind: string
  content: string
  opened_at: Date
  /** Who wrote it is known by the channel itself or by a colleague, not by a number or a sender's address that anybody may have typed. */
  proven: boolean
}
export type MatterRow = Omit<Selectable<DB['tickets.same_matter']>, 'reasons'> & { reasons: MatterReason[] }

const COLUMNS = sql<MatterTicket>`t.id, t.number, t.status, t.kind, t.categories[1] as category, t.customer_id, t.shop_id,
  coalesce(t.fields->>'orderNumber', '') as order_number, t.channel_kind, t.content, t.opened_at, t.closed_at is not null as closed,
  (t.fields->>'enteredBy' is not null or (t.conversation_id is not null and t.channel_kind not in ('chat', 'email', 'monitor'))) as proven`

export async function findOne(tx: Tx, id: string): Promise<MatterTicket | undefined> {
  const { rows } =
    await sql<MatterTicket>`select ${COLUMNS} from tickets.ticket t where t.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

const EACH = 30

/**
 * Tickets that may be about the same matter, opened no earlier than `since` and before this one: of the same people, of the same order, or
 * open at the same shop on the same day. Each way by its own index, so that a brand's million tickets cost nothing.
 */
export async function findCandidates(
  tx: Tx,
  one: MatterTicket,
  people: readonly string[],
  since: Date,
): Promise<MatterTicket[]> {
  const day = new Date(one.opened_at.getTime() - 24 * 3_600_000)
  const { rows } = await sql<MatterTicket>`
    select distinct on (c.id) c.* from (
      (select ${COLUMNS} from tickets.ticket t where t.customer_id = any(${[...people]}::uuid[]) and t.opened_at >= ${since}
        order by t.opened_at desc limit ${EACH})
      union all
      (select ${COLUMNS} from tickets.ticket t where t.fields->>'orderNumber' is not null and ${one.order_number} <> ''
        and t.fields->>'orderNumber' = ${one.order_number} and t.opened_at >= ${since} limit ${EACH})
      union all
      (select ${COLUMNS} from tickets.ticket t where t.shop_id = ${one.shop_id}::uuid and t.closed_at is null and t.updated_at >= ${day}
        and t.opened_at >= ${day} order by t.updated_at desc limit ${EACH})
    ) c where c.id <> ${one.id}::uuid and (c.opened_at, c.id) < (${one.opened_at}::timestamptz, ${one.id}::uuid)
      and c.status not in ('merged', 'set_aside')`.execute(tx)
  return rows
}

/** False when this pair was found before: what a person has made of it stays. */
export async function insertMatter(
  tx: Tx,
  row: {
    brandId: string
    ticketId: string
    otherId: string
    probability: number
    reasons: readonly MatterReason[]
    at: Date
  },
): Promise<boolean> {
  const done = await tx
    .insertInto('tickets.same_matter')
    .values({
      brand_id: row.brandId,
      ticket_id: row.ticketId,
      other_id: row.otherId,
      probability: row.probability,
      reasons: JSON.stringify(row.reasons),
      state: 'proposed',
      found_at: row.at,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Nobody has said yet what is to become of it. */
export async function isUndecided(tx: Tx, ticketId: string, otherId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('tickets.same_matter')
    .select('state')
    .where('ticket_id', '=', ticketId)
    .where('other_id', '=', otherId)
    .executeTakeFirst()
  return row?.state === 'proposed'
}

/** The ticket's timeline names the other one. */
export async function isTold(tx: Tx, ticketId: string, otherId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('tickets.entry')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('fact', '=', 'same_matter')
    .where(sql<string>`data->>'id'`, '=', otherId)
    .executeTakeFirst()
  return row !== undefined
}

/** Both ways round, the surest first. */
export async function mattersOf(tx: Tx, ticketId: string): Promise<MatterRow[]> {
  const rows = await tx
    .selectFrom('tickets.same_matter')
    .selectAll()
    .where((e) => e.or([e('ticket_id', '=', ticketId), e('other_id', '=', ticketId)]))
    .where('state', 'in', ['proposed', 'merged'])
    .orderBy('probability', 'desc')
    .limit(10)
    .execute()
  return rows as unknown as MatterRow[]
}

/** True when there was one in one of these states. */
export async function decideMatter(
  tx: Tx,
  pair: readonly [string, string],
  from: readonly string[],
  to: { state: string; at: Date; by: string | null },
): Promise<boolean> {
  const [a, b] = pair
  const done = await tx
    .updateTable('tickets.same_matter')
    .set({ state: to.state, decided_at: to.at, decided_by: to.by })
    .where((e) =>
      e.or([
        e.and([e('ticket_id', '=', a), e('other_id', '=', b)]),
        e.and([e('ticket_id', '=', b), e('other_id', '=', a)]),
      ]),
    )
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function mattersDue(
  services: Services,
  most: number,
): Promise<{ brand_id: string; ticket_id: string }[]> {
  const { rows } = await sql<{ brand_id: string; ticket_id: string }>`
    select brand_id, ticket_id from tickets.matters_due(${services.now()}, ${most})`.execute(services.db.open)
  return rows
}

/** Who writes in a chat often leaves a number only after the matter, and files of one person are found after both are there. */
const SECOND_LOOK_MS = 5 * 60_000

/** False when another worker has it, or had it. After the first look it comes once more. */
export async function takeDue(tx: Tx, ticketId: string, now: Date): Promise<boolean> {
  const again = new Date(now.getTime() + SECOND_LOOK_MS)
  const { rows } = await sql`
    with due as (select again from tickets.matter_due where ticket_id = ${ticketId}::uuid and at <= ${now} for update skip locked),
    over as (delete from tickets.matter_due where ticket_id = ${ticketId}::uuid and exists (select from due where again)),
    later as (update tickets.matter_due set again = true, at = ${again}
      where ticket_id = ${ticketId}::uuid and exists (select from due where not again))
    select from due`.execute(tx)
  return rows.length > 0
}
