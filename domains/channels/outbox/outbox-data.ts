import { type RawBuilder, sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'

export type OutboundRow = {
  id: string
  brand_id: string
  channel_id: string
  ticket_id: string | null
  conversation_id: string | null
  payload_enc: Buffer | null
  state: string
  tries: number
  parts_done: number
  created_at: Date
}

export async function dueOutbound(services: Services, at: Date, most: number) {
  const { rows } = await sql<{
    brand_id: string
    id: string
  }>`select brand_id, id from channels.outbound_due(${at}, ${most})`.execute(services.db.open)
  return rows
}

/** Takes messages for so long: a process that dies with them gives them back when the time is over. Shape: by id, without those that somebody else has. */
export async function leaseOutbound(
  tx: Tx,
  ids: readonly string[],
  at: Date,
  until: Date,
): Promise<Map<string, OutboundRow>> {
  const free = tx
    .selectFrom('channels.outbound_message')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', at)
    .forUpdate()
    .skipLocked()
  const rows = await tx
    .updateTable('channels.outbound_message')
    .set((e) => ({ next_try_at: until, tries: e('tries', '+', 1) }))
    .where('id', 'in', free)
    .returningAll()
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as OutboundRow]))
}

/** A message without what a rate limit took from it: waiting for its turn is no failed try. */
export async function giveBack(tx: Tx, id: string, to: Date): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set((e) => ({ next_try_at: to, tries: e('tries', '-', 1) }))
    .where('id', '=', id)
    .execute()
}

/** One part more is out; whoever sends has the message until then for the others. */
export async function countPart(tx: Tx, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set((e) => ({ parts_done: e('parts_done', '+', 1), next_try_at: until }))
    .where('id', '=', id)
    .execute()
}

export async function markSent(
  tx: Tx,
  at: Date,
  sent: readonly { id: string; externalId: string | null }[],
): Promise<void> {
  if (!sent.length) return
  await sql`update channels.outbound_message m set state = 'sent', sent_at = ${at}, external_id = x."externalId", next_try_at = null, problem = ''
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as x(id uuid, "externalId" text)
    where m.brand_id = platform.brand() and m.id = x.id`.execute(tx)
}

export async function postponeOutbound(tx: Tx, id: string, to: Date, problem: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ next_try_at: to, problem })
    .where('id', '=', id)
    .execute()
}

export async function markFailed(tx: Tx, id: string, problem: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'failed', problem, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

/** Never goes out, and nobody need act on it. */
export async function markDropped(tx: Tx, id: string, problem: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'dropped', problem, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

const ORDER = ['queued', 'sent', 'delivered', 'read']

export type Fate = {
  channelId: string
  externalId: string
  state: 'delivered' | 'read' | 'failed'
  problem: string
  at: Date
}
type FateRow = {
  id: string
  channel_id: string
  external_id: string
  ticket_id: string | null
  state: string
  problem: string
  delivered_at: Date | null
  read_at: Date | null
}

/**
 * The fates of messages as their services tell them, one after the other; an older one that comes late changes nothing.
 * Shape: in the order given; undefined for what is not ours.
 */
export async function takeReceipts(
  tx: Tx,
  fates: readonly Fate[],
): Promise<({ id: string; ticket_id: string | null; changed: boolean } | undefined)[]> {
  const keyOf = (channelId: string, externalId: string) => `${channelId} ${externalId}`
  const rows = new Map(
    (await lockSent(tx, fates)).map((row) => [keyOf(row.channel_id, row.external_id), row]),
  )
  const changed = new Set<FateRow>()
  const taken = fates.map(({ channelId, externalId, state, problem, at }) => {
    const row = rows.get(keyOf(channelId, externalId))
    if (!row) return undefined
    const goesOn = state === 'failed' ? row.state === 'sent' : ORDER.indexOf(state) > ORDER.indexOf(row.state)
    if (goesOn) {
      Object.assign(row, { state, problem })
      if (state === 'delivered') row.delivered_at = at
      if (state === 'read') row.read_at = at
      changed.add(row)
    }
    return { id: row.id, ticket_id: row.ticket_id, changed: goesOn }
  })
  if (changed.size)
    await sql`update channels.outbound_message m set state = x.state, problem = x.problem, delivered_at = x.delivered_at, read_at = x.read_at
      from jsonb_to_recordset(${JSON.stringify([...changed])}::jsonb) as x(id uuid, state text, problem text, delivered_at timestamptz, read_at timestamptz)
      where m.brand_id = platform.brand() and m.id = x.id`.execute(tx)
  return taken
}

async function lockSent(tx: Tx, fates: readonly Fate[]): Promise<FateRow[]> {
  const asked = JSON.stringify(fates.map(({ channelId, externalId }) => ({ channelId, externalId })))
  const { rows } = await sql<FateRow>`
    select m.id, m.channel_id, m.external_id, m.ticket_id, m.state, m.problem, m.delivered_at, m.read_at
    from (select distinct "channelId", "externalId" from jsonb_to_recordset(${asked}::jsonb) as x("channelId" uuid, "externalId" text)) x
    join channels.outbound_message m on m.brand_id = platform.brand() and m.channel_id = x."channelId" and m.external_id = x."externalId"
    order by m.id for update of m`.execute(tx)
  return rows
}

/** Given-up messages, the newest first. */
export function deadLetters(
  tx: Tx,
  reach: Scope | null,
  after: { at: Date; id: string } | null,
  most: number,
) {
  let query = tx
    .selectFrom('channels.outbound_message as m')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'm.brand_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .select([
      'm.id',
      'm.ticket_id',
      'm.payload_enc',
      'm.problem',
      'm.tries',
      'm.created_at',
      'm.channel_id',
      'c.name',
      'c.kind',
    ])
    .where('m.state', '=', 'failed')
    .where(inReach(reach))
  if (after)
    query = query.where((e) =>
      e.or([
        e('m.created_at', '<', after.at),
        e.and([e('m.created_at', '=', after.at), e('m.id', '<', after.id)]),
      ]),
    )
  return query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(most).execute()
}

/** A dead letter goes out again, or is put away; false when it is none. */
export async function settleDead(
  tx: Tx,
  reach: Scope | null,
  id: string,
  { to, at }: { to: 'queued' | 'dropped'; at: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('channels.outbound_message as m')
    .set({
      state: to,
      tries: 0,
      next_try_at: to === 'queued' ? at : null,
      ...(to === 'queued' ? { problem: '' } : {}),
    })
    .where('m.id', '=', id)
    .where('m.state', '=', 'failed')
    .where(inReach(reach))
    .returning('m.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Another message has gone out in its stead: nobody need send it again. Its reason stays; one that has not failed is left alone. */
export async function dropFailed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'dropped', next_try_at: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .execute()
}

/** Messages of a conversation in one of the reader's shops. */
function inReach(reach: Scope | null): RawBuilder<boolean> {
  if (reach?.shops === 'all') return sql<boolean>`true`
  return sql<boolean>`exists (select from channels.conversation v
    where v.brand_id = m.brand_id and v.id = m.conversation_id and ${inScope(reach, { shop: 'v.shop_id' })})`
}
