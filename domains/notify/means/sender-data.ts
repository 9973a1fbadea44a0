import type { Selectable } from 'kysely'
import type { Means } from '#contracts/notify'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type SenderRow = Selectable<DB['notify.sender']>

export function readSenders(tx: Tx): Promise<SenderRow[]> {
  return tx.selectFrom('notify.sender').selectAll().orderBy('kind').execute()
}

/** Means that are set up and switched on. */
export async function meansOn(tx: Tx): Promise<Means[]> {
  const rows = await tx
    .selectFrom('notify.sender')
    .select('kind')
    .where('on', '=', true)
    .orderBy('kind')
    .execute()
  return rows.map((r) => r.kind as Means)
}

export function findSender(tx: Tx, kind: Means): Promise<SenderRow | undefined> {
  return tx.selectFrom('notify.sender').selectAll().where('kind', '=', kind).executeTakeFirst()
}

type Saved = { settings: object; secrets_enc: Buffer | null; on: boolean }
export async function saveSender(tx: Tx, brandId: string, kind: Means, saved: Saved): Promise<void> {
  const row = { ...saved, settings: JSON.stringify(saved.settings) }
  await tx
    .insertInto('notify.sender')
    .values({ brand_id: brandId, kind, ...row })
    .onConflict((c) =>
      c
        .columns(['brand_id', 'kind'])
        .doUpdateSet({ ...row, token_enc: null, token_until: null, token_ends_at: null, renewal: null }),
    )
    .execute()
}

/** Made once: whoever comes second keeps the first one's. */
export async function saveSenderOnce(tx: Tx, brandId: string, kind: Means, saved: Saved): Promise<void> {
  await tx
    .insertInto('notify.sender')
    .values({ brand_id: brandId, kind, ...saved, settings: JSON.stringify(saved.settings) })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function saveSenderHealth(tx: Tx, kind: Means, health: object): Promise<void> {
  await tx
    .updateTable('notify.sender')
    .set({ health: JSON.stringify(health) })
    .where('kind', '=', kind)
    .execute()
}
