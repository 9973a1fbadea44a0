import type { Home } from '#contracts/tickets/home'

export type Urgent = {
  key:
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

/** The one thing the day begins with: an alarm, what the shop has to seal, what is late, what colleagues wait for too long, what nobody owns, what is due, what is open, what colleagues asked for, what others are late with; else nothing. */
export function mostUrgent({
  alarms,
  mine,
  watch,
  todos,
  seals,
}: Pick<Home, 'alarms' | 'mine' | 'watch' | 'todos'> & { seals: number }): Urgent {
  const order: Urgent[] = [
    { key: 'alarm', count: alarms.length },
    { key: 'seals', count: seals },
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
