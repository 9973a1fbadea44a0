import { ChannelFault } from '../connect/channel-fault.ts'
import { defineConnector, type Outgoing, type Sent, type Tools } from '../connect/connector.ts'
import { reviewPoll } from '../platforms/review-poll.ts'
import { heardReview, type ReviewRaw } from '../platforms/reviews.ts'
import { shopCodeOf, shopLines } from '../platforms/shop-lines.ts'
import { tryShops } from '../platforms/try-shops.ts'
import { callEleme } from './call.ts'
import { missedPoll } from './missed.ts'
import { heardPush, type PushRaw, takePush } from './pushes.ts'
import { decideRefund } from './refunds.ts'
import { readReviews, reviewOf } from './reviews.ts'
import { fields, Settings } from './settings.ts'

const reviews = reviewPoll<Settings>((tools, shop, span, page) =>
  readReviews(tools, shop.platform, span, page),
)

/** Ele.me, now Taobao Flash Buy in places: reviews asked for and answered, orders, refunds and urges pushed (integrations §4.4). */
export const eleme = defineConnector<Settings>({
  kind: 'eleme',
  settings: Settings,
  fields,
  sends: true,
  check: (tools) =>
    tryShops(tools.ctx, shopLines(tools.settings.shops), (shop, span) =>
      readReviews(tools, shop.platform, span, 0),
    ),
  hook: async (tools, request) => takePush(tools, request),
  polls: [reviews, missedPoll],
  read: async (tools, raw) => {
    const kept = raw.payload as PushRaw | ReviewRaw
    if (kept.sort === 'push') return heardPush(tools, kept)
    return [heardReview(tools, kept, reviewOf(kept.body), shopCodeOf(tools.settings.shops, kept.shop))]
  },
  send,
})

/** Decides a refund, or answers a review, once, or an urge. Errors: notFromHere for other orders, alreadyAnswered, tooLong, and those of the call. */
async function send(tools: Tools<Settings>, message: Outgoing): Promise<Sent> {
  const { to, text, deed } = message
  if (deed) return decideRefund(tools, message, deed)
  const { what, shop, reviewId, answered, remindId } = to.state as Record<string, string>
  const { replyMost, urgeMost } = tools.settings
  const most = what === 'review' ? replyMost : urgeMost
  if (what !== 'review' && !remindId) throw new ChannelFault('notFromHere')
  if (answered) throw new ChannelFault('alreadyAnswered')
  if ([...text].length > most) throw new ChannelFault('tooLong', { data: { most } })
  if (what !== 'review') {
    const params = { remindId, type: 'custom', content: text }
    await callEleme(tools, 'eleme.order.replyReminder', params)
    return { externalId: null, state: { remindId: '' } }
  }
  const params = { rateId: reviewId, shopId: shop, replyType: 'ORDER', reply: text }
  await callEleme(tools, 'eleme.ugc.replyRateByRateIdAndShopId', params)
  return { externalId: null, state: { answered: true } }
}
