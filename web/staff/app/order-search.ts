import type { OrderKind, OrderOrigin } from '#contracts/orders'

/** What stands in the address of 订单: the stage, the filters and the words. */
export type OrderSearch = {
  stage?: 'incomplete' | 'contact' | 'late' | 'refund' | 'done' | 'all'
  shopId?: string
  source?: OrderOrigin
  kind?: OrderKind
  customerId?: string
  q?: string
}

export function OrderSearch(search: Record<string, unknown>): OrderSearch {
  return words(search, ['stage', 'shopId', 'source', 'kind', 'customerId', 'q'])
}

/** Keeps the known keys that are words; the server checks their values. */
function words(search: Record<string, unknown>, keys: readonly string[]) {
  return Object.fromEntries(
    keys.flatMap((key) =>
      typeof search[key] === 'string' || typeof search[key] === 'number' ? [[key, String(search[key])]] : [],
    ),
  )
}
