/** What a text or call to staff is about: somebody may be in danger, a room needs people, a shop has to stop selling, or it is only as somebody wishes. */
export type DaySort = 'danger' | 'room' | 'stopSale' | 'chosen'

/** Stop-sales are as many as there are shops, and what people have chosen themselves can wait: of a single one a day the stop-sale has it. */
const AT_MOST: Partial<Record<DaySort, (day: number) => number>> = {
  stopSale: (day) => Math.ceil(day / 2),
  chosen: (day) => Math.floor(day / 2),
}
const KEPT: readonly DaySort[] = ['danger', 'room', 'stopSale']
/** Below five a day there is nothing to keep. */
const kept = (day: number) => Math.floor(day / 5)

export type NotToday = 'full' | 'stopSaleShare' | 'dayKept'

/**
 * Whether one more of this sort fits into a day of so many: null when it does.
 * Shape: `used` so far by sort. Danger goes out as long as anything does, and so does a test (no sort). From everything else a fifth each is kept
 *        for danger, rooms and stop-sales. Stop-sales, and what people have chosen themselves, use at most half.
 */
export function notToday(
  sort: DaySort | null,
  used: ReadonlyMap<string, number>,
  day: number,
): NotToday | null {
  const of = (one: string) => used.get(one) ?? 0
  const total = [...used.values()].reduce((sum, n) => sum + n, 0)
  const hasMost = sort && of(sort) >= (AT_MOST[sort]?.(day) ?? day)
  if (hasMost && sort === 'stopSale') return 'stopSaleShare'
  if (total >= day) return 'full'
  if (!sort || sort === 'danger') return null
  if (hasMost) return 'dayKept'
  const others = KEPT.filter((one) => one !== sort)
  const free = others.reduce((rest, one) => rest - Math.max(0, kept(day) - of(one)), day - total)
  return free > 0 ? null : 'dayKept'
}
