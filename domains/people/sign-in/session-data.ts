import { type Kysely, sql } from 'kysely'
import type { Locale } from '#contracts/kit'
import type { ResolvedGrant } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

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
export async function readSender(db: Kysely<DB>, tokenHash: Buffer, at: Date): Promise<SessionSender | null> {
  const { rows } = await sql<{
    sender: SessionSender | null
  }>`/* kept plan */ select people.session_actor(${tokenHash}, ${at}) as sender`.execute(db)
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
  await sql`/* kept plan */ with session as (update people.session set seen_at = ${now},
      expires_at = least(created_at + make_interval(secs => ${limits.longestMs / 1000}), ${idleEnd}::timestamptz) where id = ${sender.sessionId}::uuid)
    update people.staff set seen_at = ${now} where id = ${sender.staffId}::uuid`.execute(tx)
}

export type NewSession = {
  brand_id: string
  id: string
  staff_id: string
  token_hash: Buffer
  agent: string
  ip: string
  created_at: Date
  seen_at: Date
  expires_at: Date
}

/** Begins a session and clears away the person's ended ones and the one it replaces. */
export async function insertSession(tx: Tx, row: NewSession, replaced: Buffer | null): Promise<void> {
  await tx
    .deleteFrom('people.session')
    .where('staff_id', '=', row.staff_id)
    .where('expires_at', '<=', row.created_at)
    .execute()
  if (replaced) await tx.deleteFrom('people.session').where('token_hash', '=', replaced).execute()
  await tx.insertInto('people.session').values(row).execute()
  await tx
    .updateTable('people.staff')
    .set({ seen_at: row.created_at })
    .where('id', '=', row.staff_id)
    .execute()
}

export function readSessions(tx: Tx, staffId: string, at: Date) {
  return tx
    .selectFrom('people.session')
    .select(['id', 'created_at', 'seen_at', 'agent', 'ip'])
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', at)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** Ends one session of the person; false when there is none of this id. */
export async function deleteSession(tx: Tx, staffId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('people.session')
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Ends all sessions of the person but one; returns how many. */
export async function deleteSessions(tx: Tx, staffId: string, keep: string | null): Promise<number> {
  const result = await tx
    .deleteFrom('people.session')
    .where('staff_id', '=', staffId)
    .$if(keep !== null, (q) => q.where('id', '!=', keep!))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** What an active person may reach now, for work that goes on without a session; null when locked out. */
export async function readActor(
  tx: Tx,
  staffId: string,
): Promise<{ name: string; locale: Locale; grants: ResolvedGrant[] } | null> {
  const { rows } = await sql<{ name: string; locale: Locale; grants: ResolvedGrant[] }>`
    select f.name, f.locale, (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'shops',
        case when g.shop_id is not null then jsonb_build_array(g.shop_id)
             when g.region_id is not null then (select coalesce(jsonb_agg(p.id), '[]') from people.shop p where p.brand_id = g.brand_id and p.region_id = g.region_id)
             else to_jsonb('all'::text) end)), '[]')
      from people.staff_grant g where g.brand_id = f.brand_id and g.staff_id = f.id) as grants
    from people.staff f where f.id = ${staffId}::uuid and f.brand_id = platform.brand() and f.state = 'active'`.execute(
    tx,
  )
  return rows[0] ?? null
}
