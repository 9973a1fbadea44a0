import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { defineEvent, Id, Instant } from '../kit.ts'

/** E2: what may not be sold: an item, an ingredient, a batch of it, made or received in a period; at some shops or all. */
export const OrderSeal = z.strictObject({
  itemId: Id.optional(),
  ingredient: z.string().trim().min(1).max(40).optional(),
  batchCode: z.string().trim().min(1).max(40).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  shopIds: z.array(Id).min(1).max(500),
  /** What shops are asked to do with it. */
  instruction: z.string().trim().min(4).max(500),
  /** So much is kept as a sample at each shop; empty: none. */
  sample: z.string().trim().max(80).default(''),
})
export type OrderSeal = z.infer<typeof OrderSeal>

export const SealShopState = z.enum(['waiting', 'acknowledged', 'none_here'])
export const SealShop = z.object({
  shopId: Id,
  name: z.string(),
  state: SealShopState,
  toldAt: Instant,
  /** How often so far. */
  asked: z.int(),
  /** After it was asked a second time, or after the seal was lifted. */
  late: z.boolean(),
  at: Instant.nullable(),
  by: z.string(),
  quantity: z.number().nullable(),
  unit: z.string(),
  sampleKept: z.string(),
  /** Why none of the sample that was asked for was kept. */
  sampleMissing: z.string(),
  note: z.string(),
  photos: z.array(AttachmentView),
})
export type SealShop = z.infer<typeof SealShop>

export const Seal = z.object({
  id: Id,
  /** 红豆 · B-0301 */
  what: z.string(),
  itemId: Id.nullable(),
  ingredient: z.string(),
  batchCode: z.string(),
  from: Instant.nullable(),
  to: Instant.nullable(),
  instruction: z.string(),
  sample: z.string(),
  orderedAt: Instant,
  orderedBy: z.string(),
  liftedAt: Instant.nullable(),
  liftedBy: z.string(),
  liftedWhy: z.string(),
  /** Those that the reader reaches. */
  shops: z.array(SealShop),
  acknowledged: z.int(),
  of: z.int(),
  /** What the shops have taken off sale, added up by unit. */
  sums: z.array(z.object({ unit: z.string(), quantity: z.number() })),
})
export type Seal = z.infer<typeof Seal>

/** A photo is wanted when something was found, and where a sample was asked for, how much was kept or why none; 0 with `none_here`. */
export const AcknowledgeSeal = z.strictObject({
  state: z.enum(['acknowledged', 'none_here']),
  quantity: z.number().min(0).max(1_000_000).optional(),
  unit: z.string().trim().max(10).default(''),
  sampleKept: z.string().trim().max(80).default(''),
  sampleMissing: z.string().trim().max(200).default(''),
  note: z.string().trim().max(500).default(''),
  fileIds: z.array(Id).max(6).default([]),
  /** Takes the place of what the shop has said already; without it a second answer is refused and told who was first. */
  correction: z.boolean().default(false),
})
export type AcknowledgeSeal = z.infer<typeof AcknowledgeSeal>
export const LiftSeal = z.strictObject({ why: z.string().trim().min(4).max(500) })
export type LiftSeal = z.infer<typeof LiftSeal>

/** For a shop's screen: what it has to seal now, `/api/seals/mine`. */
export const ShopSeal = Seal.pick({
  id: true,
  what: true,
  ingredient: true,
  batchCode: true,
  instruction: true,
  sample: true,
  orderedAt: true,
  orderedBy: true,
}).extend({
  incidentId: Id,
  number: z.string(),
  drill: z.boolean(),
  /** What has happened, as the plan calls it; whoever writes a room's title does so for its team. */
  reason: z.string(),
  /** What the menu makes with the ingredient; none when a product itself is sealed. */
  products: z.array(z.string()),
  /** Shops in the reader's reach that are asked, and those that have answered. */
  of: z.int(),
  answered: z.int(),
  shop: SealShop,
})
export type ShopSeal = z.infer<typeof ShopSeal>

/** A stop-sale calls the shops; again as long as they are silent. `times` counts from 1. In a drill it is a notice like others. */
export const stopSaleTold = defineEvent(
  'incidents.stopSale',
  z.strictObject({
    incidentId: Id,
    sealId: Id,
    times: z.int(),
    shopIds: z.array(Id),
    /** Each with the own shops; without any: of the seal as a whole. */
    told: z.array(z.strictObject({ staffId: Id, shopIds: z.array(Id) })),
  }),
)
