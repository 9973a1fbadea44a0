import type { Tx } from '#platform/db/database'

export type CouponToIssue = {
  brandId: string
  customerId: string | null
  /** What it is for, for example `compensation:<id>`: the same source never issues a second one. */
  source: string
  amountMinor: number
  currency: string
  issuedAt: Date
  expiresAt: Date
}

export type PointsToGive = {
  brandId: string
  customerId: string | null
  source: string
  points: number
  reason: string
  at: Date
}

export async function insertCoupon(
  tx: Tx,
  coupon: CouponToIssue & { id: string; code: string },
): Promise<{ id: string; code: string }> {
  const made = await tx
    .insertInto('loyalty.coupon')
    .values({
      brand_id: coupon.brandId,
      id: coupon.id,
      code: coupon.code,
      customer_id: coupon.customerId,
      source: coupon.source,
      amount_minor: coupon.amountMinor,
      currency: coupon.currency,
      issued_at: coupon.issuedAt,
      expires_at: coupon.expiresAt,
    })
    .onConflict((c) => c.columns(['brand_id', 'source']).doNothing())
    .returning(['id', 'code'])
    .executeTakeFirst()
  return (
    made ??
    tx
      .selectFrom('loyalty.coupon')
      .select(['id', 'code'])
      .where('source', '=', coupon.source)
      .executeTakeFirstOrThrow()
  )
}

export async function insertPoints(tx: Tx, entry: PointsToGive & { id: string }): Promise<{ id: string }> {
  const made = await tx
    .insertInto('loyalty.points_entry')
    .values({
      brand_id: entry.brandId,
      id: entry.id,
      customer_id: entry.customerId,
      source: entry.source,
      points: entry.points,
      reason: entry.reason,
      at: entry.at,
    })
    .onConflict((c) => c.columns(['brand_id', 'source']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return (
    made ??
    tx
      .selectFrom('loyalty.points_entry')
      .select('id')
      .where('source', '=', entry.source)
      .executeTakeFirstOrThrow()
  )
}
