/** What stands in the address of 预约: the shop and the day; without them the first shop, today. */
export type VisitSearch = { shopId?: string; on?: string }

export function VisitSearch(search: Record<string, unknown>): VisitSearch {
  const on = typeof search.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? search.on : ''
  const shopId = typeof search.shopId === 'string' ? search.shopId : ''
  return { ...(shopId ? { shopId } : {}), ...(on ? { on } : {}) }
}
