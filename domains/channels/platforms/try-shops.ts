import { DateTime } from 'luxon'
import { asFault } from '../connect/channel-fault.ts'
import type { CheckStep } from '../connect/connector.ts'
import { type Span, ZONE } from './review-poll.ts'
import type { ShopLine } from './shop-lines.ts'

const MOST_TRIED = 20

/** "Test the connection" by asking for yesterday's reviews of each shop, at most twenty of them; the first fault of the whole channel ends it. */
export async function tryShops(
  shops: readonly ShopLine[],
  now: Date,
  ask: (shop: ShopLine, span: Span) => Promise<unknown>,
): Promise<CheckStep[]> {
  if (!shops.length) return [{ step: 'shops', fault: 'noShops' }]
  const steps: CheckStep[] = [{ step: 'shops', data: { count: shops.length } }]
  const to = DateTime.fromJSDate(now, { zone: ZONE })
  for (const shop of shops.slice(0, MOST_TRIED)) {
    try {
      await ask(shop, { from: to.minus({ days: 2 }), to })
      steps.push({ step: 'reviews', data: { shop: shop.platform, code: shop.code } })
    } catch (error) {
      const fault = asFault(error)
      if (fault.code === 'unforeseen') throw error
      steps.push({
        step: 'reviews',
        fault: fault.code,
        data: { ...fault.data, shop: shop.platform, code: shop.code },
      })
      if (fault.side === 'channel') break
    }
  }
  return steps
}
