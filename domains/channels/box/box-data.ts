import type { Updateable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

type Change = Updateable<DB['channels.code']>

export async function changeCode(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('channels.code').set(change).where('id', '=', id).execute()
}

/** The keys under which this code's slips may be signed, sealed. */
export function slipKeys(tx: Tx, id: string) {
  return tx
    .selectFrom('channels.code')
    .select(['slug', 'slip_key_enc', 'slip_key_before_enc', 'slip_key_before_until'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export function kioskOf(tx: Tx, id: string) {
  return tx
    .selectFrom('channels.code')
    .select(['kiosk_round', 'kiosk_tone', 'kiosk_idle_sec'])
    .where('id', '=', id)
    .executeTakeFirst()
}
