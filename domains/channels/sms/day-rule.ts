/** What a text or call to staff is about: somebody may be in danger, a room needs people, a shop has to stop selling, or it is only as somebody wishes. */
export type DaySort = 'danger' | 'room' | 'stopSale' | 'chosen'

const half = (day: number) => Math.floor(day / 2)
/** Stop-sales are as many as there are shops, and what people have chosen themselves can wait. */
const AT_MOST: Partial<Record<DaySort, (day: number) => number>> = { stopSale: half, chosen: half }
const KEPT: readonly DaySort[] = ['danger', 'room', 'stopSale']
/** Below five a day there is nothing to keep. */
const kept = (day: number) => Math.floor(day / 5)

export type NotToday = 'full' | 'stopSaleShare' | 'dayKept'

/**
 * Whether one more of this sort fits into a day of so many: null when it does.
 * Shape: `used` so far by sort. A fifth each is kept for danger, rooms and stop-sales: nothing else uses it up. Stop-sales, and what people have
 *        chosen themselves, use at most half. Without a sort (a test) only the whole day counts.
 */
export function notToday(
  sort: DaySort | null,
  used: ReadonlyMap<string, number>,
  day: number,
): NotToday | null {
  const of = (one: string) => used.get(one) ?? 0
  const total = [...used.values()].reduce((sum, n) => sum + n, 0)
  if (sort && of(sort) >= (AT_MOST[sort]?.(day) ?? day))
    return sort === 'stopSale' ? 'stopSaleShare' : total < day ? 'dayKept' : 'full'
  if (total >= day) return 'full'
  if (!sort) return null
  const others = KEPT.filter((one) => one !== sort)
  const free = others.reduce((rest, one) => rest - Math.max(0, kept(day) - of(one)), day - total)
  return free > 0 ? null : 'dayKept'
}
