import type { OrderOrigin } from '#contracts/orders'
import type { ReviewMark } from '#contracts/orders/order-page'
import type { ReviewPage, ReviewQuery, ReviewRow } from '#contracts/orders/reviews'
import { readPhotoOf } from '#domains/channels'
import { findShops, findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { findOrder } from '../taking/order-data.ts'
import * as data from './review-data.ts'
import type { ReviewAbout } from './review-rules.ts'

const COUNTED_MS = 30 * 86_400_000

/** One page of what customers said of their orders, as this reader may see it (O4). Errors: http.badInput for a cursor that is none of ours. */
export function readReviews(ctx: Ctx, query: ReviewQuery): Promise<ReviewPage> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.read')
    const rows = await data.listReviews(tx, scope, query, query.cursor ? readCursor(query.cursor) : null)
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    const [shops, names, counts] = await Promise.all([
      findShops(tx, [...new Set(page.map((r) => r.shop_id))]),
      findStaffNames(tx, [...new Set(page.flatMap((r) => (r.answered_by ? [r.answered_by] : [])))]),
      data.countReviews(tx, scope, new Date(ctx.now().getTime() - COUNTED_MS)),
    ])
    const answers = scopeOf(ctx.actor, 'orders.handle')
    return {
      rows: page.map((row) => ({
        ...viewRow(row),
        shopName: shops.get(row.shop_id)?.name ?? '',
        answeredBy: names.get(row.answered_by ?? '') ?? '',
        can: !row.answer && covers(answers, { shopId: row.shop_id }) ? ['answer' as const] : [],
      })),
      next: last
        ? Buffer.from(JSON.stringify([last.at.toISOString(), last.order_id])).toString('base64url')
        : null,
      counts,
    }
  })
}

type Listed = Awaited<ReturnType<typeof data.listReviews>>[number]

function viewRow(row: Listed): Omit<ReviewRow, 'shopName' | 'answeredBy' | 'can'> {
  return {
    orderId: row.order_id,
    number: `D${row.number}`,
    source: row.source as OrderOrigin,
    customer: row.customer_name || row.contact_masked,
    summary: row.summary,
    mark: row.mark as ReviewMark,
    words: (row.about as ReviewAbout).words ?? [],
    text: row.text,
    photos: row.photos as string[],
    at: row.at.toISOString(),
    ticketId: row.ticket_id,
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}

/** A photo of a review. Errors: orders.notFound out of reach or when it belongs to another. */
export async function readReviewPhoto(ctx: Ctx, orderId: string, id: string, size: 'full' | 'thumb') {
  const review = await ctx.transaction(async (tx) => {
    const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.read'), orderId)
    return order ? data.findReview(tx, orderId) : undefined
  })
  if (!review || !(review.photos as string[]).includes(id)) throw orderErrors.notFound()
  return readPhotoOf(ctx, review.mark === 'bad' ? review.ticket_id : orderId, id, size)
}

function readCursor(text: string): data.ReviewAfter {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string]
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { at: new Date(at), id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
