/** 3:05 to go, or 3:05 too late. Shape: hours are said in minutes; a kitchen thinks in minutes. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export type Haste = 'calm' | 'soon' | 'late'
const SOON_MS = 3 * 60_000

/** How a card looks: less than three minutes are soon, or already less than it takes. */
export function hasteOf(leftMs: number, slow: boolean): Haste {
  if (leftMs < 0) return 'late'
  return slow || leftMs < SOON_MS ? 'soon' : 'calm'
}
