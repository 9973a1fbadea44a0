import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type EndpointRow = Selectable<DB['notify.endpoint']>

export function readEndpoints(tx: Tx): Promise<EndpointRow[]> {
  return tx.selectFrom('notify.endpoint').selectAll().orderBy('created_at').orderBy('id').limit(100).execute()
}

/** Those that are told, or would be if they had not failed: what they miss is kept for them. */
export function listeningEndpoints(tx: Tx): Promise<EndpointRow[]> {
  return tx
    .selectFrom('notify.endpoint')
    .selectAll()
    .where('state', '<>', 'off')
    .orderBy('id')
    .limit(100)
    .execute()
}

export function findEndpoint(tx: Tx, id: string): Promise<EndpointRow | undefined> {
  return tx.selectFrom('notify.endpoint').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertEndpoint(tx: Tx, row: Insertable<DB['notify.endpoint']>): Promise<void> {
  await tx.insertInto('notify.endpoint').values(row).execute()
}

export async function updateEndpoint(
  tx: Tx,
  id: string,
  set: Updateable<DB['notify.endpoint']>,
): Promise<void> {
  await tx.updateTable('notify.endpoint').set(set).where('id', '=', id).execute()
}

export function deleteEndpoint(tx: Tx, id: string): Promise<EndpointRow | undefined> {
  return tx.deleteFrom('notify.endpoint').where('id', '=', id).returningAll().executeTakeFirst()
}
