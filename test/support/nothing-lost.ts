import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestApp } from './app.ts'

/**
 * What managers read as zero on 今天 must be zero after everything that people do: no open ticket and no open task without an owner,
 * and none that is overdue without anybody having said why.
 */
export async function expectNothingLost(app: TestApp, brand: { id: string }): Promise<void> {
  const lost = await app.services.db.inBrand(brand.id, async (tx) => {
    const { rows } = await sql<{ what: string }>`
      select 'HY-' || number || case when assignee_id is null then ' has no owner' else ' is overdue and nobody has said why' end as what
      from tickets.ticket where closed_at is null and (assignee_id is null or (due_at <= ${app.services.now()} and late_reason = ''))
      union all
      select 'task “' || title || '” has no owner' from tickets.task where state = 'open' and owner_id is null`.execute(
      tx,
    )
    return rows.map((r) => r.what)
  })
  expect(lost).toEqual([])
}
