const SOON_DAYS = 2
const DAY_MS = 86_400_000

export type Freshness = 'over' | 'today' | 'soon' | 'fresh'

/** How near a best-before day is. Shape: both are days as 2026-03-02; the day itself is still good. */
export function freshnessOf(expiresOn: string, today: string): Freshness {
  const days = Math.round((Date.parse(expiresOn) - Date.parse(today)) / DAY_MS)
  if (days < 0) return 'over'
  if (days === 0) return 'today'
  return days <= SOON_DAYS ? 'soon' : 'fresh'
}
