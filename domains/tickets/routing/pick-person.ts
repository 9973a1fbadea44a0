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
 * Who gets it (R1, R2): of the first role with somebody present for the shop who is not full, the one whose open tickets are the
 * smallest share of what the person can carry.
 * Shape: when everybody present is full, the least full of the first role gets it all the same; if nobody of any role is on duty, the least loaded absent person of the first role that has one — late is
 *        better than ownerless; the clocks escalate from there. Null only when the brand has nobody at all.
 */
export function pickPerson(rules: PickRules): Picked | null {
  const roles = [...rules.roles, ...LAST_RESORT.filter((r) => !rules.roles.includes(r))]
  const rounds: [readonly Role[], (p: RosterPerson) => boolean][] = [
    [rules.roles, (p) => p.onDuty && !isFull(rules, p)],
    [rules.roles, (p) => p.onDuty],
    [roles, () => true],
  ]
  for (const [asked, fits] of rounds) {
    for (const role of asked) {
      const person = leastLoaded(rules, holders(rules, role).filter(fits))
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

/** What somebody without a capacity of the own is taken to carry, so that both sorts can be compared. */
const USUAL_CAPACITY = 40

function fullness(loads: ReadonlyMap<string, number>, person: RosterPerson): number {
  return (loads.get(person.id) ?? 0) / (person.capacity ?? USUAL_CAPACITY)
}

function isFull({ loads }: PickRules, person: RosterPerson): boolean {
  return person.capacity !== null && (loads.get(person.id) ?? 0) >= person.capacity
}

function leastLoaded({ loads }: PickRules, people: RosterPerson[]): RosterPerson | null {
  let best: RosterPerson | null = null
  for (const person of people) {
    if (!best || fullness(loads, person) < fullness(loads, best)) best = person
  }
  return best
}
