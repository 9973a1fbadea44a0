import { findShops } from '#domains/people'
import type { Services } from '#platform/context'
import type { IncidentDesk } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { sweepRooms } from '../desk/sweep-rooms.ts'
import { askAgain, unanswered } from './seal-data.ts'
import { addTold, type ToldOf, tellShops } from './tell-shops.ts'
import { peopleOf, regionManagersOf } from './told-people.ts'

/** From so many times on the region's manager is told too, then the leader of the room. The first time is the order itself. */
const REGION_FROM = 3
const LEADER_FROM = 4

/** Asks shops again that have not said what they have taken off sale (E2). */
export function sweepSeals(services: Services): Promise<number> {
  return sweepRooms(services, 'seals_due', ringSeals)
}

export async function ringSeals(desk: IncidentDesk): Promise<void> {
  const { incident, now, tx } = desk
  const due = await unanswered(tx, incident.id, now)
  const names = await findShops(tx, [...new Set(due.map((shop) => shop.shop_id))])
  const roster = await desk.roster()
  for (const [sealId, shops] of Map.groupBy(due, (shop) => shop.seal_id)) {
    const { what, every_min, lifted_at } = shops[0]!
    const over = lifted_at !== null || incident.status === 'closed'
    const shopIds = shops.map((shop) => shop.shop_id)
    const nextAt = over ? null : new Date(now.getTime() + every_min * 60_000)
    await askAgain(tx, sealId, shopIds, nextAt)
    if (over) continue
    const of: ToldOf = new Map()
    for (const { shop_id, asked } of shops) {
      addTold(of, peopleOf(roster, shop_id), shop_id)
      if (asked + 1 >= REGION_FROM) addTold(of, regionManagersOf(roster, shop_id), shop_id)
    }
    const waiting = shopIds.map((id) => names.get(id)?.name ?? '')
    const times = Math.max(...shops.map((shop) => shop.asked)) + 1
    const { leader_id: leader } = incident
    if (times >= LEADER_FROM && leader && !of.has(leader)) of.set(leader, [])
    tellShops(desk, sealId, shopIds, { of, times })
    addFact(desk, 'seal_chased', {
      seal: sealId,
      what,
      shops: waiting,
      shopIds,
      count: waiting.length,
      times,
    })
    record(desk, 'chaseSeal', { seal: sealId, shops: waiting.length, times })
  }
}
