import type { DateTime } from 'luxon'
import type { Tools } from '../connect/connector.ts'
import { listOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { filled, namesOf, timeOf } from '../platforms/platform-fields.ts'
import type { Page, Span } from '../platforms/review-poll.ts'
import { type Review, rawsOf } from '../platforms/reviews.ts'
import { callDirect } from './direct.ts'
import { callGateway } from './gateway.ts'
import type { Settings } from './settings.ts'

const PAGE = 20

/** One page of a shop's reviews. The platform gives those of today tomorrow (direct), and has no push for them. */
export async function readReviews(
  tools: Tools<Settings>,
  shop: string,
  span: Span,
  page: number,
): Promise<Page> {
  const direct = tools.settings.mode === 'direct'
  const found = listOf(await (direct ? askDirect : askGateway)(tools, shop, span, page))
  const messages = found.flatMap((body) => rawsOf(shop, body, reviewOf(body)))
  return { messages, more: found.length >= PAGE }
}

function askDirect(tools: Tools<Settings>, shop: string, span: Span, page: number): Promise<unknown> {
  const end = span.to.minus({ days: 1 })
  const start = span.from < end ? span.from : end
  const day = (at: DateTime) => at.toFormat('yyyyLLdd')
  return callDirect(tools, 'GET', '/comment/query', {
    app_poi_code: shop,
    start_time: day(start),
    end_time: day(end),
    pageoffset: String(page * PAGE),
    pagesize: String(PAGE),
  })
}

function askGateway(tools: Tools<Settings>, shop: string, span: Span, page: number): Promise<unknown> {
  const seconds = tools.settings.gatewayTimes === 'seconds'
  const time = (at: DateTime) => (seconds ? Math.floor(at.toSeconds()) : at.toFormat('yyyy-LL-dd'))
  return callGateway(tools, '/waimai/poi/queryReviewList', shop, {
    ePoiId: shop,
    startTime: time(span.from),
    endTime: time(span.to),
    offset: page * PAGE,
    limit: PAGE,
  })
}

/** A review as either way gives it: the gateway writes its fields in camel case (check). */
export function reviewOf(body: unknown): Review {
  const fields = body as Record<string, unknown>
  return {
    id: textOf(body, 'comment_id', 'commentId'),
    text: textOf(body, 'comment_content', 'commentContent', 'content'),
    stars: starsOf(
      numberOf(body, 'food_comment_score', 'foodCommentScore', 'order_comment_score', 'orderCommentScore'),
    ),
    at: timeOf(textOf(body, 'comment_time', 'commentTime')),
    followUp: textOf(body, 'add_comment', 'addComment'),
    followUpAt: timeOf(textOf(body, 'add_comment_time', 'addCommentTime')),
    answered:
      textOf(body, 'reply_status', 'replyStatus') === '1' ||
      textOf(body, 'e_reply_content', 'eReplyContent') !== '',
    pictures: namesOf(fields.comment_pictures ?? fields.commentPictures),
    labels: namesOf(fields.comment_lables ?? fields.commentLables ?? fields.commentLabels),
    about: filled({
      labels: namesOf(fields.comment_lables ?? fields.commentLables ?? fields.commentLabels).join('、'),
      praised: namesOf(fields.praise_food_list ?? fields.praiseFoodList).join('、'),
      criticised: namesOf(fields.critic_food_list ?? fields.criticFoodList).join('、'),
      quality: textOf(body, 'order_comment_score', 'orderCommentScore'),
      packing: textOf(body, 'packing_score', 'packingScore'),
      delivery: textOf(body, 'delivery_comment_score', 'deliveryCommentScore'),
      late: textOf(body, 'over_delivery_time_desc', 'overDeliveryTimeDesc'),
    }),
  }
}

/** Whole stars from one to five; nought means that no score was given. */
function starsOf(score: number | undefined): number | undefined {
  return score && score >= 1 ? Math.min(5, Math.round(score)) : undefined
}
