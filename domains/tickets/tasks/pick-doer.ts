import type { Role } from '#contracts/people'
import type { RosterPerson } from '#domains/people'
import { holders, type PickRules } from '../routing/pick-person.ts'

export type DoerRules = Pick<PickRules, 'roster' | 'roles' | 'shopId' | 'loads' | 'not'> & {
  dueAt: Date
  now: Date
}

/** Away so long that the deadline passes meanwhile, or away now that it has passed. Source: R3, tasks of absent people do not stay. */
export function isGone(
  person: Pick<RosterPerson, 'away' | 'absentUntil'>,
  { dueAt, now }: Pick<DoerRules, 'dueAt' | 'now'>,
): boolean {
  if (person.absentUntil && person.absentUntil > now && person.absentUntil >= dueAt) return true
  return dueAt <= now && (person.away || (person.absentUntil !== null && person.absentUntil > now))
}

/**
 * Who of a team gets a task (R3): whoever is present for the shop and has the fewest open tasks.
 * Shape: nobody present: somebody off duty who is back before the deadline; nobody of those either: anybody of the team, because late
 *        is better than ownerless. Null only when the team has nobody at all for this shop.
 */
export function pickDoer(rules: DoerRules): RosterPerson | null {
  const team = [...new Set(rules.roles.flatMap((role) => holders(rules, role)))]
  const rounds: ((p: RosterPerson) => boolean)[] = [
    (p) => p.onDuty,
    (p) => !p.away && !isGone(p, rules),
    () => true,
  ]
  for (const fits of rounds) {
    const found = fewest(rules, team.filter(fits))
    if (found) return found
  }
  return null
}

function fewest({ loads }: DoerRules, people: RosterPerson[]): RosterPerson | null {
  let best: RosterPerson | null = null
  for (const person of people)
    if (!best || (loads.get(person.id) ?? 0) < (loads.get(best.id) ?? 0)) best = person
  return best
}

const TASK_ROLES: ReadonlySet<Role> = new Set([
  'agent',
  'lead',
  'shop_manager',
  'region_manager',
  'quality',
  'marketing',
  'advisor',
  'delivery_lead',
  'tech',
  'shop_staff',
  'kitchen',
  'rider',
  'finance',
])

/** Whether somebody may be given a task of a ticket of this shop at all; executives and administrators do not work on tickets. */
export function canHoldTask(person: Pick<RosterPerson, 'roles'>, shopId: string | null): boolean {
  return person.roles.some(
    (r) => TASK_ROLES.has(r.role) && (r.shops === 'all' || (shopId !== null && r.shops.includes(shopId))),
  )
}

/** Who answers a question to the shop. */
export const SHOP_ROLES: readonly Role[] = ['shop_staff', 'shop_manager']
