import type { DateTime } from 'luxon'
import type { Tools } from '../connect/connector.ts'
import { fieldsOf, listOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { filled, namesOf, timeOf } from '../platforms/platform-fields.ts'
import type { Page, Span } from '../platforms/review-poll.ts'
import { type Review, rawsOf } from '../platforms/reviews.ts'
import { callDianping } from './call.ts'
import type { Settings } from './settings.ts'

const PAGE = 50
const SITES = { 1: '大众点评', 2: '美团' } as const
const time = (at: DateTime) => at.toFormat('yyyy-LL-dd HH:mm:ss')

/** One page of a shop's reviews on both sites: they share the shop, not the list. */
export async function readReviews(
  tools: Tools<Settings>,
  shop: string,
  span: Span,
  page: number,
): Promise<Page> {
  const { settings } = tools
  const wanted = ([1, 2] as const).filter((n) => (n === 1 ? settings.dianping : settings.meituan))
  const all: Page = { messages: [], more: false }
  for (const platform of wanted) {
    const data = await callDianping(tools, '/ugc/queryshopreview', {
      [settings.shopField]: shop,
      begintime: time(span.from),
      endtime: time(span.to),
      ...(settings.star ? { star: settings.star } : {}),
      platform: String(platform),
      offset: String(settings.paging === 'page' ? page + 1 : page * PAGE + 1),
      limit: String(PAGE),
    })
    const found = listOf(fieldsOf(data).reviewInfoDTOList)
    for (const body of found) {
      const sited = { ...fieldsOf(body), site: SITES[platform] }
      all.messages.push(...rawsOf(shop, sited, reviewOf(sited)))
    }
    all.more ||= found.length >= PAGE
  }
  return all
}

/** Names of the fields: check; the spellings that are known are tried. Stars come from 1 to 5 or from 10 to 50. */
export function reviewOf(body: unknown): Review {
  const fields = fieldsOf(body)
  const id = textOf(body, 'reviewId', 'reviewid', 'reviewID')
  const score = numberOf(body, 'accurateStar', 'star')
  const stars = score && score > 5 ? score / 10 : score
  const scores = listOf(fields.scoreDetails)
    .map((s) => `${textOf(s, 'title')} ${textOf(s, 'accurateScore', 'score')}`.trim())
    .filter((s) => s !== '')
  return {
    id: id && `${textOf(body, 'site')}${id}`,
    text: textOf(body, 'reviewBody', 'content', 'reviewContent'),
    stars: stars && stars >= 1 ? Math.min(5, Math.round(stars)) : undefined,
    at: timeOf(textOf(body, 'reviewTime', 'reviewtime', 'addTime')),
    followUp: textOf(body, 'appendReviewBody', 'followUpContent'),
    followUpAt: timeOf(textOf(body, 'appendReviewTime')),
    answered: false,
    pictures: namesOf(fields.pictures ?? fields.reviewPics ?? fields.picUrls),
    labels: namesOf(fields.tags),
    about: filled({
      site: textOf(body, 'site'),
      labels: namesOf(fields.tags).join('、'),
      scores: scores.join('、'),
      order: textOf(body, 'consumeOrderId'),
    }),
  }
}
