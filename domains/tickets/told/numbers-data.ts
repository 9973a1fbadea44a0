import type { Tx } from '#platform/db/database'
import { numberOf } from '../handling/desk-moves.ts'

/** What the tickets of these ids are called. */
export async function ticketNumbers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, numberOf(row)]))
}
