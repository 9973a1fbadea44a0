import { DateTime } from 'luxon'
import { loadRoster } from '#domains/people'
import type { Ctx } from '#platform/context'
import { asFault } from '../connect/channel-fault.ts'
import type { CheckStep } from '../connect/connector.ts'
import { type Span, ZONE } from './review-poll.ts'
import type { ShopLine } from './shop-lines.ts'

const MOST_TRIED = 20

/** "Test the connection" by asking for yesterday's reviews of each shop, at most twenty of them; the first fault of the whole channel ends it. */
export async function tryShops(
  ctx: Ctx,
  shops: readonly ShopLine[],
  ask: (shop: ShopLine, span: Span) => Promise<unknown>,
): Promise<CheckStep[]> {
  if (!shops.length) return [{ step: 'shops', fault: 'noShops' }]
  const steps: CheckStep[] = [{ step: 'shops', data: { count: shops.length } }]
  const to = DateTime.fromJSDate(ctx.now(), { zone: ZONE })
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
  return [...steps, ...(await wrongCodes(ctx, shops))]
}

/** A code that none of our shops has would leave its tickets without a shop. */
async function wrongCodes(ctx: Ctx, shops: readonly ShopLine[]): Promise<CheckStep[]> {
  const roster = await ctx.transaction((tx) => loadRoster(tx, ctx.now()))
  const codes = new Set(roster.shops.map((s) => s.code))
  const unknown = shops.find((s) => !codes.has(s.code))
  if (!unknown) return [{ step: 'codes' }]
  return [{ step: 'codes', fault: 'codeUnknown', data: { shop: unknown.platform, code: unknown.code } }]
}
