import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useBeside } from '../incident-queries.ts'
import { waitsIn } from './waits-in.ts'

/** How many things wait in each part of the room, also the tickets beside it, of which the room itself says nothing. */
export function useWaits(room: Room): (part: RoomPart) => number {
  const beside = useBeside(room).data?.tickets.length ?? 0
  return (part) => (part === 'tickets' && room.status !== 'closed' ? beside : waitsIn(room, part))
}
