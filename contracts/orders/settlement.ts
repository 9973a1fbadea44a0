import { z } from 'zod'
import { Cursor, Id, Instant } from '../kit.ts'
import { OrderOrigin, OrderStatus } from '../orders.ts'

/** `2026-11`, counted in each shop's own zone. */
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const Day = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** Sums in minor units, each on the day it happened: a refund of an order of last month belongs to this one. */
export const SettledSums = z.object({
  orders: z.int(),
  cancelled: z.int(),
  /** What the orders cost that were not cancelled. */
  totalMinor: z.int(),
  discountMinor: z.int(),
  deliveryFeeMinor: z.int(),
  receivedMinor: z.int(),
  refundedMinor: z.int(),
})
export type SettledSums = z.infer<typeof SettledSums>

export const SettlementQuery = z.strictObject({ month: Month.optional(), shop: Id.optional() })
export const Settlement = z.object({
  month: Month,
  currency: z.string(),
  sums: SettledSums,
  /** The one before, up to the same day: what the sums are compared with. */
  before: SettledSums,
  days: z.array(SettledSums.extend({ day: Day })),
  shops: z.array(SettledSums.extend({ id: Id, name: z.string() })),
  sources: z.array(SettledSums.extend({ source: OrderOrigin })),
  /** Whether this reader sees single orders, or sums only. */
  rows: z.boolean(),
})
export type Settlement = z.infer<typeof Settlement>

export const SettledOrdersQuery = z.strictObject({
  day: Day,
  shop: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
/** For the books (G1): no customer, nothing of what was ordered. */
export const SettledOrder = z.object({
  id: Id,
  number: z.string(),
  externalId: z.string(),
  shopName: z.string(),
  source: OrderOrigin,
  status: OrderStatus,
  placedAt: Instant,
  totalMinor: z.int(),
  receivedMinor: z.int(),
  refundedMinor: z.int(),
})
export type SettledOrder = z.infer<typeof SettledOrder>
export const SettledOrderPage = z.object({ rows: z.array(SettledOrder), next: Cursor.nullable() })

export const ExportSettlement = SettlementQuery.extend({ format: z.enum(['csv', 'xlsx']).default('csv') })
