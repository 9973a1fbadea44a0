import type { Actor } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import type { IncidentRow, MemberRow } from './desk-data.ts'

type Reached = {
  incident: Pick<IncidentRow, 'shop_ids' | 'leader_id' | 'spokesperson_id'>
  members: readonly Pick<MemberRow, 'staff_id' | 'state' | 'post' | 'called_at'>[]
}

/** Whether the actor reaches this room with an action: by the brand, by one of its shops, or as one of its people. */
export function reaches(actor: Actor, action: string, room: Reached): boolean {
  const scope = scopeOf(actor, action)
  if (!scope) return false
  const { shops } = scope
  if (shops === 'all') return true
  if (room.incident.shop_ids.some((id) => shops.includes(id))) return true
  if (actor.kind !== 'staff') return false
  const { incident, members } = room
  if (action === 'incidents.lead') return incident.leader_id === actor.staffId
  if (action === 'incidents.release') return incident.spokesperson_id === actor.staffId
  if (action === 'incidents.reveal')
    return (
      readsAll(actor, room) && !members.some((m) => m.staff_id === actor.staffId && m.state === 'relieved')
    )
  return heads(room).includes(actor.staffId) || members.some((m) => isOf(m, actor.staffId))
}

/**
 * Whether somebody reads the room for its own sake and not for that of a shop: its leader, its spokesperson and its team.
 * Shape: whoever works for shops and has come without a post and without a call goes on reading for these shops.
 */
export function readsAll(actor: Actor, room: Reached): boolean {
  if (actor.kind !== 'staff' || heads(room).includes(actor.staffId)) return true
  const shops = scopeOf(actor, 'incidents.work')?.shops ?? []
  const forShops = shops !== 'all' && shops.length > 0
  return room.members.some(
    (m) => isOf(m, actor.staffId) && (!forShops || m.post !== '' || m.called_at !== null),
  )
}

/** For whose sake somebody reads the room: its own, then all of it, or that of these shops. */
export function readsFor(actor: Actor, room: Reached): 'all' | readonly string[] {
  return readsAll(actor, room) ? 'all' : (scopeOf(actor, 'incidents.read')?.shops ?? [])
}

const heads = ({ incident }: Reached) => [incident.leader_id, incident.spokesperson_id]
/** Whoever was called may come and work, also when somebody else has taken the post. */
const isOf = (m: Reached['members'][number], staffId: string) =>
  m.staff_id === staffId && m.state !== 'declined'
