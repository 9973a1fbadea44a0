import type { z } from 'zod'
import type { ChangePassword, Me, Preferences, SessionView, TotpStart } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { limitRate } from '#platform/http/rate'
import { peopleErrors } from '../errors.ts'
import {
  type Account,
  readAccount,
  savePassword,
  savePreferences,
  saveTotpSecret,
  spendTotpStep,
} from './account-data.ts'
import { meOf } from './me.ts'
import { hashPassword, passwordFits } from './password.ts'
import { deleteSession, deleteSessions, readSessions } from './session-data.ts'
import { newTotpSecret, totpInvitation, totpStep } from './totp.ts'

const PROOFS_PER_MINUTE = 10

export function listSessions(ctx: Ctx): Promise<z.infer<typeof SessionView>[]> {
  const { staffId, sessionId } = staffOf(ctx)
  return ctx.transaction(async (tx) =>
    (await readSessions(tx, staffId, ctx.now())).map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      agent: row.agent,
      ip: row.ip,
      current: row.id === sessionId,
    })),
  )
}

/** Ends one of the own sessions. Errors: people.sessionNotFound, also for somebody else's. */
export async function endSession(ctx: Ctx, id: string): Promise<void> {
  const { staffId, sessionId } = staffOf(ctx)
  await ctx.transaction(async (tx) => {
    if (!(await deleteSession(tx, staffId, id))) throw peopleErrors.sessionNotFound()
    await note(tx, ctx, id === sessionId ? 'people.signOut' : 'people.endSession')
  })
}

/** Changes the own password and ends the person's other sessions. Errors: people.wrongPassword, people.samePassword. */
export async function changePassword(ctx: Ctx, input: z.infer<typeof ChangePassword>): Promise<void> {
  const { staffId, sessionId } = staffOf(ctx)
  await limitRate(ctx, `proof:${staffId}`, PROOFS_PER_MINUTE)
  const account = await ctx.transaction((tx) => ownAccount(tx, staffId))
  if (!(await passwordFits(account.password_hash, input.current)))
    throw peopleErrors.wrongPassword({}, 'current')
  if (input.current === input.next) throw peopleErrors.samePassword({}, 'next')
  const passwordHash = await hashPassword(input.next)
  await ctx.transaction(async (tx) => {
    await savePassword(tx, staffId, passwordHash)
    const ended = await deleteSessions(tx, staffId, sessionId)
    await note(tx, ctx, 'people.changePassword', { sessionsEnded: ended })
  })
}

/** Offers a new secret; it counts from the first right code. Errors: people.totpAlreadyOn. */
export async function startTotp(ctx: Ctx): Promise<z.infer<typeof TotpStart>> {
  const { staffId, brandId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const account = await ownAccount(tx, staffId)
    if (account.totp_last !== null) throw peopleErrors.totpAlreadyOn()
    const secret = newTotpSecret()
    await saveTotpSecret(tx, staffId, ctx.keys.seal(brandId, secret))
    return totpInvitation(secret, account.login)
  })
}

/** Turns the second factor on. Errors: people.totpAlreadyOn, people.totpNotStarted, people.wrongCode. */
export async function confirmTotp(ctx: Ctx, code: string): Promise<Me> {
  const { staffId } = staffOf(ctx)
  await limitRate(ctx, `proof:${staffId}`, PROOFS_PER_MINUTE)
  return ctx.transaction(async (tx) => {
    const account = await ownAccount(tx, staffId)
    if (account.totp_last !== null) throw peopleErrors.totpAlreadyOn()
    if (!account.totp_enc) throw peopleErrors.totpNotStarted()
    await spendCode(tx, ctx, account, code)
    await note(tx, ctx, 'people.turnTotpOn')
    return meOf(tx, ctx)
  })
}

/** Turns the second factor off. Errors: people.totpNotOn, people.wrongCode. */
export async function dropTotp(ctx: Ctx, code: string): Promise<Me> {
  const { staffId } = staffOf(ctx)
  await limitRate(ctx, `proof:${staffId}`, PROOFS_PER_MINUTE)
  return ctx.transaction(async (tx) => {
    const account = await ownAccount(tx, staffId)
    if (account.totp_last === null) throw peopleErrors.totpNotOn()
    await spendCode(tx, ctx, account, code)
    await saveTotpSecret(tx, staffId, null)
    await note(tx, ctx, 'people.turnTotpOff')
    return meOf(tx, ctx)
  })
}

export function setPreferences(ctx: Ctx, input: z.infer<typeof Preferences>): Promise<Me> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    await savePreferences(tx, staffId, input)
    if (input.away !== undefined) await note(tx, ctx, input.away ? 'people.leaveDuty' : 'people.returnToDuty')
    return meOf(tx, ctx)
  })
}

async function spendCode(tx: Tx, ctx: Ctx, account: Account, code: string): Promise<void> {
  const secret = ctx.keys.open(ctx.actor.brandId, account.totp_enc)
  const step = totpStep(secret, code, ctx.now(), account.totp_last)
  if (step === null || !(await spendTotpStep(tx, account.id, step))) throw peopleErrors.wrongCode({}, 'code')
}

async function ownAccount(tx: Tx, staffId: string): Promise<Account> {
  const account = await readAccount(tx, staffId)
  if (!account) throw new Error('a session belongs to nobody')
  return account
}

async function note(tx: Tx, ctx: Ctx, action: string, data: Record<string, unknown> = {}): Promise<void> {
  const { staffId, name } = staffOf(ctx)
  await audit(tx, ctx, { action, subjectKind: 'staff', subjectId: staffId, subject: name, data })
}
