import type { AffectedSummary } from '#contracts/incidents/affected'

/** How many of those who were to be told nobody has got hold of yet, by a message or on the phone. */
export function stillUnreached(affected: AffectedSummary | null): number {
  if (!affected) return 0
  const { unreached = 0, no_way = 0 } = affected.count
  // As long as nothing was to be said, nobody without a way waits for it.
  return unreached + (affected.approvedAt ? no_way : 0)
}
