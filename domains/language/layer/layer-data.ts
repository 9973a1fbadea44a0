import { type Insertable, type Selectable, sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Based, Judged } from '../corrections/judged.ts'

export type LayerRow = Selectable<DB['language.layer']>
export type LayerAbout = Omit<LayerRow, 'weights'>
const ABOUT = [
  ...(['brand_id', 'id', 'number', 'made_at', 'learnt_from', 'figures', 'parts'] as const),
  ...(['state', 'why', 'changed_at', 'changed_by'] as const),
]

/** The version in use; it may be older than any that is listed. */
export function readLayerOn(tx: Tx): Promise<LayerAbout | undefined> {
  return tx.selectFrom('language.layer').select(ABOUT).where('state', '=', 'on').executeTakeFirst()
}

/** The newest version before `number` that was in use itself and did not fail. */
export function readLayerBefore(tx: Tx, number: number): Promise<LayerAbout | undefined> {
  return tx
    .selectFrom('language.layer')
    .select(ABOUT)
    .where('number', '<', number)
    .where('why', '=', 'replaced')
    .where(sql<boolean>`cardinality(parts) > 0`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function layerOnId(tx: Tx): Promise<string | null> {
  const row = await tx.selectFrom('language.layer').select('id').where('state', '=', 'on').executeTakeFirst()
  return row?.id ?? null
}

export function readLayer(tx: Tx, id: string): Promise<LayerRow | undefined> {
  return tx.selectFrom('language.layer').selectAll().where('id', '=', id).executeTakeFirst()
}

export function readLayers(tx: Tx, most: number): Promise<LayerAbout[]> {
  return tx.selectFrom('language.layer').select(ABOUT).orderBy('number', 'desc').limit(most).execute()
}

export async function lockLearner(tx: Tx) {
  return tx.selectFrom('language.learner').selectAll().forUpdate().executeTakeFirst()
}

export async function readLearner(tx: Tx) {
  return tx.selectFrom('language.learner').selectAll().executeTakeFirst()
}

export async function saveLearner(
  tx: Tx,
  brandId: string,
  set: { next_at: Date; stopped: boolean; rolled_back_at?: Date | null },
): Promise<void> {
  await tx
    .insertInto('language.learner')
    .values({ brand_id: brandId, ...set })
    .onConflict((c) => c.column('brand_id').doUpdateSet(set))
    .execute()
}

/** Learns next at `to`, unless somebody has chosen another day than `from` in the meantime. */
export async function moveLearner(tx: Tx, from: Date, to: Date): Promise<void> {
  await tx.updateTable('language.learner').set({ next_at: to }).where('next_at', '=', from).execute()
}

export async function rememberRollBack(tx: Tx, at: Date): Promise<void> {
  await tx.updateTable('language.learner').set({ rolled_back_at: at }).execute()
}

export async function insertLayer(tx: Tx, row: Insertable<DB['language.layer']>): Promise<void> {
  await tx.insertInto('language.layer').values(row).execute()
}

export async function setLayer(
  tx: Tx,
  id: string,
  set: { state: 'on' | 'off'; why: string; changed_at: Date; changed_by: string },
): Promise<void> {
  await tx.updateTable('language.layer').set(set).where('id', '=', id).execute()
}

export type LearntRow = {
  at: Date
  said: Judged
  base: Based
  meant: Judged
  grams: number[]
  layer_id: string | null
}

/** The newest corrections that something can be learnt from, the oldest of them first. */
export async function readCorrections(tx: Tx, since: Date, most: number): Promise<LearntRow[]> {
  const rows = await tx
    .selectFrom('language.correction')
    .select(['at', 'said', 'base', 'meant', 'grams', 'layer_id'])
    .where('at', '>=', since)
    .where(sql<boolean>`base <> 'null'::jsonb`)
    .orderBy('at', 'desc')
    .orderBy('ticket_id')
    .limit(most)
    .execute()
  return (rows as unknown as LearntRow[]).reverse()
}

/** How many were kept since then; counted to `most` only. */
export async function countCorrections(tx: Tx, since: Date, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from
    (select from language.correction where at >= ${since} and base <> 'null'::jsonb limit ${most}) c`.execute(
    tx,
  )
  return rows[0]!.n
}

export async function learnersDue(open: Database['open'], at: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{
    brand_id: string
  }>`select brand_id from language.learners_due(${at}, ${most})`.execute(open)
  return rows.map((row) => row.brand_id)
}

export type UsedRow = Pick<LearntRow, 'said' | 'base' | 'meant'>

/** What people said of judgements that this version had a part in, the newest. */
export async function readUsed(tx: Tx, layerId: string, most: number): Promise<UsedRow[]> {
  const rows = await tx
    .selectFrom('language.correction')
    .select(['said', 'base', 'meant'])
    .where('layer_id', '=', layerId)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows as unknown as UsedRow[]
}
