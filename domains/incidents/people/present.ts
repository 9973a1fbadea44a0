import type { Role } from '#contracts/people'
import type { IncidentDesk } from '../desk/change-room.ts'
import { holds } from './call-order.ts'

/** Present holders of a role for the room's shops, or all of them when nobody is present. */
export async function present(desk: IncidentDesk, role: Role): Promise<string[]> {
  const { people } = await desk.roster()
  const all = people.filter((p) => holds(p, role, desk.incident.shop_ids))
  const here = all.filter((p) => p.onDuty)
  return (here.length ? here : all).map((p) => p.id)
}
