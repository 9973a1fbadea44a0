import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { AffectedState } from '#contracts/incidents/affected'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type AffectedRow = Selectable<DB['incidents.affected']>
export type PersonRow = Selectable<DB['incidents.affected_customer']>
const TOGETHER = 2000
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

/** Everybody who has been found, in the order in which they were found. */
export async function allPeople(tx: Tx, incidentId: string): Promise<PersonRow[]> {
  const all: PersonRow[] = []
  for (;;) {
    const after = all.at(-1)?.id
    const page = await peopleIn(tx, incidentId, { ...(after ? { after } : {}), limit: TOGETHER })
    all.push(...page)
    if (page.length < TOGETHER) return all
  }
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

/** To how many a message has gone, or in a drill would have; and how many nobody has written to or spoken with. */
export function countTold(tx: Tx, incidentId: string): Promise<{ told: number; byHand: number }> {
  return tx
    .selectFrom('incidents.affected_customer')
    .select([
      sql<number>`(count(distinct message_id) + count(*) filter (where state = 'would_be_sent'))::int`.as(
        'told',
      ),
      sql<number>`(count(*) filter (where message_id is null and state in ('no_way', 'unreached')))::int`.as(
        'byHand',
      ),
    ])
    .where('incident_id', '=', incidentId)
    .executeTakeFirstOrThrow()
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

/** One of those whom this message tells: two files of one customer share it. */
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

/** Everybody whom this person's message tells, and without one this person alone. */
export async function updateTold(
  tx: Tx,
  { id, message_id }: PersonRow,
  set: Updateable<DB['incidents.affected_customer']>,
): Promise<void> {
  if (!message_id) return updatePerson(tx, id, set)
  await tx.updateTable('incidents.affected_customer').set(set).where('message_id', '=', message_id).execute()
}

export async function setReached(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('incidents.affected_customer')
    .set({ state: 'reached' })
    .where('id', 'in', [...ids])
    .where('state', '=', 'queued')
    .execute()
}

/** Whom no message has gone to, also when somebody has called, and whose order's page does not say it yet. */
export function withoutPage(tx: Tx, incidentId: string, limit: number): Promise<PersonRow[]> {
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('state', 'in', ['no_way', 'unreached', 'called'])
    .where('message_id', 'is', null)
    .where('told_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The rows of these customers to whom a message has gone in this room already, unless it could not reach them. */
export async function toldAmong(
  tx: Tx,
  incidentId: string,
  customerIds: readonly string[],
): Promise<PersonRow[]> {
  if (!customerIds.length) return []
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('customer_id', 'in', [...customerIds])
    .where('message_id', 'is not', null)
    .where('state', '<>', 'unreached')
    .orderBy('id')
    .execute()
}

/** In which rooms one of these customers has been told since then; of several files in one room the one that was told first. */
export function toldSince(tx: Tx, customerIds: readonly string[], since: Date): Promise<PersonRow[]> {
  return tx
    .selectFrom('incidents.affected_customer')
    .selectAll()
    .distinctOn('incident_id')
    .where('customer_id', 'in', [...customerIds])
    .where('told_at', '>', since)
    .orderBy('incident_id')
    .orderBy('told_at')
    .orderBy('id')
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
