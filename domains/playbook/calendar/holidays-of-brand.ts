import type { Tx } from '#platform/db/database'
import { readUploadedYears } from './calendar-year-data.ts'
import { type HolidayTable, holidayTable } from './holidays.ts'

const MOST_KEPT = 200
/** One table per set of uploaded years, so the days of a year are put together once and not per ticket. */
const kept = new Map<string, HolidayTable>()

/** Public holidays and make-up workdays: the built-in years with the brand's uploaded ones over them. */
export async function holidaysOf(tx: Tx): Promise<HolidayTable> {
  const years = await readUploadedYears(tx)
  const key = JSON.stringify(years)
  const known = kept.get(key)
  if (known) return known
  const table = holidayTable(years)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, table)
  return table
}
