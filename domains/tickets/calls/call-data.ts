import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { ENDED } from '#contracts/tickets'
import type { HeardCall, RecordingRef } from '#domains/channels'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export type CallRow = Omit<Selectable<DB['tickets.call']>, 'recording'> & { recording: RecordingRef | null }

type Key = { brandId: string; channelId: string }

/** The call this event is about, locked; made when it is unknown and the event opens one. */
export async function lockCall(tx: Tx, key: Key, event: HeardCall): Promise<CallRow | undefined> {
  if (event.opens !== false)
    await tx
      .insertInto('tickets.call')
      .values({
        brand_id: key.brandId,
        id: uuidv7(),
        channel_id: key.channelId,
        linked_id: event.callId,
        direction: event.direction ?? 'inbound',
        state: 'ringing',
        started_at: event.at,
      })
      .onConflict((c) => c.doNothing())
      .execute()
  const row = await tx
    .selectFrom('tickets.call')
    .selectAll()
    .where('channel_id', '=', key.channelId)
    .where('linked_id', '=', event.callId)
    .forUpdate()
    .executeTakeFirst()
  return row as CallRow | undefined
}

export async function lockCallById(tx: Tx, id: string): Promise<CallRow | undefined> {
  const row = await tx
    .selectFrom('tickets.call')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as CallRow | undefined
}

export async function findCall(tx: Tx, id: string): Promise<CallRow | undefined> {
  const row = await tx.selectFrom('tickets.call').selectAll().where('id', '=', id).executeTakeFirst()
  return row as CallRow | undefined
}

export async function saveCall(tx: Tx, row: CallRow): Promise<void> {
  const { brand_id, id, channel_id, linked_id, recording, ...set } = row
  await tx
    .updateTable('tickets.call')
    .set({ ...set, recording: recording ? JSON.stringify(recording) : null })
    .where('id', '=', id)
    .execute()
}

/** One after the other for each number, so that two missed calls at once owe one call back. */
export async function lockNumber(tx: Tx, number: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`call ${number.toString('hex')}`}, 0))`.execute(
    tx,
  )
}

/** Whether another call of this number was answered after this one began. */
export async function answeredSince(tx: Tx, row: CallRow): Promise<boolean> {
  const later = await tx
    .selectFrom('tickets.call')
    .select('id')
    .where('number_index', '=', row.number_index)
    .where('answered_at', '>', row.started_at)
    .where('id', '<>', row.id)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

/** The open call-back of this number, the missed calls it stands for, and its ticket. */
export function openCallBack(tx: Tx, number: Buffer) {
  return tx
    .selectFrom('tickets.task as k')
    .innerJoin('tickets.call as c', (j) =>
      j.onRef('c.brand_id', '=', 'k.brand_id').onRef('c.task_id', '=', 'k.id'),
    )
    .select(['k.id', 'k.ticket_id'])
    .select((e) => [e.fn.countAll<number>().as('calls'), e.fn.max('c.started_at').as('last_at')])
    .where('k.kind', '=', 'call_back')
    .where('k.state', '=', 'open')
    .where('c.number_index', '=', number)
    .groupBy(['k.id', 'k.ticket_id'])
    .orderBy('k.id')
    .executeTakeFirst()
}

export async function missedOf(tx: Tx, taskId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('tickets.call')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The open ticket of a customer's family that was touched last. */
export async function openTicketOf(tx: Tx, family: readonly string[]): Promise<string | null> {
  const row = await tx
    .selectFrom('tickets.ticket')
    .select('id')
    .where('customer_id', 'in', [...family])
    .where('closed_at', 'is', null)
    .where('status', 'not in', [...ENDED])
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

const TICKETS = ['id', 'number', 'title', 'status', 'opened_at', 'closed_at', 'fields'] as const

/** A family's tickets within the reader's reach, open ones first. */
export function ticketsOfCustomer(tx: Tx, scope: Scope | null, family: readonly string[], most: number) {
  return tx
    .selectFrom('tickets.ticket')
    .select(TICKETS)
    .where('customer_id', 'in', [...family])
    .where('status', 'not in', ['merged', 'set_aside'])
    .where(inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
    .orderBy(sql`closed_at is null`, 'desc')
    .orderBy('opened_at', 'desc')
    .limit(most)
    .execute()
}

/** Those of these ids that are within the reader's reach. */
export function ticketsByIds(tx: Tx, scope: Scope | null, ids: string[]) {
  if (!ids.length) return Promise.resolve([])
  return tx
    .selectFrom('tickets.ticket')
    .select(TICKETS)
    .where('id', 'in', ids)
    .where(inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
    .execute()
}

/** Tasks of these ids that are still open. */
export async function openTasksOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await tx
    .selectFrom('tickets.task')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'open')
    .execute()
  return new Set(rows.map((r) => r.id))
}

/** What rings at this person or was had by this person since `since` and is not dealt with; the newest first. */
export async function callsAt(tx: Tx, staffId: string, since: Date): Promise<CallRow[]> {
  const rows = await tx
    .selectFrom('tickets.call')
    .selectAll()
    .where('started_at', '>', since)
    .where(sql<boolean>`((state = 'ringing' and ${staffId}::uuid = any(ringing))
      or (staff_id = ${staffId}::uuid and (state = 'answered' or (state = 'ended' and answered_at is not null and ticket_id is null))))`)
    .where(sql<boolean>`not (${staffId}::uuid = any(put_away))`)
    .orderBy('started_at', 'desc')
    .limit(3)
    .execute()
  return rows as CallRow[]
}

type Listed = {
  /** What a reader who does not reach the whole brand sees: calls of tickets in reach, and the own ones. */
  reach: Scope | null
  since: Date | null
  missed: boolean
  after: { at: Date; id: string } | null
  limit: number
}

export async function listCalls(tx: Tx, { reach, since, missed, after, limit }: Listed): Promise<CallRow[]> {
  let query = tx.selectFrom('tickets.call').selectAll()
  if (reach?.shops !== 'all')
    query = query.where((e) =>
      e.or([
        e('staff_id', '=', reach?.staffId ?? null),
        e(
          'ticket_id',
          'in',
          e
            .selectFrom('tickets.ticket')
            .select('id')
            .where(inScope(reach, { shop: 'shop_id' })),
        ),
      ]),
    )
  if (since) query = query.where('started_at', '>=', since)
  if (missed) query = query.where('state', '=', 'missed')
  if (after) query = query.where(sql<boolean>`(started_at, id) < (${after.at}, ${after.id}::uuid)`)
  const rows = await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows as CallRow[]
}

/** Calls whose end was never told, of all brands. */
export async function callsLeft(
  services: Services,
  before: { ringing: Date; talking: Date },
  most: number,
): Promise<{ brand_id: string; id: string }[]> {
  const { rows } = await sql<{ brand_id: string; id: string }>`
    select brand_id, id from tickets.calls_left(${before.ringing}, ${before.talking}, ${most})`.execute(
    services.db.open,
  )
  return rows
}
