import type { Room } from '#contracts/incidents'

/** What the law's clocks of this room began with; null where they began with the room itself. */
export function countedFrom({
  foundAt,
  openedAt,
  linked,
}: Pick<Room, 'foundAt' | 'openedAt' | 'linked'>): 'customer' | 'found' | null {
  if (foundAt >= openedAt) return null
  return linked.some((ticket) => ticket.openedAt === foundAt) ? 'customer' : 'found'
}
