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

/** The ticket that a token's hash opens, of whatever brand; `own_id` is the one it was made for, which may be merged into the other. */
export async function ticketByToken(
  db: Database['open'],
  hash: Buffer,
): Promise<{ brand_id: string; ticket_id: string; own_id: string } | undefined> {
  const { rows } = await sql<{
    brand_id: string
    ticket_id: string
    own_id: string
  }>`select * from tickets.ticket_by_token(${hash})`.execute(db)
  return rows[0]
}

/** Whether a conversation is about nothing that is still open. */
export async function conversationIsFree(tx: Tx, ticketId: string | null): Promise<boolean> {
  if (!ticketId) return true
  const row = await tx
    .selectFrom('tickets.ticket')
    .select('closed_at')
    .where('id', '=', ticketId)
    .executeTakeFirst()
  return !row || row.closed_at !== null
}

/** Notes are not even read from the database here. */
export async function timeline(tx: Tx, ticketId: string, mergedIds: readonly string[] = []): Promise<Line[]> {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select(['id', 'at', 'kind', 'fact', 'text', 'role', 'data'])
    .where('ticket_id', 'in', [ticketId, ...mergedIds])
    .where('kind', '!=', 'note')
    // Of merged tickets only what was said: their steps are not the steps of this one.
    .where((e) => e.or([e('ticket_id', '=', ticketId), e('kind', '!=', 'fact')]))
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.map((r) => {
    const data = (r.data ?? {}) as Record<string, unknown>
    return { ...r, data, photos: (data.photos as string[] | undefined) ?? [] }
  })
}

/** Whether a photo was said in a message of one of these tickets: photos of notes, evidence and opinions are the house's own. */
export async function isInMessages(tx: Tx, ticketIds: readonly string[], photoId: string): Promise<boolean> {
  const { rows } = await sql<{ shown: boolean }>`select exists (select from tickets.entry
    where brand_id = platform.brand() and ticket_id = any(${[...ticketIds]}::uuid[]) and kind in ('message_in', 'message_out')
      and data->'photos' ? ${photoId}) as shown`.execute(tx)
  return rows[0]!.shown
}
