import type { Services } from '#platform/context'
import type { IncidentDesk } from '../desk/change-room.ts'
import { postsOf } from '../desk/desk-data.ts'
import { sweepRooms } from '../desk/sweep-rooms.ts'
import { callPost } from './call-people.ts'
import { stopCalls } from './people-data.ts'

/** Posts that nobody has answered for in time: called again, and the next of the chain (E4); over all brands. */
export function sweepCalls(services: Services): Promise<number> {
  return sweepRooms(services, 'posts_due', ringCalls)
}

export async function ringCalls(desk: IncidentDesk): Promise<void> {
  if (desk.incident.status === 'closed') return stopCalls(desk.tx, desk.incident.id)
  const due = (await postsOf(desk.tx, desk.incident.id)).filter(
    (post) => post.next_call_at && post.next_call_at <= desk.now,
  )
  for (const post of due) await callPost(desk, post)
}
