import { v7 as uuidv7 } from 'uuid'
import type { Me } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, contextFor, type Services } from '#platform/context'
import { hashSecret, newSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { SESSION_LIMITS } from './find-session.ts'
import { meOf } from './me.ts'
import { insertSession, readSender } from './session-data.ts'

/** Where a request comes from, as far as it says; `token` is the session that the browser still carries. */
export type Sender = { ip: string; agent: string; token?: string | undefined }
export type SignedIn = { token: string; me: Me }

/**
 * Begins a session with a fresh id, whatever session the browser had before.
 * Shape: only called when the person has proved who they are; `door` says how, for the audit trail.
 */
export async function openSession(
  tx: Tx,
  services: Services,
  person: { brandId: string; staffId: string },
  sender: Sender,
  door: 'signIn' | 'acceptInvitation' | 'setUp',
): Promise<SignedIn> {
  const token = newSecret()
  const now = services.now()
  const row = {
    brand_id: person.brandId,
    id: uuidv7(),
    staff_id: person.staffId,
    token_hash: hashSecret(token),
    agent: sender.agent.slice(0, 300),
    ip: sender.ip,
    created_at: now,
    seen_at: now,
    expires_at: new Date(now.getTime() + SESSION_LIMITS.idleMs),
  }
  await insertSession(tx, row, sender.token ? hashSecret(sender.token) : null)
  const ctx = await contextOf(tx, services, row.token_hash)
  await audit(tx, ctx, {
    action: `people.${door}`,
    subjectKind: 'staff',
    subjectId: person.staffId,
    subject: ctx.actor.kind === 'staff' ? ctx.actor.name : '',
    data: { ip: sender.ip },
  })
  return { token, me: await meOf(tx, ctx) }
}

async function contextOf(tx: Tx, services: Services, tokenHash: Buffer): Promise<Ctx> {
  const person = await readSender(tx, tokenHash, services.now())
  if (!person) throw new Error('a session was opened for somebody who may not sign in')
  const { brandId, staffId, sessionId, name, grants, locale } = person
  return contextFor(services, { kind: 'staff', brandId, staffId, sessionId, name, grants }, { locale })
}
