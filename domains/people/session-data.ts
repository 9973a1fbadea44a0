import { sql } from 'kysely'
import type { Locale } from '#contracts/kit'
import type { ResolvedGrant } from '#platform/context'
import type { Database, Tx } from '#platform/db/database'

export type SessionSender = {
  sessionId: string
  brandId: string
  staffId: string
  name: string
  locale: Locale
  seenAt: string
  grants: ResolvedGrant[]
}

/** Who sends a request with this session, while it lasts and the person is active; one round trip, before the brand is known. */
export async function readSender(db: Database, tokenHash: Buffer, at: Date): Promise<SessionSender | null> {
  const { rows } = await sql<{
    sender: SessionSender | null
  }>`select people.session_actor(${tokenHash}, ${at}) as sender`.execute(db.open)
  return rows[0]?.sender ?? null
}

/** Moves the session's end with its use, never past `longestMs` after its beginning. */
export async function touchSession(
  tx: Tx,
  sender: { sessionId: string; staffId: string },
  now: Date,
  limits: { idleMs: number; longestMs: number },
): Promise<void> {
  const idleEnd = new Date(now.getTime() + limits.idleMs)
  await tx
    .updateTable('people.session')
    .set({
      seen_at: now,
      expires_at: sql`least(created_at + make_interval(secs => ${limits.longestMs / 1000}), ${idleEnd}::timestamptz)`,
    })
    .where('id', '=', sender.sessionId)
    .execute()
  await tx.updateTable('people.staff').set({ seen_at: now }).where('id', '=', sender.staffId).execute()
}
