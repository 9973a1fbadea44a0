import type { Locale } from '#contracts/kit'
import type { Role, Shop, Week } from '#contracts/people'
import type { Tx } from '#platform/db/database'
import { isOnDuty, wallTime } from './duty.ts'
import { readRoster, type StoredRoster } from './roster-data.ts'

export type RosterShop = {
  id: string
  code: string
  name: string
  zone: string
  hours: Week
  state: Shop['state']
  regionId: string
}
export type RosterPerson = {
  id: string
  name: string
  locale: Locale
  roles: { role: Role; shops: 'all' | string[] }[]
  onDuty: boolean
  /** Open tickets the person can carry at once; null: no limit of the own. */
  capacity: number | null
  duty: Week
  /** Marked as away by the person, without an end. */
  away: boolean
  absentUntil: Date | null
  /** Who stands in while the person is absent; null when nobody was named, or the person is there. */
  deputyId: string | null
}
/** Everything that routing needs of a brand at one instant. */
export type Roster = { zone: string; shops: RosterShop[]; people: RosterPerson[] }

/**
 * The brand's shops and the people who can sign in, with what their roles reach.
 * Shape:  locked and invited people are not in it; `onDuty` is the duty week in the brand's zone, minus away and absences.
 */
export async function loadRoster(tx: Tx, at: Date): Promise<Roster> {
  return rosterOf(await readRoster(tx, at), at)
}

function rosterOf(stored: StoredRoster, at: Date): Roster {
  const byRegion = Map.groupBy(stored.shops, (shop) => shop.regionId)
  const now = wallTime(stored.zone, at)
  const reach = (grant: { regionId: string | null; shopId: string | null }) => {
    if (grant.shopId) return [grant.shopId]
    return grant.regionId ? (byRegion.get(grant.regionId) ?? []).map((shop) => shop.id) : 'all'
  }
  return {
    zone: stored.zone,
    shops: stored.shops,
    people: stored.people.map((person) => ({
      id: person.id,
      name: person.name,
      locale: person.locale,
      roles: person.grants.map((grant) => ({ role: grant.role, shops: reach(grant) })),
      onDuty: person.free && isOnDuty(person.duty, now),
      capacity: person.capacity,
      duty: person.duty,
      away: person.away,
      absentUntil: person.absentUntil ? new Date(person.absentUntil) : null,
      deputyId: person.deputyId,
    })),
  }
}
