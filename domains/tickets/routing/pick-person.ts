import type { Role } from '#contracts/people'
import type { Roster, RosterPerson } from '#domains/people'

export type Picked = { person: RosterPerson; role: Role; onDuty: boolean }
export type PickRules = {
  roster: Roster
  /** Tried in this order: the rule's role, then up the chain. */
  roles: readonly Role[]
  shopId: string | null
  /** Open tickets per person; absent means none. */
  loads: ReadonlyMap<string, number>
  /** People who must not get it (a reopened ticket goes to somebody else). */
  not?: readonly string[]
}

const LAST_RESORT: readonly Role[] = ['lead', 'region_manager', 'agent', 'shop_manager', 'admin']

/**
 * Who gets it (R1): of the first role with somebody present for the shop, the one with the fewest open tickets.
 * Shape: if nobody of any role is on duty, the least loaded absent person of the first role that has one — late is
 *        better than ownerless; the clocks escalate from there. Null only when the brand has nobody at all.
 */
export function pickPerson(rules: PickRules): Picked | null {
  const roles = [...rules.roles, ...LAST_RESORT.filter((r) => !rules.roles.includes(r))]
  for (const present of [true, false]) {
    for (const role of present ? rules.roles : roles) {
      const person = leastLoaded(
        rules,
        holders(rules, role).filter((p) => !present || p.onDuty),
      )
      if (person) return { person, role, onDuty: person.onDuty }
    }
  }
  return null
}

/** Everybody who holds the role for this shop; a ticket without a shop belongs to holders of the whole brand. */
export function holders(
  { roster, shopId, not = [] }: Pick<PickRules, 'roster' | 'shopId' | 'not'>,
  role: Role,
): RosterPerson[] {
  return roster.people.filter(
    (p) => !not.includes(p.id) && p.roles.some((r) => r.role === role && reaches(r.shops, shopId)),
  )
}

function reaches(shops: 'all' | string[], shopId: string | null): boolean {
  return shops === 'all' || (shopId !== null && shops.includes(shopId))
}

function leastLoaded({ loads }: PickRules, people: RosterPerson[]): RosterPerson | null {
  let best: RosterPerson | null = null
  for (const person of people) {
    if (!best || (loads.get(person.id) ?? 0) < (loads.get(best.id) ?? 0)) best = person
  }
  return best
}
