import type { Playbook } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'
import { type HolidayTable, holidayTable } from './calendar/holidays.ts'

export type PlaybookInForce = { versionId: string; number: number; playbook: Playbook }

const MOST_KEPT = 200
/** Published documents never change, so each is read once per process. */
const kept = new Map<string, PlaybookInForce>()

/** The version that new tickets begin with (P3). Throws when the brand has none: set-up publishes the first. */
export async function playbookInForce(tx: Tx): Promise<PlaybookInForce> {
  const row = await tx
    .selectFrom('playbook.version')
    .select('id')
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (!row) throw new Error('this brand has no published playbook')
  return playbookVersion(tx, row.id)
}

/** The version a running ticket began with. */
export async function playbookVersion(tx: Tx, versionId: string): Promise<PlaybookInForce> {
  const known = kept.get(versionId)
  if (known) return known
  const row = await tx
    .selectFrom('playbook.version')
    .select(['id', 'number', 'document'])
    .where('id', '=', versionId)
    .where('state', '!=', 'draft')
    .executeTakeFirstOrThrow()
  const version = { versionId, number: row.number, playbook: row.document as unknown as Playbook }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(versionId, version)
  return version
}

/** Public holidays and make-up workdays: the built-in years with the brand's uploaded ones over them. */
export async function holidaysOf(tx: Tx): Promise<HolidayTable> {
  const rows = await tx.selectFrom('playbook.calendar_year').selectAll().orderBy('year').execute()
  const key = rows.map((r) => `${r.brand_id}:${r.year}:${r.changed_at.getTime()}`).join()
  if (holidays?.key !== key) {
    const years = rows.map((r) => ({
      year: r.year,
      offDays: r.off_days as string[],
      makeUpWorkdays: r.make_up_workdays as string[],
    }))
    holidays = { key, table: holidayTable(years) }
  }
  return holidays.table
}
let holidays: { key: string; table: HolidayTable } | undefined
