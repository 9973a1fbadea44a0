import type { Home } from '#contracts/tickets'

export type Urgent = { key: 'alarm' | 'breached' | 'ownerless' | 'dueSoon' | 'open' | 'clear'; count: number }

/** The one thing the day begins with: an alarm, what is late, what nobody owns, what is due, what is open; else nothing. */
export function mostUrgent({ alarms, mine, watch }: Pick<Home, 'alarms' | 'mine' | 'watch'>): Urgent {
  const order: Urgent[] = [
    { key: 'alarm', count: alarms.length },
    { key: 'breached', count: mine.breached },
    { key: 'ownerless', count: watch?.ownerless ?? 0 },
    { key: 'dueSoon', count: mine.dueSoon },
    { key: 'open', count: mine.open },
  ]
  return order.find((one) => one.count > 0) ?? { key: 'clear', count: 0 }
}
