import { type Kysely, type Selectable, sql } from 'kysely'
import type { Locale } from '#contracts/kit'
import type { ImportMapping, ImportState, ImportWhat } from '#contracts/tickets/import'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { StoredSheet } from './reading/read-file.ts'
import type { Outcome } from './run/outcome.ts'

type Stored = Selectable<DB['tickets.import']>
export type Problem = { code: string; data: Record<string, unknown> }
export type ImportRow = Omit<Stored, 'what' | 'state' | 'locale' | 'sheets' | 'mapping' | 'problem'> & {
  what: ImportWhat
  state: ImportState
  locale: Locale
  sheets: StoredSheet[]
  mapping: ImportMapping | null
  problem: Problem | null
}

export type NewImport = Pick<ImportRow, 'brand_id' | 'id' | 'staff_id' | 'locale' | 'what' | 'file_name'> & {
  bytes: number
  uploads: number
  created_at: Date
}

export async function insertImport(tx: Tx, row: NewImport): Promise<void> {
  await tx
    .insertInto('tickets.import')
    .values({ ...row, state: 'reading' })
    .execute()
}

export async function findImport(tx: Tx, id: string, lock = false): Promise<ImportRow | undefined> {
  let query = tx.selectFrom('tickets.import').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  return (await query.executeTakeFirst()) as ImportRow | undefined
}

export async function recentImports(tx: Tx, most: number): Promise<ImportRow[]> {
  const rows = await tx
    .selectFrom('tickets.import')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows as ImportRow[]
}

export async function countMoving(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('tickets.import')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('state', 'in', ['reading', 'running'])
    .executeTakeFirstOrThrow()
  return Number(n)
}

type Change = Partial<{
  state: ImportState
  problem: Problem | null
  format: string
  encoding: string
  sheets: StoredSheet[]
  mapping: ImportMapping
  remembered: boolean
  total: number
  seen: number
  tries: number
  next_part: number
  held_until: Date | null
  started_at: Date
  ended_at: Date
  files_gone: boolean
}>

/** Changes it where it is still in one of these states; false when it no longer is. */
export async function changeImport(
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  change: Change,
): Promise<boolean> {
  const { sheets, mapping, problem, ...plain } = change
  const { numUpdatedRows } = await tx
    .updateTable('tickets.import')
    .set({
      ...plain,
      ...(sheets ? { sheets: JSON.stringify(sheets) } : {}),
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(problem === undefined ? {} : { problem: problem && JSON.stringify(problem) }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type OpenImport = { brand_id: string; import_id: string; state: 'reading' | 'running' }

/** Files that nobody is working on, over all brands. */
export async function openImports(db: Kysely<DB>, at: Date, most: number): Promise<OpenImport[]> {
  return (await sql<OpenImport>`select * from tickets.imports_open(${at}, ${most}::int)`.execute(db)).rows
}

export async function oldImports(db: Kysely<DB>, before: Date, most: number) {
  const { rows } = await sql<{ brand_id: string; import_id: string }>`
    select * from tickets.imports_old(${before}, ${most}::int)`.execute(db)
  return rows
}

/** Takes a file for work until `until`; undefined when another process has it. Each time counts as a try until a part is done. */
export async function holdImport(tx: Tx, id: string, at: Date, until: Date): Promise<ImportRow | undefined> {
  const row = await tx
    .updateTable('tickets.import')
    .set((e) => ({ held_until: until, tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['reading', 'running'])
    .where((e) => e.or([e('held_until', 'is', null), e('held_until', '<=', at)]))
    .returningAll()
    .executeTakeFirst()
  return row as ImportRow | undefined
}

export type Done = {
  good: number
  doubled: number
  refused: number
  live: number
  history: number
  emergencies: number
  seen: number
}

/** Writes down what became of a part, in the transaction of what it brought. */
export async function finishPart(
  tx: Tx,
  row: ImportRow,
  outcomes: readonly Outcome[],
  done: Done,
  until: Date,
): Promise<void> {
  await tx
    .insertInto('tickets.import_part')
    .values({
      brand_id: row.brand_id,
      import_id: row.id,
      n: row.next_part,
      outcomes: JSON.stringify(outcomes),
    })
    .execute()
  const told = outcomes.filter((one) => one.emergency && one.ticketId)
  if (told.length)
    await tx
      .insertInto('tickets.import_emergency')
      .values(told.map((one) => ({ brand_id: row.brand_id, import_id: row.id, ticket_id: one.ticketId! })))
      .onConflict((c) => c.doNothing())
      .execute()
  await tx
    .updateTable('tickets.import')
    .set((e) => ({
      next_part: e('next_part', '+', 1),
      tries: 0,
      held_until: until,
      problem: null,
      seen: e('seen', '+', done.seen),
      good: e('good', '+', done.good),
      doubled: e('doubled', '+', done.doubled),
      refused: e('refused', '+', done.refused),
      live: e('live', '+', done.live),
      history: e('history', '+', done.history),
      emergencies: e('emergencies', '+', done.emergencies),
    }))
    .where('id', '=', row.id)
    .execute()
}

export async function outcomesOf(tx: Tx, importId: string, n: number): Promise<Outcome[]> {
  const row = await tx
    .selectFrom('tickets.import_part')
    .select('outcomes')
    .where('import_id', '=', importId)
    .where('n', '=', n)
    .executeTakeFirst()
  return (row?.outcomes ?? []) as unknown as Outcome[]
}

export function emergenciesOf(tx: Tx, importId: string, most: number) {
  return tx
    .selectFrom('tickets.import_emergency as x')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'x.brand_id').onRef('t.id', '=', 'x.ticket_id'),
    )
    .select(['t.id', 't.number', 't.title', 't.priority', 't.opened_at', 't.status'])
    .where('x.import_id', '=', importId)
    .orderBy('t.opened_at', 'desc')
    .limit(most)
    .execute()
}

export async function recallMapping(tx: Tx, what: ImportWhat, headings: Buffer): Promise<unknown> {
  const row = await tx
    .selectFrom('tickets.import_mapping')
    .select('mapping')
    .where('what', '=', what)
    .where('headings', '=', headings)
    .executeTakeFirst()
  return row?.mapping
}

export async function rememberMapping(
  tx: Tx,
  row: { brand_id: string; what: ImportWhat; headings: Buffer; mapping: unknown; used_at: Date },
): Promise<void> {
  const mapping = JSON.stringify(row.mapping)
  await tx
    .insertInto('tickets.import_mapping')
    .values({ ...row, mapping })
    .onConflict((c) =>
      c.columns(['brand_id', 'what', 'headings']).doUpdateSet({ mapping, used_at: row.used_at }),
    )
    .execute()
}

export async function savepoint(tx: Tx): Promise<void> {
  await sql`savepoint row`.execute(tx)
}

export async function backToSavepoint(tx: Tx): Promise<void> {
  await sql`rollback to savepoint row`.execute(tx)
}

export async function forgetOutcomes(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('tickets.import_part').where('import_id', '=', importId).execute()
}
