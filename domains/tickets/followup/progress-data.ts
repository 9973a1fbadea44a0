import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'

export type Line = {
  id: string
  at: Date
  kind: string
  fact: string
  text: string
  role: string
  photos: string[]
  data: Record<string, unknown>
}

/** The ticket behind a token's hash, of whatever brand. */
export async function ticketByToken(
  db: Database['open'],
  hash: Buffer,
): Promise<{ brand_id: string; ticket_id: string } | undefined> {
  const { rows } = await sql<{
    brand_id: string
    ticket_id: string
  }>`select * from tickets.ticket_by_token(${hash})`.execute(db)
  return rows[0]
}

/** Notes are not even read from the database here. */
export async function timeline(tx: Tx, ticketId: string): Promise<Line[]> {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select(['id', 'at', 'kind', 'fact', 'text', 'role', 'data'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '!=', 'note')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.map((r) => {
    const data = (r.data ?? {}) as Record<string, unknown>
    return { ...r, data, photos: (data.photos as string[] | undefined) ?? [] }
  })
}
