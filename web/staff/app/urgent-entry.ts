/** What concerns a person now: rooms that want them, early warnings that may hurt somebody, what their shop has to seal. */
export type Concerns = { rooms: readonly { id: string }[]; alarms: number; seals: number }
export type UrgentEntry =
  | { count: number; to: '/incidents/$id'; params: { id: string } }
  | { count: number; to: '/incidents' | '/alarms' | '/seals' }

/**
 * The red entry at the thumb of a phone; null in quiet times.
 * Shape: it leads straight to where one acts; where it is of several sorts, to the rooms, which say what else waits.
 */
export function urgentEntry({ rooms, alarms, seals }: Concerns): UrgentEntry | null {
  const count = rooms.length + alarms + seals
  if (count === 0) return null
  if (count === seals) return { count, to: '/seals' }
  if (count === alarms) return { count, to: '/alarms' }
  if (count === 1) return { count, to: '/incidents/$id', params: { id: rooms[0]!.id } }
  return { count, to: '/incidents' }
}
