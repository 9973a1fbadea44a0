import { z } from 'zod'
import { Id, Instant } from '../kit.ts'

/** A name inside one menu: lower case, digits, underscore. */
export const ItemKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const Name = z.string().trim().min(1).max(80)
const PriceMinor = z.int().min(0).max(1_000_000_00)

export const OptionChoice = z.strictObject({ key: ItemKey, name: Name, priceMinor: PriceMinor.default(0) })
/** What is chosen with an item: 甜度, 加料. `min` 1 and `max` 1 is a choice that must be made. */
export const ItemOption = z.strictObject({
  key: ItemKey,
  name: Name,
  min: z.int().min(0).max(10).default(0),
  max: z.int().min(1).max(10).default(1),
  choices: z.array(OptionChoice).min(1).max(30),
})
export type ItemOption = z.infer<typeof ItemOption>

export const ItemKind = z.enum(['dish', 'product', 'treatment'])
/** One thing the brand sells. `makeS` is the standard time in seconds at its station, for a treatment the time on the table. */
export const SaveItem = z.strictObject({
  sku: z.string().regex(/^[\w-]{1,40}$/),
  name: Name,
  section: Name,
  kind: ItemKind.default('dish'),
  priceMinor: PriceMinor,
  options: z.array(ItemOption).max(12).default([]),
  station: ItemKey,
  makeS: z
    .int()
    .min(5)
    .max(8 * 3600),
  /** Ingredients whose batch in use is written into the trace (E2, O5). */
  ingredients: z.array(z.string().trim().min(1).max(40)).max(30).default([]),
  /** What the kitchen and whoever takes the order must know: 含坚果. */
  allergens: z.array(z.string().trim().min(1).max(20)).max(12).default([]),
  on: z.boolean().default(true),
  position: z.int().min(0).max(9999).default(0),
})
export type SaveItem = z.infer<typeof SaveItem>

/** Why an item can't be ordered: taken off the menu, sold out at this shop, or stopped by quality. */
export const Unavailable = z.enum(['off', 'sold_out', 'stopped'])
export const ShopItemState = z.enum(['on', 'off', 'sold_out'])
export const MenuItem = SaveItem.extend({
  id: Id,
  /** At the shop that was asked for: its own price, and whether it can be had. Without a shop `stopped` means at all shops. */
  unavailable: Unavailable.nullable(),
  soldOutUntil: Instant.nullable(),
  /** Why quality has stopped it; empty while it is not stopped. */
  stopReason: z.string(),
  /** What the shop itself has said; null without a shop. `priceMinor` null: as the brand has it. */
  atShop: z
    .object({
      state: ShopItemState,
      priceMinor: z.int().nullable(),
      brandPriceMinor: z.int(),
      /** The shop has a station of this key. */
      hasStation: z.boolean(),
    })
    .nullable(),
})
export type MenuItem = z.infer<typeof MenuItem>
export const MenuQuery = z.strictObject({ shopId: Id.optional() })
/** A shop whose menu the reader may see. */
export const MenuShop = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  /** May say there what is sold out, what stations and batches there are. */
  mayRun: z.boolean(),
  mayStop: z.boolean(),
})
export type MenuShop = z.infer<typeof MenuShop>
export const SaveShopItem = z.strictObject({
  state: ShopItemState,
  /** Sold out until then; absent: until somebody says otherwise. */
  until: Instant.optional(),
  /** Null: the brand's price; absent: stays as it is. */
  priceMinor: PriceMinor.nullable().optional(),
})

export const Station = z.object({
  id: Id,
  shopId: Id,
  key: ItemKey,
  name: Name,
  /** How many things are made there side by side. */
  capacity: z.int(),
  people: z.array(z.object({ id: Id, name: z.string() })),
})
export type Station = z.infer<typeof Station>
export const SaveStation = z.strictObject({
  key: ItemKey,
  name: Name,
  capacity: z.int().min(1).max(20),
  staffIds: z.array(Id).max(30).default([]),
})

export const SaveBatch = z.strictObject({
  ingredient: z.string().trim().min(1).max(40),
  code: z.string().trim().min(1).max(40),
  expiresOn: z.iso.date().optional(),
})
export const Batch = z.object({
  id: Id,
  shopId: Id,
  ingredient: z.string(),
  code: z.string(),
  expiresOn: z.iso.date().nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  openedBy: z.string(),
})
export type Batch = z.infer<typeof Batch>
/** A batch that shops have open now, to choose from when one is to be stopped. */
export const BatchInUse = z.object({ ingredient: z.string(), code: z.string(), shops: z.int() })
export type BatchInUse = z.infer<typeof BatchInUse>
/** Which shops have it: one of the three, a batch also with what it is a batch of. */
export const HeldQuery = z.strictObject({
  itemId: Id.optional(),
  ingredient: z.string().trim().min(1).max(40).optional(),
  batchCode: z.string().trim().min(1).max(40).optional(),
})
export type HeldQuery = z.infer<typeof HeldQuery>
export const HeldAt = z.object({ id: Id, name: z.string() })
export type HeldAt = z.infer<typeof HeldAt>

/** Takes something off sale at once: an item, or whatever is made with an ingredient or a batch of it; at some shops or all. */
export const StopSale = z.strictObject({
  itemId: Id.optional(),
  ingredient: z.string().trim().min(1).max(40).optional(),
  batchCode: z.string().trim().min(1).max(40).optional(),
  shopIds: z.array(Id).min(1).max(500).optional(),
  reason: z.string().trim().min(2).max(200),
})
export type StopSale = z.infer<typeof StopSale>
export const StopSaleView = z.object({
  id: Id,
  what: z.string(),
  itemId: Id.nullable(),
  ingredient: z.string(),
  batchCode: z.string(),
  /** How many shops; null: all of the brand. */
  shops: z.int().nullable(),
  /** Those of them that the reader reaches. */
  atShops: z.array(z.object({ id: Id, name: z.string() })),
  reason: z.string(),
  at: Instant,
  by: z.string(),
  liftedAt: Instant.nullable(),
  liftedBy: z.string(),
  /** Open orders that hold something of it. */
  openOrders: z.int(),
  mayLift: z.boolean(),
})
export type StopSaleView = z.infer<typeof StopSaleView>
