import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { type Invitation, type Staff, staffLocked } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { hashSecret, newSecret } from '#platform/crypto/keys'
import { eventRow, publish } from '#platform/events/publish'
import { peopleErrors } from '../errors.ts'
import { deleteInvitations, replaceInvitation } from '../sign-in/invitation-data.ts'
import { deleteSessions } from '../sign-in/session-data.ts'
import { freshStaff, manageableStaff } from './save-staff.ts'
import { countAdmins, unlockStaff, updateStaff } from './staff-data.ts'

const INVITATION_MS = 7 * 86_400_000

/**
 * Locks somebody out: sessions and open invitations end with the same commit.
 * Errors: people.staffNotFound, people.staffOutOfReach, people.ownAccount, people.lastAdmin.
 */
export function lockStaff(ctx: Ctx, id: string): Promise<Staff> {
  return ctx.transaction(async (tx) => {
    const row = await manageableStaff(tx, ctx, id)
    if (id === staffOf(ctx).staffId) throw peopleErrors.ownAccount()
    if (row.state === 'locked') return freshStaff(tx, ctx, id)
    const admins = await countAdmins(tx, ctx.actor.brandId)
    await updateStaff(tx, id, { state: 'locked' })
    if (admins > 0 && (await countAdmins(tx, ctx.actor.brandId)) === 0) throw peopleErrors.lastAdmin()
    const sessionsEnded = await deleteSessions(tx, id, null)
    await deleteInvitations(tx, id)
    await audit(tx, ctx, {
      action: 'people.lockStaff',
      subjectKind: 'staff',
      subjectId: id,
      subject: row.name,
      data: { before: row.state, sessionsEnded },
    })
    await publish(tx, ctx, eventRow(staffLocked, { staffId: id }, { staffIds: [id] }))
    return freshStaff(tx, ctx, id)
  })
}

/** Lets somebody in again; they sign in anew. */
export function readmitStaff(ctx: Ctx, id: string): Promise<Staff> {
  return ctx.transaction(async (tx) => {
    const row = await manageableStaff(tx, ctx, id)
    if (row.state === 'locked') {
      await unlockStaff(tx, id)
      await audit(tx, ctx, {
        action: 'people.readmitStaff',
        subjectKind: 'staff',
        subjectId: id,
        subject: row.name,
      })
    }
    return freshStaff(tx, ctx, id)
  })
}

/**
 * A link with which the person chooses a password, once, within seven days; an older one stops working.
 * Errors: people.staffNotFound, people.staffOutOfReach, people.staffLocked.
 */
export function inviteStaff(ctx: Ctx, id: string): Promise<z.infer<typeof Invitation>> {
  return ctx.transaction(async (tx) => {
    const row = await manageableStaff(tx, ctx, id)
    if (row.state === 'locked') throw peopleErrors.staffLocked()
    const token = newSecret(24)
    const expiresAt = new Date(ctx.now().getTime() + INVITATION_MS)
    await replaceInvitation(tx, {
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      staff_id: id,
      token_hash: hashSecret(token),
      expires_at: expiresAt,
    })
    await audit(tx, ctx, {
      action: 'people.inviteStaff',
      subjectKind: 'staff',
      subjectId: id,
      subject: row.name,
    })
    return { url: `${ctx.origin}/invitation/${token}`, expiresAt: expiresAt.toISOString() }
  })
}
