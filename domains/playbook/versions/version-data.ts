import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

const MOST_LISTED = 200
const COLUMNS = ['id', 'number', 'state', 'note', 'changed_by_name', 'changed_at', 'published_at'] as const

export type VersionRow = Awaited<ReturnType<typeof readVersions>>[number]

/** Newest first, the draft included. */
export function readVersions(tx: Tx) {
  return tx
    .selectFrom('playbook.version')
    .select(COLUMNS)
    .orderBy('number', 'desc')
    .limit(MOST_LISTED)
    .execute()
}

/** A published or retired version. */
export function readVersion(tx: Tx, id: string) {
  return tx
    .selectFrom('playbook.version')
    .select([...COLUMNS, 'document'])
    .where('id', '=', id)
    .where('state', '!=', 'draft')
    .executeTakeFirst()
}

/** Only which one it is: the document is kept in memory. */
export async function readPublishedId(tx: Tx): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{
    id: string
  }>`/* kept plan */ select id from playbook.version where state = 'published'`.execute(tx)
  return rows[0]
}

export function readPublished(tx: Tx) {
  return tx
    .selectFrom('playbook.version')
    .select([...COLUMNS, 'document'])
    .where('state', '=', 'published')
    .executeTakeFirst()
}

export function readDraft(tx: Tx) {
  return tx
    .selectFrom('playbook.version')
    .select([...COLUMNS, 'document'])
    .where('state', '=', 'draft')
    .executeTakeFirst()
}

/** So that nobody saves a draft while it is being published. */
export function lockDraft(tx: Tx) {
  return tx
    .selectFrom('playbook.version')
    .select([...COLUMNS, 'document'])
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()
}

export type Written = { by: string | null; byName: string; at: Date }

/** Begins the brand's draft or writes over it; its number is the next one. */
export async function saveDraft(
  tx: Tx,
  row: { brandId: string; id: string; document: unknown; note: string },
  written: Written,
): Promise<void> {
  const changed = {
    document: JSON.stringify(row.document),
    note: row.note,
    changed_by: written.by,
    changed_by_name: written.byName,
    changed_at: written.at,
  }
  await tx
    .insertInto('playbook.version')
    .values({
      brand_id: row.brandId,
      id: row.id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from playbook.version where brand_id = ${row.brandId}::uuid)`,
      state: 'draft',
      ...changed,
    })
    .onConflict((c) => c.column('brand_id').where('state', '=', 'draft').doUpdateSet(changed))
    .execute()
}

export async function deleteDraft(tx: Tx): Promise<number | undefined> {
  const row = await tx
    .deleteFrom('playbook.version')
    .where('state', '=', 'draft')
    .returning('number')
    .executeTakeFirst()
  return row?.number
}

/** The draft takes the place of the version in force. `document` is the checked one, its defaults filled in. */
export async function putInForce(
  tx: Tx,
  id: string,
  row: { document: unknown; note: string },
  written: Written,
): Promise<void> {
  await tx
    .updateTable('playbook.version')
    .set({ state: 'retired' })
    .where('state', '=', 'published')
    .execute()
  await tx
    .updateTable('playbook.version')
    .set({
      state: 'published',
      document: JSON.stringify(row.document),
      note: row.note,
      changed_by: written.by,
      changed_by_name: written.byName,
      changed_at: written.at,
      published_at: written.at,
    })
    .where('id', '=', id)
    .execute()
}

export async function insertFirst(
  tx: Tx,
  row: { brandId: string; id: string; document: unknown; at: Date },
): Promise<void> {
  await tx
    .insertInto('playbook.version')
    .values({
      brand_id: row.brandId,
      id: row.id,
      number: 1,
      state: 'published',
      document: JSON.stringify(row.document),
      changed_at: row.at,
      published_at: row.at,
    })
    .execute()
}
