import { ChannelFault } from '../connect/channel-fault.ts'
import {
  type CheckStep,
  defineConnector,
  type Outgoing,
  type Sent,
  type Tools,
} from '../connect/connector.ts'
import { reviewPoll } from '../platforms/review-poll.ts'
import { heardReview, type ReviewRaw } from '../platforms/reviews.ts'
import { shopCodeOf, shopLines } from '../platforms/shop-lines.ts'
import { tryShops } from '../platforms/try-shops.ts'
import { callDirect } from './direct.ts'
import { callGateway } from './gateway.ts'
import { heardPush, type PushRaw, takePush } from './pushes.ts'
import { readReviews, reviewOf } from './reviews.ts'
import { fields, Settings } from './settings.ts'

const poll = reviewPoll<Settings>((tools, shop, span, page) => readReviews(tools, shop.platform, span, page))

/** Meituan takeaway: reviews asked for and answered, refunds and urges pushed (integrations §4.1, §4.2). */
export const meituan = defineConnector<Settings>({
  kind: 'meituan',
  settings: Settings,
  fields,
  sends: true,
  check: (tools): Promise<CheckStep[]> =>
    tryShops(tools.ctx, shopLines(tools.settings.shops), (shop, span) =>
      readReviews(tools, shop.platform, span, 0),
    ),
  hook: async (tools, request) => takePush(tools, request),
  polls: [poll],
  read: async (tools, raw) => {
    const kept = raw.payload as PushRaw | ReviewRaw
    if (kept.sort === 'push') return heardPush(tools, kept)
    return [heardReview(tools, kept, reviewOf(kept.body), shopCodeOf(tools.settings.shops, kept.shop))]
  },
  send,
})

/** Answers a review, once. Errors: notFromHere for an order, alreadyAnswered, tooLong, and those of the call. */
async function send(tools: Tools<Settings>, { to, text }: Outgoing): Promise<Sent> {
  const { what, shop, reviewId, answered } = to.state as Record<string, string>
  if (what !== 'review' || !shop || !reviewId) throw new ChannelFault('notFromHere')
  if (answered) throw new ChannelFault('alreadyAnswered')
  const { mode, replyMost } = tools.settings
  if ([...text].length > replyMost) throw new ChannelFault('tooLong', { data: { most: replyMost } })
  if (mode === 'direct')
    await callDirect(tools, 'POST', '/poi/comment/add_reply', {
      app_poi_code: shop,
      comment_id: reviewId,
      reply: text,
    })
  else
    await callGateway(tools, '/waimai/poi/addReply', shop, {
      commentId: reviewId,
      ePoiId: shop,
      reply: text,
    })
  return { externalId: null, state: { answered: true } }
}
