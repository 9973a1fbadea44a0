import type { z } from 'zod'
import type { Grant, SaveStaff, Staff } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { peopleErrors } from '../errors.ts'
import { readBrand } from '../organisation/brand-data.ts'
import { checkWeek } from '../organisation/week.ts'
import { checkPlaces, createStaff } from './create-staff.ts'
import { grantOf, replaceGrants } from './grant-data.ts'
import { mayGive } from './reach.ts'
import {
  countAdmins,
  readStaff,
  readStaffList,
  type StoredStaff,
  updateStaff,
  worksIn,
} from './staff-data.ts'
import { viewStaff } from './staff-view.ts'

export function listStaff(ctx: Ctx): Promise<Staff[]> {
  return ctx.transaction(async (tx) => {
    const { zone } = await readBrand(tx)
    const rows = await readStaffList(tx, worksIn(scopeOf(ctx.actor, 'people.readStaff')), ctx.now())
    return rows.map((row) => viewStaff(ctx, zone, row))
  })
}

/** Takes somebody in as invited. Errors: people.grantOutOfReach and those of createStaff. */
export function addStaff(ctx: Ctx, input: z.infer<typeof SaveStaff>): Promise<Staff> {
  return ctx.transaction(async (tx) => {
    await checkPlaces(tx, input.grants)
    checkGivable(ctx, input.grants)
    return freshStaff(tx, ctx, await createStaff(tx, ctx, input))
  })
}

/**
 * Changes what is given; what is absent stays.
 * Errors: people.staffNotFound outside the scope, people.staffOutOfReach for somebody with roles the caller may not take,
 *         people.grantOutOfReach, people.lastAdmin, people.loginTaken, people.unknownShop, people.unknownRegion, people.badHours.
 */
export function changeStaff(ctx: Ctx, id: string, input: Partial<z.infer<typeof SaveStaff>>): Promise<Staff> {
  return ctx.transaction(async (tx) => {
    const before = await manageableStaff(tx, ctx, id)
    const { grants, phone, duty, ...plain } = input
    if (duty) checkWeek(duty, 'duty')
    await updateStaff(tx, id, {
      ...plain,
      ...(phone === undefined ? {} : { phone_enc: ctx.keys.seal(ctx.actor.brandId, phone) }),
      ...(duty ? { duty: JSON.stringify(duty) } : {}),
    })
    if (grants) await changeGrants(tx, ctx, id, grants)
    const after = await freshStaff(tx, ctx, id)
    await audit(tx, ctx, {
      action: 'people.changeStaff',
      subjectKind: 'staff',
      subjectId: id,
      subject: after.name,
      data: changeFacts(before, input),
    })
    return after
  })
}

async function changeGrants(tx: Tx, ctx: Ctx, id: string, grants: Grant[]): Promise<void> {
  await checkPlaces(tx, grants)
  checkGivable(ctx, grants)
  const admins = await countAdmins(tx, ctx.actor.brandId)
  await replaceGrants(tx, { brandId: ctx.actor.brandId, id }, grants)
  if (admins > 0 && (await countAdmins(tx, ctx.actor.brandId)) === 0)
    throw peopleErrors.lastAdmin({}, 'grants')
}

/** Before and after of what the audit trail may know: never the phone number itself. */
function changeFacts(before: StoredStaff, input: Partial<z.infer<typeof SaveStaff>>) {
  const { name, login, grants, duty, phone, capacity } = input
  const old = {
    ...(name === undefined ? {} : { name: before.name }),
    ...(login === undefined ? {} : { login: before.login }),
    ...(grants ? { grants: before.grants.map(grantOf) } : {}),
    ...(duty ? { duty: before.duty } : {}),
    ...(capacity === undefined ? {} : { capacity: before.capacity }),
  }
  return { before: old, after: { name, login, grants, duty, capacity }, phoneChanged: phone !== undefined }
}

/**
 * The person, if the caller may manage them.
 * Errors: people.staffNotFound when outside the scope, people.staffOutOfReach when one of their roles is not the caller's to take.
 */
export async function manageableStaff(tx: Tx, ctx: Ctx, id: string): Promise<StoredStaff> {
  const row = await readStaff(tx, id, worksIn(scopeOf(ctx.actor, 'people.manageStaff')), ctx.now())
  if (!row) throw peopleErrors.staffNotFound()
  const { grants } = staffOf(ctx)
  if (!row.grants.every((grant) => mayGive(grants, grantOf(grant)))) throw peopleErrors.staffOutOfReach()
  return row
}

function checkGivable(ctx: Ctx, grants: Grant[]): void {
  const own = staffOf(ctx).grants
  grants.forEach((grant, i) => {
    if (!mayGive(own, grant)) throw peopleErrors.grantOutOfReach({ role: grant.role }, `grants.${i}`)
  })
}

/** The person as just written, whatever the caller's scope. */
export async function freshStaff(tx: Tx, ctx: Ctx, id: string): Promise<Staff> {
  const { zone } = await readBrand(tx)
  const row = await readStaff(tx, id, worksIn({ shops: 'all', own: false, staffId: null }), ctx.now())
  if (!row) throw peopleErrors.staffNotFound()
  return viewStaff(ctx, zone, row)
}
