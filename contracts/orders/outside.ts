import { z } from 'zod'
import { Contact, PlatformKind } from '../customers.ts'
import { Id, Instant, Locale } from '../kit.ts'
import { Minor, OrderAddress, OrderGap, OrderStatus } from '../orders.ts'

/** An order beside a ticket, with the one step of it that looks wrong (O5). */
export const OrderCard = z.object({
  id: Id,
  number: z.string(),
  externalId: z.string(),
  status: OrderStatus,
  summary: z.string(),
  shopName: z.string(),
  totalMinor: z.int(),
  refundedMinor: z.int(),
  currency: z.string(),
  placedAt: Instant,
  promisedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  suspicion: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
})
export type OrderCard = z.infer<typeof OrderCard>
export const OrderCardQuery = z.strictObject({ ticketId: Id })

/** An order that the brand's own program sends: lines by the menu's SKU, or by name and price. */
export const ApiOrder = z.strictObject({
  /** Where the program took it. */
  source: z.enum(['api', 'wechat', 'mini_program', 'website']).default('api'),
  shopCode: z.string().trim().min(1).max(40),
  kind: z.enum(['delivery', 'pickup', 'dine_in']),
  /** The program's own number of it. */
  orderNumber: z.string().trim().min(1).max(80),
  name: z.string().trim().max(60).default(''),
  contact: Contact.optional(),
  /** What else the program knows the customer by, for certain: openid, unionid, member card. */
  identities: z
    .array(
      z.strictObject({
        kind: PlatformKind.extract(['wechat_openid', 'wechat_unionid', 'mini_openid', 'member_card']),
        value: z.string().trim().min(4).max(128),
      }),
    )
    .max(4)
    .default([]),
  address: OrderAddress.optional(),
  items: z
    .array(
      z.strictObject({
        sku: z.string().trim().min(1).max(40).optional(),
        name: z.string().trim().min(1).max(80).optional(),
        priceMinor: Minor.optional(),
        quantity: z.int().min(1).max(99),
        options: z.record(z.string(), z.array(z.string()).max(10)).default({}),
        note: z.string().trim().max(200).default(''),
      }),
    )
    .max(60)
    .default([]),
  note: z.string().trim().max(200).default(''),
  wantedAt: Instant.optional(),
  deliveryFeeMinor: Minor.default(0),
  discountMinor: Minor.default(0),
  paid: z.boolean().default(false),
  locale: Locale.default('zh-CN'),
})
export type ApiOrder = z.infer<typeof ApiOrder>
/** How far it is, for the program that sent it: no person, no words. */
export const ApiOrderStatus = z.object({
  number: z.string(),
  orderNumber: z.string(),
  status: OrderStatus,
  gaps: z.array(OrderGap),
  totalMinor: z.int(),
  currency: z.string(),
  promisedAt: Instant.nullable(),
  expectedAt: Instant.nullable(),
  tracking: z.string(),
})
export type ApiOrderStatus = z.infer<typeof ApiOrderStatus>

/** An order of a delivery platform in the house's own words, whatever the platform calls things. */
export const PlatformOrder = z.object({
  /** The number the customer sees, where it differs. */
  shown: z.string(),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  items: z.array(
    z.object({
      name: z.string(),
      sku: z.string(),
      quantity: z.int(),
      priceMinor: z.int(),
      options: z.string(),
    }),
  ),
  note: z.string(),
  wantedAt: Instant.nullable(),
  deliveryFeeMinor: z.int(),
  discountMinor: z.int(),
  totalMinor: z.int(),
  /** The platform's rider takes it from the shop, or the customer does: the shop brings nothing. */
  carried: z.boolean(),
})
export type PlatformOrder = z.infer<typeof PlatformOrder>
