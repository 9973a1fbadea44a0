import { type Insertable, type Selectable, sql } from 'kysely'
import type { ReviewQuery } from '#contracts/orders/reviews'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export type ReviewData = Selectable<DB['orders.review']>
type NewReview = Omit<Insertable<DB['orders.review']>, 'about' | 'photos'> & {
  about: Record<string, unknown>
  photos: readonly string[]
}

export function findReview(tx: Tx, orderId: string): Promise<ReviewData | undefined> {
  return tx.selectFrom('orders.review').selectAll().where('order_id', '=', orderId).executeTakeFirst()
}

/** The row is locked: its ticket is opened once. */
export function lockReview(tx: Tx, orderId: string): Promise<ReviewData | undefined> {
  return tx
    .selectFrom('orders.review')
    .selectAll()
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertReview(tx: Tx, row: NewReview): Promise<void> {
  await tx
    .insertInto('orders.review')
    .values({ ...row, about: JSON.stringify(row.about), photos: JSON.stringify(row.photos) })
    .execute()
}

export async function setReviewTicket(tx: Tx, orderId: string, ticketId: string): Promise<void> {
  await tx.updateTable('orders.review').set({ ticket_id: ticketId }).where('order_id', '=', orderId).execute()
}

export async function setReviewAnswer(
  tx: Tx,
  orderId: string,
  set: { answer: string; answered_at: Date; answered_by: string },
): Promise<void> {
  await tx.updateTable('orders.review').set(set).where('order_id', '=', orderId).execute()
}

export type ReviewAfter = { at: Date; id: string }

/** One page within the reader's scope, the newest first. */
export function listReviews(
  tx: Tx,
  scope: Scope | null,
  query: Pick<ReviewQuery, 'mark' | 'open' | 'limit'>,
  after: ReviewAfter | null,
) {
  let rows = tx
    .selectFrom('orders.review as r')
    .innerJoin('orders.order as o', (j) =>
      j.onRef('o.brand_id', '=', 'r.brand_id').onRef('o.id', '=', 'r.order_id'),
    )
    .selectAll('r')
    .select(['o.number', 'o.shop_id', 'o.source', 'o.customer_name', 'o.contact_masked', 'o.summary'])
    .where(inScope(scope, { shop: 'o.shop_id' }))
  if (query.mark) rows = rows.where('r.mark', '=', query.mark)
  if (query.open) rows = rows.where('r.answer', '=', '')
  if (after) rows = rows.where(sql<boolean>`(r.at, r.order_id) < (${after.at}, ${after.id}::uuid)`)
  return rows
    .orderBy('r.at', 'desc')
    .orderBy('r.order_id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export async function countReviews(
  tx: Tx,
  scope: Scope | null,
  since: Date,
): Promise<Record<'good' | 'medium' | 'bad', number>> {
  const rows = await tx
    .selectFrom('orders.review as r')
    .innerJoin('orders.order as o', (j) =>
      j.onRef('o.brand_id', '=', 'r.brand_id').onRef('o.id', '=', 'r.order_id'),
    )
    .select(['r.mark', sql<number>`count(*)::int`.as('n')])
    .where(inScope(scope, { shop: 'o.shop_id' }))
    .where('r.at', '>=', since)
    .groupBy('r.mark')
    .execute()
  const of = (mark: string) => rows.find((r) => r.mark === mark)?.n ?? 0
  return { good: of('good'), medium: of('medium'), bad: of('bad') }
}
