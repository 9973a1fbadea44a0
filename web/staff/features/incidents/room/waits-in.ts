import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { stillUnreached } from '../affected/still-unreached.ts'

/** How many things wait for somebody in a part of the room; 0 where nothing does. In a room that is closed only customers wait, for a call. */
export function waitsIn(room: Room, part: RoomPart): number {
  if (room.status === 'closed') return part === 'affected' && !room.drill ? stillUnreached(room.affected) : 0
  switch (part) {
    case 'steps':
      return room.checklist.filter((step) => step.state === 'open').length
    case 'people':
      return room.posts.filter((post) => !post.acknowledged).length
    case 'shops':
      return room.involved.filter(({ seal }) => seal === 'waiting').length
    case 'seal':
      return room.seals.reduce((sum, seal) => sum + (seal.liftedAt ? 0 : seal.of - seal.acknowledged), 0)
    case 'statements':
      return room.statements.filter(({ state }) => state === 'asked' || state === 'approved').length
    case 'evidence':
      return room.evidence.filter((one) => !one.kept).length
    case 'affected':
      return (room.affected?.state === 'message_asked' ? 1 : 0) + (room.affected?.lost.length ?? 0)
    default:
      return 0
  }
}
