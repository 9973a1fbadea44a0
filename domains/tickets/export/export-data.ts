import { type Kysely, type Selectable, sql } from 'kysely'
import type { Locale } from '#contracts/kit'
import type { ExportColumn, Filter } from '#contracts/tickets/inbox'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Asked, Place } from '../filter/asked-data.ts'
import { columns, type ListRow, listPage } from '../filter/filter-data.ts'

const MORE = ['content', 'severity', 'impact', 'locale', 'rating'] as const
export type ExportRow = ListRow & Pick<Selectable<DB['tickets.ticket']>, (typeof MORE)[number]>
const all = sql`${columns}, ${sql.join(MORE.map((name) => sql.ref(`t.${name}`)))}`

/** The next rows of a file, in the order in which they came in. */
export async function exportPage(
  tx: Tx,
  asked: Asked,
  after: Place | null,
  limit: number,
): Promise<{ rows: ExportRow[]; next: Place | null }> {
  const page = await listPage(tx, { ...asked, sort: 'newest', steady: true }, { after, limit, columns: all })
  return { rows: page.rows as ExportRow[], next: page.next }
}

export type ExportRecord = Omit<Selectable<DB['tickets.export']>, 'filter' | 'columns'> & {
  filter: Filter
  columns: ExportColumn[]
}
type NewExport = Pick<ExportRecord, 'brand_id' | 'id' | 'staff_id' | 'format' | 'filter' | 'columns'> & {
  locale: Locale
  created_at: Date
}

/** False when there is one of this id already. */
export async function insertExport(tx: Tx, row: NewExport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tickets.export')
    .values({ ...row, filter: JSON.stringify(row.filter), columns: [...row.columns], state: 'running' })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findExport(tx: Tx, staffId: string, id: string): Promise<ExportRecord | undefined> {
  const row = await tx
    .selectFrom('tickets.export')
    .selectAll()
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row as ExportRecord | undefined
}

export async function recentExports(tx: Tx, staffId: string, most: number): Promise<ExportRecord[]> {
  const rows = await tx
    .selectFrom('tickets.export')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows as ExportRecord[]
}

type Key = { brand_id: string; export_id: string }

/** Files that nobody is writing, over all brands. */
export async function openExports(db: Kysely<DB>, at: Date, most: number): Promise<Key[]> {
  return (await sql<Key>`select * from tickets.exports_open(${at}, ${most}::int)`.execute(db)).rows
}

export async function oldExports(db: Kysely<DB>, before: Date, most: number): Promise<Key[]> {
  return (await sql<Key>`select * from tickets.exports_old(${before}, ${most}::int)`.execute(db)).rows
}

/** Takes a file for writing until `until`; undefined when another process has it. Each time counts as a try. */
export async function holdExport(
  tx: Tx,
  id: string,
  at: Date,
  until: Date,
): Promise<ExportRecord | undefined> {
  const row = await tx
    .updateTable('tickets.export')
    .set((e) => ({ held_until: until, tries: e('tries', '+', 1), rows: 0 }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where((e) => e.or([e('held_until', 'is', null), e('held_until', '<=', at)]))
    .returningAll()
    .executeTakeFirst()
  return row as ExportRecord | undefined
}

/** Says how far it is and holds it on; false when it is no longer wanted. */
export async function reportProgress(
  tx: Tx,
  id: string,
  progress: { rows?: number; total?: number; held_until: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tickets.export')
    .set(progress)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function endExport(
  tx: Tx,
  id: string,
  end: {
    state: 'done' | 'failed' | 'cancelled'
    ended_at: Date
    rows?: number
    total?: number
    bytes?: number
    file_key?: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tickets.export')
    .set(end)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function deleteExport(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .deleteFrom('tickets.export')
    .where('id', '=', id)
    .returning('file_key')
    .executeTakeFirst()
  return row?.file_key ?? ''
}
