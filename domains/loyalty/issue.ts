import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '#platform/db/database'
import { type CouponToIssue, insertCoupon, insertPoints, type PointsToGive } from './loyalty-data.ts'

/** Letters and digits that nobody confuses when reading them out. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 10

/** Issues a coupon once per source (L4). Returns its code, also when it had been issued before. */
export function issueCoupon(tx: Tx, coupon: CouponToIssue): Promise<{ id: string; code: string }> {
  const code = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return insertCoupon(tx, { ...coupon, id: uuidv7(), code })
}

/** Writes points to the customer's ledger once per source (L1). */
export function givePoints(tx: Tx, entry: PointsToGive): Promise<{ id: string }> {
  return insertPoints(tx, { ...entry, id: uuidv7() })
}
