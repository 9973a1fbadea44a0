import type { Role } from '#contracts/people'
import type { Roster } from '#domains/people'

/** Those who can go and look: the manager and the shift. */
const SHIFT: readonly Role[] = ['shop_manager', 'shop_staff', 'kitchen']

/** The people of one shop who are there now, and its managers wherever they are; without any of these everybody of it. */
export function peopleOf(roster: Roster, shopId: string): string[] {
  const all = holders(roster, SHIFT, shopId)
  const managers = holders(roster, ['shop_manager'], shopId)
  const near = all.filter((p) => p.onDuty || managers.includes(p))
  return (near.length ? near : all).map((p) => p.id)
}

export function regionManagersOf(roster: Roster, shopId: string): string[] {
  return holders(roster, ['region_manager'], shopId).map((p) => p.id)
}

/** Whoever holds one of the roles for this shop; whoever holds it for the whole brand is nobody of this shop. */
function holders({ people }: Roster, roles: readonly Role[], shopId: string) {
  return people.filter((p) =>
    p.roles.some(({ role, shops }) => roles.includes(role) && shops !== 'all' && shops.includes(shopId)),
  )
}
