import { sql } from 'kysely'
import type { RunningApp } from '../main/app.ts'

/** Path of one table's form of the first demo brand, to try as a customer; null without the demo. */
export async function exampleFormPath({ services }: Pick<RunningApp, 'services'>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select platform.brand_ids() as id`.execute(services.db.open)
  for (const { id } of rows) {
    const code = await services.db.inBrand(id, (tx) =>
      tx
        .selectFrom('channels.code')
        .select('slug')
        .where('place', '=', 'table')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),
    )
    if (code) return `/q/${code.slug}`
  }
  return null
}
