import { createHash } from 'node:crypto'
import { sentence } from '#platform/locale'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, Raw } from '../connect/connector.ts'
import { callApi } from '../wechat/api.ts'
import { type Body, textOf } from '../wechat/body.ts'
import { asWechat, type MiniTools } from './settings.ts'

export const REVIEW = 'review:'
const PAGE = 50
const ALL = '6'
const OVERLAP_S = 86_400
const FIRST_S = 7 * 86_400
const POINTS_A_STAR = 100

/** New and changed reviews, a day looked at twice; one that comes again with other words is one message more. */
export async function pollReviews(tools: MiniTools, cursor: Record<string, unknown>) {
  if (!tools.settings.reviews) return { messages: [], cursor }
  const now = Math.floor(tools.ctx.now().getTime() / 1000)
  const from = Number(cursor.from ?? now - FIRST_S)
  const to = Number(cursor.to ?? now)
  const offset = Number(cursor.offset ?? 0)
  const list = reviewsIn(await askReviews(tools, { from, to, offset, limit: PAGE }))
  const messages: Raw[] = list.map((item) => {
    const id = idOf(item)
    const version = createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 16)
    return { externalId: `${REVIEW}${id}:${version}`, thread: `${REVIEW}${id}`, payload: { review: item } }
  })
  if (list.length === PAGE) return { messages, cursor: { from, to, offset: offset + PAGE }, again: true }
  return { messages, cursor: { from: to - OVERLAP_S } }
}

type Span = { from: number; to: number; offset: number; limit: number }

export function askReviews(tools: MiniTools, { from, to, offset, limit }: Span): Promise<Body> {
  return callApi(asWechat(tools), {
    path: tools.settings.reviewListPath,
    query: {
      startTime: String(from),
      endTime: String(to),
      filterType: ALL,
      offset: String(offset),
      limit: String(limit),
    },
  })
}

/** Where the list stands in the answer differs between documents. */
function reviewsIn(answer: Body): Body[] {
  for (const place of [answer, answer.data as Body | undefined])
    for (const key of ['commentList', 'comment_list', 'list']) {
      const list = place?.[key]
      if (Array.isArray(list)) return list as Body[]
    }
  return []
}

const first = (item: Body, ...keys: string[]): string => keys.map((k) => textOf(item, k)).find(Boolean) ?? ''
const idOf = (item: Body): string => first(item, 'commentId', 'comment_id', 'id')

export function hearReview(item: Body): Heard[] {
  const id = idOf(item)
  if (!id) throw new ChannelFault('unreadable')
  const content = item.content
  const nested =
    typeof content === 'object' && content !== null ? first(content as Body, 'txt', 'text', 'content') : ''
  const score = Number(first(item, 'score', 'starScore', 'star_score')) || 0
  const stars = Math.min(5, Math.max(1, Math.round(score > 5 ? score / POINTS_A_STAR : score)))
  const words = (nested || textOf(item, 'content')).trim()
  const at = Number(first(item, 'createTime', 'create_time'))
  const product = first(item, 'productName', 'product_name')
  return [
    {
      sort: 'message',
      from: { address: `${REVIEW}${id}`, name: first(item, 'nickName', 'nickname') || undefined },
      text: words || sentence('zh-CN', 'server', 'platform.starsOnly', { stars: String(stars) }),
      ...(score ? { stars } : {}),
      orderNumber: first(item, 'orderId', 'order_id', 'outTradeNo') || undefined,
      about: product ? { product } : {},
      state: { quiet: true },
      ...(at ? { at: new Date(at * 1000) } : {}),
    },
  ]
}
