import type { Roster, RosterPerson } from '#domains/people'

const MANAGERS = ['shop_manager', 'region_manager']

/**
 * Whom an early warning of these shops calls.
 * Shape: quality, or whoever leads where there is none; and the managers of the shops and regions it comes from. Whoever leads is called as well
 *        when it calls again, the administrators from the second time on, and where there is nobody else; of the managers then only those of all
 *        of its shops, who may judge it.
 */
export function concernedBy({ people }: Roster, shopIds: readonly string[], level: number): string[] {
  const quality = people.filter((p) => holds(p, ['quality'], shopIds))
  const leads = people.filter((p) => holds(p, ['lead'], shopIds))
  const brand = quality.length ? [...quality, ...(level ? leads : [])] : leads
  const near = people.filter(
    (p) =>
      holds(p, MANAGERS, shopIds) && (level === 0 || shopIds.every((shop) => holds(p, MANAGERS, [shop]))),
  )
  const called = [...brand, ...near].map((p) => p.id)
  return [...new Set([...called, ...(level > 1 || !called.length ? administrators(people) : [])])]
}

/** Whoever looks after what belongs to the whole brand. */
export function administrators(people: readonly RosterPerson[]): string[] {
  const cares = (p: RosterPerson) =>
    p.roles.some((r) => (r.role === 'admin' || r.role === 'tech') && r.shops === 'all')
  return people.filter(cares).map((p) => p.id)
}

function holds(p: RosterPerson, roles: readonly string[], at: readonly string[]): boolean {
  return p.roles.some(
    (r) => roles.includes(r.role) && (r.shops === 'all' || at.some((id) => r.shops.includes(id))),
  )
}
