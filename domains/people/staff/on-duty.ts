import type { Tx } from '#platform/db/database'
import { isOnDuty, wallTime } from './duty.ts'
import { readDuties } from './roster-data.ts'

/** Of these people, what each is called and whether at work at that instant: the duty week in the brand's zone, minus away and absences. */
export async function dutyOf(
  tx: Tx,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, { name: string; onDuty: boolean }>> {
  if (!ids.length) return new Map()
  const rows = await readDuties(tx, ids, at)
  return new Map(
    rows.map((row) => [
      row.id,
      { name: row.name, onDuty: row.free && isOnDuty(row.duty, wallTime(row.zone, at)) },
    ]),
  )
}
