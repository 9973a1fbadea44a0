import type { WantingRoom } from '#contracts/incidents/standing'
import type { Home } from '#contracts/tickets/home'

export type Urgent = {
  key:
    | (typeof ROOMS)[number]
    | 'harms'
    | 'alarm'
    | 'seals'
    | 'breached'
    | 'lateTodos'
    | 'ownerless'
    | 'dueSoon'
    | 'open'
    | 'todos'
    | 'watched'
    | 'clear'
  count: number
}

/** What an emergency room wants of me, the most urgent first; that I work in it comes after what cannot wait elsewhere. */
const ROOMS = ['call', 'law', 'step', 'work'] as const

type Given = Pick<Home, 'alarms' | 'mine' | 'watch' | 'todos'> & {
  seals: number
  rooms: readonly Pick<WantingRoom, 'want' | 'count'>[]
  /** Early warnings that may hurt somebody and that nobody has looked at. */
  harms: number
}

/** The one thing the day begins with: what an emergency room wants, a warning that somebody may be hurt, an alarm, what the shop has to seal, what is late, what colleagues wait for too long, what nobody owns, what is due, what is open, what colleagues asked for, what others are late with; else nothing. */
export function mostUrgent({ alarms, mine, watch, todos, seals, rooms, harms }: Given): Urgent {
  const wanting = (want: (typeof ROOMS)[number]): Urgent => ({
    key: want,
    count: rooms.filter((room) => room.want === want).reduce((sum, room) => sum + room.count, 0),
  })
  const order: Urgent[] = [
    wanting('call'),
    wanting('law'),
    wanting('step'),
    { key: 'harms', count: harms },
    { key: 'alarm', count: alarms.length },
    { key: 'seals', count: seals },
    wanting('work'),
    { key: 'breached', count: mine.breached },
    { key: 'lateTodos', count: todos?.overdue ?? 0 },
    { key: 'ownerless', count: watch?.ownerless ?? 0 },
    { key: 'dueSoon', count: mine.dueSoon },
    { key: 'open', count: mine.open },
    { key: 'todos', count: todos?.open ?? 0 },
    { key: 'watched', count: watch?.breached ?? 0 },
  ]
  return order.find((one) => one.count > 0) ?? { key: 'clear', count: 0 }
}
