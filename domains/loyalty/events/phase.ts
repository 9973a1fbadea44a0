import type { EventPhase } from '#contracts/loyalty/events'

type Facts = {
  state: string
  starts_at: Date
  ends_at: Date
  capacity: number | null
  taken: number
}

/** What a visitor finds now. A channel that is switched off closes every event. */
export function phaseOf(event: Facts, channelOn: boolean, now: Date): EventPhase {
  if (event.state === 'draft') return 'draft'
  if (event.state === 'closed' || !channelOn) return 'closed'
  if (now < event.starts_at) return 'early'
  if (now >= event.ends_at) return 'over'
  return event.capacity !== null && event.taken >= event.capacity ? 'full' : 'open'
}

const NEXT: Record<string, readonly string[]> = { draft: ['open'], open: ['closed'], closed: ['open'] }

/** A draft opens, an open one closes, a closed one may open again; the same again is no move. */
export function mayBecome(from: string, to: string): boolean {
  return from === to || (NEXT[from] ?? []).includes(to)
}
