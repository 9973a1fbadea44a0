import type { CalendarYear } from '#contracts/playbook/versions'
import type { Tx } from '#platform/db/database'

export async function readUploadedYears(tx: Tx): Promise<CalendarYear[]> {
  const rows = await tx
    .selectFrom('playbook.calendar_year')
    .select(['year', 'off_days', 'make_up_workdays'])
    .orderBy('year')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    year: row.year,
    offDays: row.off_days as string[],
    makeUpWorkdays: row.make_up_workdays as string[],
  }))
}

export async function upsertYear(tx: Tx, brandId: string, year: CalendarYear, at: Date): Promise<void> {
  const changed = {
    off_days: JSON.stringify(year.offDays),
    make_up_workdays: JSON.stringify(year.makeUpWorkdays),
    changed_at: at,
  }
  await tx
    .insertInto('playbook.calendar_year')
    .values({ brand_id: brandId, year: year.year, ...changed })
    .onConflict((c) => c.columns(['brand_id', 'year']).doUpdateSet(changed))
    .execute()
}
