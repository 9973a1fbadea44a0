import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Scope } from '#platform/permissions'

export type EventRow = Selectable<DB['loyalty.event']>
export type ConsentRow = Selectable<DB['loyalty.event_consent_text']>

/** Which brand's event an address belongs to; undefined when it is nobody's. */
export async function eventBySlug(db: Kysely<DB>, slug: string) {
  const { rows } = await sql<{ brand_id: string; event_id: string }>`
    select brand_id, event_id from loyalty.event_by_slug(${slug})`.execute(db)
  return rows[0]
}

/** Whoever reaches single shops reaches the events that are only theirs. */
function inReach(scope: Scope | null) {
  if (!scope) return sql<boolean>`false`
  if (scope.shops === 'all') return sql<boolean>`true`
  return sql<boolean>`(cardinality(shop_ids) > 0 and shop_ids <@ ${scope.shops}::uuid[])`
}

/** The newest first. */
export function listEvents(tx: Tx, scope: Scope | null): Promise<EventRow[]> {
  return tx
    .selectFrom('loyalty.event')
    .selectAll()
    .where(inReach(scope))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
}

export function findEventInScope(tx: Tx, scope: Scope | null, id: string): Promise<EventRow | undefined> {
  return tx
    .selectFrom('loyalty.event')
    .selectAll()
    .where('id', '=', id)
    .where(inReach(scope))
    .executeTakeFirst()
}

/** The same, held until the transaction ends: places and budget are counted one after the other. */
export function lockEventInScope(tx: Tx, scope: Scope | null, id: string): Promise<EventRow | undefined> {
  return tx
    .selectFrom('loyalty.event')
    .selectAll()
    .where('id', '=', id)
    .where(inReach(scope))
    .forUpdate()
    .executeTakeFirst()
}

export async function insertEvent(tx: Tx, row: NewEvent): Promise<void> {
  await tx.insertInto('loyalty.event').values(row).execute()
}

export async function updateEvent(tx: Tx, id: string, set: Partial<NewEvent>): Promise<void> {
  await tx.updateTable('loyalty.event').set(set).where('id', '=', id).execute()
}

export async function countUp(tx: Tx, id: string, by: { taken: number; spent: number }): Promise<void> {
  await tx
    .updateTable('loyalty.event')
    .set((e) => ({
      taken: e('taken', '+', by.taken),
      reward_spent: e('reward_spent', '+', by.spent),
    }))
    .where('id', '=', id)
    .execute()
}

export type NewEvent = {
  brand_id: string
  id: string
  slug: string
  channel_id: string
  state: string
  name: string
  description: string | null
  shop_ids: string[]
  starts_at: Date
  ends_at: Date
  capacity: number | null
  questions: string
  opinion: string | null
  reward_kind: string | null
  reward_amount: number
  reward_days: number
  reward_budget: number
  created_by: string | null
  created_at: Date
}

/** The newest wording of each purpose of these events. */
export async function newestConsents(tx: Tx, eventIds: string[]): Promise<ConsentRow[]> {
  if (!eventIds.length) return []
  return tx
    .selectFrom('loyalty.event_consent_text')
    .distinctOn(['event_id', 'purpose'])
    .selectAll()
    .where('event_id', 'in', eventIds)
    .orderBy('event_id')
    .orderBy('purpose')
    .orderBy('version', 'desc')
    .execute()
}

export async function insertConsent(
  tx: Tx,
  row: {
    brand_id: string
    event_id: string
    purpose: string
    version: number
    text: string
    created_at: Date
  },
): Promise<void> {
  await tx.insertInto('loyalty.event_consent_text').values(row).execute()
}
