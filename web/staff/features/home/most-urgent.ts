import type { Home } from '#contracts/tickets'

export type Urgent = {
  key: 'alarm' | 'breached' | 'ownerless' | 'dueSoon' | 'open' | 'watched' | 'clear'
  count: number
}

/** The one thing the day begins with: an alarm, what is late, what nobody owns, what is due, what is open, what others are late with; else nothing. */
export function mostUrgent({ alarms, mine, watch }: Pick<Home, 'alarms' | 'mine' | 'watch'>): Urgent {
  const order: Urgent[] = [
    { key: 'alarm', count: alarms.length },
    { key: 'breached', count: mine.breached },
    { key: 'ownerless', count: watch?.ownerless ?? 0 },
    { key: 'dueSoon', count: mine.dueSoon },
    { key: 'open', count: mine.open },
    { key: 'watched', count: watch?.breached ?? 0 },
  ]
  return order.find((one) => one.count > 0) ?? { key: 'clear', count: 0 }
}
