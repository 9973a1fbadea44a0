import type { Clock } from '#contracts/tickets'
import type { Tone } from '../../ui/Meter.tsx'

export type ClockLook = {
  tone: Tone
  /** Share of the time that has gone, 0 … 1. */
  share: number
  /** What to say: met, metLate, paused, over (by `span`), left (`span`). */
  says: 'met' | 'metLate' | 'paused' | 'over' | 'left' | 'off'
  /** Milliseconds that belong to the saying; 0 where there are none. */
  span: number
}

/**
 * How a clock looks at an instant.
 * Shape: pine while there is time, amber from the warning on, cinnabar once it is over, leaf when kept, slate while paused.
 *        The share is of the wall-clock time between start and due, which already contains closed hours and pauses.
 * Units: `now` and `span` in milliseconds.
 */
export function clockLook(clock: Clock, now: number): ClockLook {
  const started = Date.parse(clock.startedAt)
  if (clock.state === 'cancelled') return { tone: 'slate', share: 0, says: 'off', span: 0 }
  if (clock.state === 'met') {
    const span = clock.metAt ? Date.parse(clock.metAt) - started : 0
    return clock.late
      ? { tone: 'cinnabar', share: 1, says: 'metLate', span }
      : { tone: 'leaf', share: 1, says: 'met', span }
  }
  if (!clock.dueAt) return { tone: 'slate', share: 0.45, says: 'paused', span: 0 }
  const due = Date.parse(clock.dueAt)
  if (clock.state === 'breached' || now >= due)
    return { tone: 'cinnabar', share: 1, says: 'over', span: now - due }
  const share = Math.min(1, Math.max(0, (now - started) / Math.max(1, due - started)))
  const soon = clock.warnAt !== null && now >= Date.parse(clock.warnAt)
  return { tone: soon ? 'amber' : 'pine', share, says: 'left', span: due - now }
}
