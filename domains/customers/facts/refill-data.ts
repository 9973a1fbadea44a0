import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

export async function brandsToRefill(services: Services, room: string): Promise<string[]> {
  const rows = await sql<{ brand: string }>`select customers.refills_waiting(${room}) as brand`.execute(
    services.db.open,
  )
  return rows.rows.map((r) => r.brand)
}

/** Locked; undefined when it is done, or another process is at it. */
export function lockRefill(tx: Tx, room: string): Promise<{ after: string } | undefined> {
  return tx
    .selectFrom('customers.refill')
    .select('after')
    .where('room', '=', room)
    .where('done_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function moveRefill(
  tx: Tx,
  room: string,
  set: { after?: string; done_at?: Date },
): Promise<void> {
  await tx.updateTable('customers.refill').set(set).where('room', '=', room).execute()
}
