import type { Week } from '#contracts/people'
import type { Tx } from '#platform/db/database'

type StoredLine = { phone: string; hours: Week }

export async function findServiceLine(tx: Tx): Promise<StoredLine | undefined> {
  const row = await tx.selectFrom('people.service_line').select(['phone', 'hours']).executeTakeFirst()
  return row && { phone: row.phone, hours: row.hours as Week }
}

export async function saveLine(
  tx: Tx,
  { brandId, at, phone, hours }: StoredLine & { brandId: string; at: Date },
): Promise<void> {
  const set = { phone, hours: JSON.stringify(hours), changed_at: at }
  await tx
    .insertInto('people.service_line')
    .values({ brand_id: brandId, ...set })
    .onConflict((c) => c.column('brand_id').doUpdateSet(set))
    .execute()
}

export async function removeLine(tx: Tx): Promise<void> {
  await tx.deleteFrom('people.service_line').execute()
}
