import { type Selectable, sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type HeardRow = Selectable<DB['notify.heard']>

/** `urgent`: only what calls somebody at once. */
export async function waitingEvents(services: Services, at: Date, most: number, urgent: boolean) {
  const from = sql.ref(urgent ? 'notify.heard_urgent' : 'notify.heard_waiting')
  const { rows } = await sql<{ brand_id: string; event_id: string }>`
    select brand_id, event_id from ${from}(${at}, ${most})`.execute(services.db.open)
  return rows
}

/** Takes an event for the length of the transaction; undefined when somebody else has it or it is done. */
export function takeHeard(tx: Tx, eventId: string): Promise<HeardRow | undefined> {
  return tx
    .selectFrom('notify.heard')
    .selectAll()
    .where('event_id', '=', eventId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function forgetHeard(tx: Tx, eventId: string): Promise<void> {
  await tx.deleteFrom('notify.heard').where('event_id', '=', eventId).execute()
}

export async function postponeHeard(tx: Tx, eventId: string, to: Date): Promise<void> {
  await tx
    .updateTable('notify.heard')
    .set((e) => ({ tries: e('tries', '+', 1), next_try_at: to }))
    .where('event_id', '=', eventId)
    .execute()
}

/** The brand hears exactly these names from now on. */
export async function setWanted(tx: Tx, brandId: string, names: readonly string[]): Promise<void> {
  await tx.deleteFrom('notify.wanted').where('brand_id', '=', brandId).execute()
  if (names.length)
    await tx
      .insertInto('notify.wanted')
      .values(names.map((name) => ({ brand_id: brandId, name })))
      .onConflict((c) => c.doNothing())
      .execute()
}
