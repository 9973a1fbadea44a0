import { v7 as uuidv7 } from 'uuid'
import type { Locale } from '#contracts/kit'
import type { Grant, Week } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { peopleErrors } from '../errors.ts'
import { checkWeek } from '../organisation/week.ts'
import { knownPlaces, replaceGrants } from './grant-data.ts'
import { insertStaff } from './staff-data.ts'

export type NewStaff = {
  name: string
  login: string
  phone?: string
  grants: Grant[]
  duty: Week
  /** From `hashPassword`; without one the person is invited and chooses a password with the link. */
  passwordHash?: string
  locale?: Locale
  /** Open tickets the person can carry at once; absent: no limit of the own. */
  capacity?: number | null | undefined
}

/**
 * Takes a person into the brand.
 * Shape:  active with a password, otherwise invited. Whether the caller may give these roles is not asked here.
 * Errors: people.loginTaken (logins are unique over all brands), people.unknownShop, people.unknownRegion, people.badHours.
 */
export async function createStaff(tx: Tx, ctx: Ctx, staff: NewStaff): Promise<string> {
  const id = uuidv7()
  const { brandId } = ctx.actor
  checkWeek(staff.duty, 'duty')
  await checkPlaces(tx, staff.grants)
  await insertStaff(tx, {
    brand_id: brandId,
    id,
    name: staff.name,
    login: staff.login,
    phone_enc: ctx.keys.seal(brandId, staff.phone ?? ''),
    state: staff.passwordHash ? 'active' : 'invited',
    password_hash: staff.passwordHash ?? null,
    locale: staff.locale ?? 'zh-CN',
    duty: JSON.stringify(staff.duty),
    capacity: staff.capacity ?? null,
    created_at: ctx.now(),
  })
  await replaceGrants(tx, { brandId, id }, staff.grants)
  await audit(tx, ctx, {
    action: 'people.createStaff',
    subjectKind: 'staff',
    subjectId: id,
    subject: staff.name,
    data: { grants: staff.grants },
  })
  return id
}

/** Errors: people.unknownShop or people.unknownRegion with the grant's place in the list. */
export async function checkPlaces(tx: Tx, grants: Grant[]): Promise<void> {
  const known = await knownPlaces(tx, grants)
  grants.forEach(({ extent }, i) => {
    if (extent.kind === 'shop' && !known.shops.has(extent.shopId))
      throw peopleErrors.unknownShop({}, `grants.${i}.extent.shopId`)
    if (extent.kind === 'region' && !known.regions.has(extent.regionId))
      throw peopleErrors.unknownRegion({}, `grants.${i}.extent.regionId`)
  })
}
