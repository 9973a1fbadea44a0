import { defineConnector } from '../connect/connector.ts'
import { reviewPoll } from '../platforms/review-poll.ts'
import { heardReview, type ReviewRaw } from '../platforms/reviews.ts'
import { shopCodeOf, shopLines } from '../platforms/shop-lines.ts'
import { tryShops } from '../platforms/try-shops.ts'
import { readReviews, reviewOf } from './reviews.ts'
import { fields, Settings } from './settings.ts'

const poll = reviewPoll<Settings>((tools, shop, span, page) => readReviews(tools, shop.platform, span, page))

/** Dianping and Meituan in-store: reviews are heard; they are answered in the merchant back office, for no interface does it (integrations §4.3). */
export const dianping = defineConnector<Settings>({
  kind: 'dianping',
  settings: Settings,
  fields,
  sends: false,
  check: (tools) =>
    tryShops(tools.ctx, shopLines(tools.settings.shops), (shop, span) =>
      readReviews(tools, shop.platform, span, 0),
    ),
  polls: [poll],
  read: async (tools, raw) => {
    const kept = raw.payload as ReviewRaw
    return [heardReview(tools, kept, reviewOf(kept.body), shopCodeOf(tools.settings.shops, kept.shop))]
  },
})
