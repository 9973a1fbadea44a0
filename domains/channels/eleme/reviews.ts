import type { DateTime } from 'luxon'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, listOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { filled, namesOf, timeOf } from '../platforms/platform-fields.ts'
import type { Page, Span } from '../platforms/review-poll.ts'
import { type Review, rawsOf } from '../platforms/reviews.ts'
import { callEleme } from './call.ts'
import type { Settings } from './settings.ts'

const PAGE = 20
const time = (at: DateTime) => at.toFormat("yyyy-LL-dd'T'HH:mm:ss")

/** One page of a shop's reviews, by eleme.ugc.getORateResult; anonymous ones too, which have no order number. */
export async function readReviews(
  tools: Tools<Settings>,
  shop: string,
  span: Span,
  page: number,
): Promise<Page> {
  const { dataType } = tools.settings
  const rateQuery = {
    shopId: shop,
    startTime: time(span.from),
    endTime: time(span.to),
    offset: page * PAGE,
    pageSize: PAGE,
    ...(dataType ? { dataType } : {}),
  }
  const result = await callEleme(tools, 'eleme.ugc.getORateResult', { rateQuery })
  const fields = fieldsOf(result)
  const found = listOf(Array.isArray(result) ? result : (fields.rateInfos ?? fields.rates ?? fields.list))
  return {
    messages: found.flatMap((body) => rawsOf(shop, body, reviewOf(body))),
    more: found.length >= PAGE,
  }
}

/** Names of the fields: check; the spellings that are known are tried. */
export function reviewOf(body: unknown): Review {
  const fields = fieldsOf(body)
  const dishes = listOf(fields.itemRates ?? fields.itemRateList)
  const rated = (wanted: (stars: number) => boolean) =>
    namesOf(dishes.filter((d) => wanted(numberOf(d, 'rating', 'ratingStar') ?? 3))).join('、')
  const score = numberOf(body, 'rating', 'serviceRating', 'ratingStar')
  const labels = namesOf(fields.tags ?? fields.ratingTags)
  return {
    id: textOf(body, 'rateId', 'orderRateId'),
    text: textOf(body, 'ratingContent', 'content'),
    stars: score && score >= 1 ? Math.min(5, Math.round(score)) : undefined,
    at: timeOf(textOf(body, 'ratingTime', 'ratingAt', 'createdAt')),
    followUp: textOf(body, 'appendContent', 'additionalContent'),
    followUpAt: timeOf(textOf(body, 'appendTime', 'additionalAt')),
    answered: textOf(body, 'replied') === 'true' || textOf(body, 'replyContent') !== '',
    pictures: namesOf(fields.images ?? fields.imageUrls),
    labels,
    about: filled({
      labels: labels.join('、'),
      praised: rated((stars) => stars >= 4),
      criticised: rated((stars) => stars <= 2),
      packing: textOf(body, 'packageRating', 'packingRating'),
      delivery: textOf(body, 'deliveryRating'),
      order: textOf(body, 'orderId'),
    }),
  }
}
