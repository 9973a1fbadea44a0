import { type Grant, Role } from '#contracts/people'
import type { ResolvedGrant } from '#platform/context'

const COUNTER_ROLES: Role[] = ['shop_staff', 'kitchen', 'rider']

/** Which roles a role may give and take; everybody else gives none. */
const MAY_GIVE: Partial<Record<Role, readonly Role[]>> = {
  admin: Role.options,
  region_manager: [...COUNTER_ROLES, 'shop_manager'],
  shop_manager: COUNTER_ROLES,
}

/**
 * Whether somebody with these grants may give or take `grant`.
 * Shape:  nobody gives what reaches further than the own grant; a whole region or brand is given by a brand's administrator only,
 *         because a shop opened later would fall under it.
 * Source: requirement G1.
 */
export function mayGive(own: readonly ResolvedGrant[], grant: Grant): boolean {
  return own.some(({ role, shops }) => {
    if (!MAY_GIVE[role]?.includes(grant.role)) return false
    return shops === 'all' || (grant.extent.kind === 'shop' && shops.includes(grant.extent.shopId))
  })
}
