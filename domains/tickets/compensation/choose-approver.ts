import type { Role } from '#contracts/people'
import type { CompensationPolicy } from '#contracts/playbook'
import type { Roster, RosterPerson } from '#domains/people'
import { holders } from '../routing/pick-person.ts'

export type ApproverRules = {
  roster: Roster
  role: Role
  shopId: string | null
  /** Roles above it, nearest first. */
  above: readonly Role[]
  /** Whoever proposed it, is complained about, or was asked for this step before: never asked. */
  not: readonly string[]
  /** Asked only when nobody else is left: whoever has decided an earlier step. */
  rather: readonly string[]
  /** Open approvals per person; absent means none. */
  loads: ReadonlyMap<string, number>
  /** Whether somebody may decide at all: able to open what is asked. */
  mayDecide: (person: RosterPerson) => boolean
}
export type Approver = { person: RosterPerson; role: Role; standsInFor: RosterPerson | null }

/**
 * Who is asked for one step: a holder of the role for that shop who is there, else the deputy that an absent holder named, else the
 * same one role further up.
 * Shape:  on leave or marked as away counts as absent; off duty for the night does not, but somebody on duty is asked rather. A
 *         deputy who is absent too, proposed it or is complained about does not stand in. Null when nobody at all may decide.
 * Source: requirement H5: no self-approval, delegation when absent.
 */
export function chooseApprover(rules: ApproverRules): Approver | null {
  for (const spared of rules.rather.length ? [rules.rather, []] : [[]]) {
    for (const role of [rules.role, ...rules.above]) {
      const found = best(rules, candidates(rules, role, [...rules.not, ...spared]))
      if (found) return found
    }
  }
  return null
}

export function isAbsent(person: RosterPerson): boolean {
  return person.away || person.absentUntil !== null
}

function candidates(rules: ApproverRules, role: Role, barred: readonly string[]): Approver[] {
  const { roster, shopId } = rules
  return holders({ roster, shopId }, role).flatMap((holder): Approver[] => {
    const fits = (p: RosterPerson) => !isAbsent(p) && !barred.includes(p.id) && rules.mayDecide(p)
    if (!isAbsent(holder)) return fits(holder) ? [{ person: holder, role, standsInFor: null }] : []
    const deputy = roster.people.find((p) => p.id === holder.deputyId)
    return deputy && fits(deputy) ? [{ person: deputy, role, standsInFor: holder }] : []
  })
}

/** Nearest first: whoever is responsible for this shop before whoever is for many; then on duty, then no stand-in, then with least to decide. */
function best({ roster, role, loads }: ApproverRules, found: Approver[]): Approver | null {
  const rank = ({ person, standsInFor }: Approver): number[] => [
    person.onDuty ? 0 : 1,
    reachOf(standsInFor ?? person, role, roster.shops.length),
    standsInFor ? 1 : 0,
    loads.get(person.id) ?? 0,
  ]
  return (
    found
      .map((approver) => ({ approver, rank: rank(approver) }))
      .sort((a, b) => compare(a.rank, b.rank) || (a.approver.person.id < b.approver.person.id ? -1 : 1))[0]
      ?.approver ?? null
  )
}

function reachOf(person: RosterPerson, role: Role, all: number): number {
  const reaches = person.roles
    .filter((r) => r.role === role)
    .map((r) => (r.shops === 'all' ? all + 1 : r.shops.length))
  return Math.min(...reaches, all + 2)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((n, at) => n !== b[at])
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0)
}

/**
 * The roles above one that may be asked in its place: further up the ticket's responsibility chain, then those that the policy asks for
 * more; never one that the policy asks for less.
 */
export function rolesAbove(policy: CompensationPolicy, chain: readonly Role[], role: Role): Role[] {
  const rank = (r: Role) => policy.approvals.findIndex((row) => row.role === r)
  const from = chain.indexOf(role)
  const higher = policy.approvals.slice(rank(role) + 1).map((row) => row.role)
  const all: Role[] = [...chain.slice(from + 1), ...higher, policy.overBudgetRole, 'region_manager', 'lead']
  return [...new Set(all)].filter(
    (r) => r !== role && (rank(r) < 0 || rank(role) < 0 || rank(r) > rank(role)),
  )
}
