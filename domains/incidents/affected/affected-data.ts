import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { AffectedState } from '#contracts/incidents/affected'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type AffectedRow = Selectable<DB['incidents.affected']>
export type PersonRow = Selectable<DB['incidents.affected_customer']>
type NewPerson = Insertable<DB['incidents.affected_customer']>

export function findAffected(tx: Tx, incidentId: string): Promise<AffectedRow | undefined> {
  return tx
    .selectFrom('incidents.affected')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
}

/** Its room is locked. */
export async function saveAffected(tx: Tx, row: AffectedRow): Promise<void> {
  const { brand_id: _brand, incident_id: _incident, ...set } = row
  const json = {
    query: JSON.stringify(row.query),
    also: JSON.stringify(row.also),
    approved_also: JSON.stringify(row.approved_also),
  }
  await tx
    .insertInto('incidents.affected')
    .values({ ...row, ...json })
    .onConflict((c) => c.columns(['brand_id', 'incident_id']).doUpdateSet({ ...set, ...json }))
    .execute()
}

/** Everybody who has been found so far, by customer as they were found. */
export async function knownCustomers(tx: Tx, incidentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.affected_customer')
    .select('customer_id')
    .where('incident_id', '=', incidentId)
    .limit(100_000)
    .execute()
  return rows.map((row) => row.customer_id)
}

/** Shape: how many of them are new. */
export async function insertPeople(tx: Tx, rows: readonly NewPerson[]): Promise<number> {
  let fresh = 0
  for (let n = 0; n < rows.length; n += 1000) {
    const kept = await tx
      .insertInto('incidents.affected_customer')
      .values(rows.slice(n, n + 1000))
      .onConflict((c) => c.columns(['brand_id', 'incident_id', 'customer_id']).doNothing())
      .returning('id')
      .execute()
    fresh += kept.length
  }
  return fresh
}

export async function countStates(tx: Tx, incidentId: string): Promise<Map<AffectedState, number>> {
  const rows = await tx
    .selectFrom('incidents.affected_customer')
    .select(['state', sql<number>`count(*)::int`.as('n')])
    .where('incident_id', '=', incidentId)
    .groupBy('state')
    .execute()
  return new Map(rows.map((row) => [row.state as AffectedState, row.n]))
}

/** The next people of one state, in the order in which they were found. */
export function peopleIn(
  tx: Tx,
  incidentId: string,
  { state, after, limit }: { state?: AffectedState; after?: string; limit: number },
): Promise<PersonRow[]> {
  let query = tx.selectFrom('incidents.affected_customer').selectAll().where('incident_id', '=', incidentId)
  if (state) query = query.where('state', '=', state)
  if (after) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

export function findPerson(tx: Tx, incidentId: string, id: string): Promise<PersonRow | undefined> {
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function personOfMessage(tx: Tx, messageId: string): Promise<PersonRow | undefined> {
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .where('message_id', '=', messageId)
    .executeTakeFirst()
}

export async function updatePerson(
  tx: Tx,
  id: string,
  set: Updateable<DB['incidents.affected_customer']>,
): Promise<void> {
  await tx.updateTable('incidents.affected_customer').set(set).where('id', '=', id).execute()
}

export async function setReached(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('incidents.affected_customer')
    .set({ state: 'reached', problem: '' })
    .where('id', 'in', [...ids])
    .where('state', '=', 'queued')
    .execute()
}

/** Whoever has no way, and whose order's page does not say it yet. */
export function withoutPage(tx: Tx, incidentId: string, limit: number): Promise<PersonRow[]> {
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'no_way')
    .where('told_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Of these customers those to whom a message has gone in this room already. */
export async function toldAmong(
  tx: Tx,
  incidentId: string,
  customerIds: readonly string[],
): Promise<Set<string>> {
  if (!customerIds.length) return new Set()
  const rows = await tx
    .selectFrom('incidents.affected_customer')
    .select('customer_id')
    .where('incident_id', '=', incidentId)
    .where('customer_id', 'in', [...customerIds])
    .where('message_id', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.customer_id))
}

/** In which rooms one of these customers has been told since then. */
export function toldSince(tx: Tx, customerIds: readonly string[], since: Date): Promise<PersonRow[]> {
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .where('customer_id', 'in', [...customerIds])
    .where('told_at', '>', since)
    .orderBy('incident_id')
    .limit(50)
    .execute()
}

/** The rooms that have told somebody since then. */
export async function toldRooms(tx: Tx, since: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.affected_customer')
    .select('incident_id')
    .distinct()
    .where('told_at', '>', since)
    .limit(50)
    .execute()
  return rows.map((row) => row.incident_id)
}

/** Events of this brand's tickets are heard until then. */
export async function listenUntil(tx: Tx, brandId: string, until: Date): Promise<void> {
  await tx
    .insertInto('incidents.listening')
    .values({ brand_id: brandId, until })
    .onConflict((c) =>
      c.column('brand_id').doUpdateSet({ until: sql`greatest(incidents.listening.until, excluded.until)` }),
    )
    .execute()
}
