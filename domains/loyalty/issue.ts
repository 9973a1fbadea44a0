import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '#platform/db/database'
import { insertCoupon, insertPoints } from './loyalty-data.ts'

/** Letters and digits that nobody confuses when reading them out. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 10

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

/** Issues a coupon once per source (L4). Returns its code, also when it had been issued before. */
export function issueCoupon(tx: Tx, coupon: CouponToIssue): Promise<{ id: string; code: string }> {
  const code = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return insertCoupon(tx, { ...coupon, id: uuidv7(), code })
}

export type PointsToGive = {
  brandId: string
  customerId: string | null
  source: string
  points: number
  reason: string
  at: Date
}

/** Writes points to the customer's ledger once per source (L1). */
export function givePoints(tx: Tx, entry: PointsToGive): Promise<{ id: string }> {
  return insertPoints(tx, { ...entry, id: uuidv7() })
}
