import type { z } from 'zod'
import type { Clock } from '#contracts/tickets'

type Stored = {
  metric: string
  cycle: number
  state: string
  started_at: Date
  due_at: Date | null
  warn_at: Date | null
  met_at: Date | null
  breached_at: Date | null
  target_min: number
  calendar: string
  provisional: boolean
}

export function viewClock(row: Stored): z.infer<typeof Clock> {
  return {
    metric: row.metric as 'respond',
    cycle: row.cycle,
    state: row.state as 'active',
    startedAt: row.started_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    warnAt: row.warn_at?.toISOString() ?? null,
    metAt: row.met_at?.toISOString() ?? null,
    late: row.breached_at !== null,
    targetMin: row.target_min,
    calendar: row.calendar,
    provisional: row.provisional,
  }
}
