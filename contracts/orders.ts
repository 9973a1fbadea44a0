import { z } from 'zod'
import { Contact } from './customers.ts'
import { Cursor, defineEvent, Id, Instant, Point } from './kit.ts'
import { ItemKey } from './orders/menu.ts'

/** Where an order was placed. */
export const OrderOrigin = z.enum([
  'counter',
  'phone',
  'wechat',
  'mini_program',
  'meituan',
  'eleme',
  'douyin',
  'website',
  'api',
  /** An order of the past that a file told of. */
  'import',
])
export type OrderOrigin = z.infer<typeof OrderOrigin>

/** How the customer gets it; `visit` is an appointment in a salon. */
export const OrderKind = z.enum(['delivery', 'pickup', 'dine_in', 'visit'])
export type OrderKind = z.infer<typeof OrderKind>

/** O1. The way of every order; which move is allowed from where stands in domains/orders/lifecycle.ts. */
export const OrderStatus = z.enum([
  'draft',
  'placed',
  'confirmed',
  'preparing',
  'quality_check',
  'ready',
  'delivering',
  'delivered',
  'reviewed',
  'cancelled',
  'refunded',
])
export type OrderStatus = z.infer<typeof OrderStatus>

/** What an order still lacks before anybody can make or bring it. */
export const OrderGap = z.enum(['items', 'name', 'phone', 'address', 'time', 'option', 'unavailable'])
export type OrderGap = z.infer<typeof OrderGap>

export const Minor = z.int().min(0).max(1_000_000_00)
const Note = z.string().trim().max(200)

/** One line of an order as it is placed. What a menu item costs is the menu's; `name` and `priceMinor` count only for what no menu knows. */
export const PlaceItem = z.strictObject({
  itemId: Id.optional(),
  name: z.string().trim().min(1).max(80).optional(),
  priceMinor: Minor.optional(),
  quantity: z.int().min(1).max(99),
  /** Chosen options: option key → keys of its choices. */
  options: z.record(ItemKey, z.array(ItemKey).max(10)).default({}),
  note: Note.default(''),
})
export type PlaceItem = z.infer<typeof PlaceItem>

export const OrderAddress = z.strictObject({
  text: z.string().trim().min(2).max(200),
  point: Point.optional(),
})

/** A new order, typed in while the customer talks or said by a program. Everything but the shop may still be missing: then it is a draft that says what. */
export const PlaceOrder = z.strictObject({
  /** Made by the client: the same order sent twice is placed once. */
  id: Id.optional(),
  shopId: Id,
  kind: OrderKind,
  source: OrderOrigin,
  /** The platform's own number: the same order is never taken twice. */
  externalId: z.string().trim().max(80).optional(),
  customerId: Id.optional(),
  name: z.string().trim().max(60).default(''),
  contact: Contact.optional(),
  address: OrderAddress.optional(),
  items: z.array(PlaceItem).max(60).default([]),
  note: Note.default(''),
  /** When the customer wants it; absent: as soon as possible. */
  wantedAt: Instant.optional(),
  deliveryFeeMinor: Minor.default(0),
  discountMinor: Minor.default(0),
  paid: z.boolean().default(false),
  /** The therapist who was asked for; only for a visit. */
  staffId: Id.optional(),
  /** Kept as a draft although nothing is missing. */
  draft: z.boolean().default(false),
})
export type PlaceOrder = z.infer<typeof PlaceOrder>
const placing = PlaceOrder.shape
/** Everything that may change until the kitchen begins. What is not given stays: nothing has a default here. */
export const ChangeOrder = z
  .strictObject({
    shopId: placing.shopId,
    kind: placing.kind,
    customerId: placing.customerId,
    name: placing.name.unwrap(),
    contact: placing.contact,
    address: placing.address,
    items: placing.items.unwrap(),
    note: placing.note.unwrap(),
    /** Null: as soon as possible. */
    wantedAt: Instant.nullable(),
    deliveryFeeMinor: placing.deliveryFeeMinor.unwrap(),
    discountMinor: placing.discountMinor.unwrap(),
    paid: placing.paid.unwrap(),
    staffId: placing.staffId,
  })
  .partial()
export type ChangeOrder = z.infer<typeof ChangeOrder>

export const OrderItemView = z.object({
  id: Id,
  itemId: Id.nullable(),
  name: z.string(),
  quantity: z.int(),
  priceMinor: z.int(),
  /** As the kitchen reads it: 少糖 · 去冰. */
  options: z.string(),
  /** The same as keys, to order it once more. */
  chosen: z.record(ItemKey, z.array(ItemKey)),
  note: z.string(),
})
export type OrderItemView = z.infer<typeof OrderItemView>

/** What happened to an order, one line each, never changed (O5). */
export const TraceKind = z.enum([
  'placed',
  'changed',
  'moved',
  'contacted',
  'promised',
  'told',
  'item_started',
  'item_made',
  'item_passed',
  'item_back',
  'item_moved',
  'item_undone',
  'slow',
  'late',
  'batches',
  'dispatched',
  'picked_up',
  'trouble',
  'address',
  'handed_over',
  'returned',
  'position_lost',
  'reviewed',
  'review_answered',
  'ticket',
  'visit',
  'aftercare',
  'paid',
  'refunded',
])
export type TraceKind = z.infer<typeof TraceKind>
export const TraceBy = z.enum(['staff', 'customer', 'platform', 'system'])
export const TraceLine = z.object({
  id: Id,
  at: Instant,
  kind: TraceKind,
  by: TraceBy,
  /** Name of the person of staff; empty for the others. */
  byName: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type TraceLine = z.infer<typeof TraceLine>

/** A row of the list: who it is for is masked. */
export const OrderRow = z.object({
  id: Id,
  number: z.string(),
  shopId: Id,
  shopName: z.string(),
  kind: OrderKind,
  source: OrderOrigin,
  status: OrderStatus,
  gaps: z.array(OrderGap),
  customer: z.string(),
  /** 乌龙奶茶 ×2、芋圆. */
  summary: z.string(),
  totalMinor: z.int(),
  currency: z.string(),
  placedAt: Instant,
  promisedAt: Instant.nullable(),
  /** By today's reckoning of kitchen and round; null while nothing is promised, and once it is over. */
  expectedAt: Instant.nullable(),
  /** Until when somebody must have spoken to the customer; null: done or not needed. */
  contactBy: Instant.nullable(),
  /** Seconds behind the promise: computed when read, 0 when in time. */
  lateS: z.int(),
  warnings: z.array(z.string()),
})
export type OrderRow = z.infer<typeof OrderRow>

export const OrderStage = z.enum(['open', 'incomplete', 'contact', 'late', 'refund', 'done', 'all'])
export const OrderQuery = z.strictObject({
  stage: OrderStage.default('open'),
  shopId: Id.optional(),
  source: OrderOrigin.optional(),
  kind: OrderKind.optional(),
  customerId: Id.optional(),
  /** Number, platform's number, or phone. */
  q: z.string().trim().max(80).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export const OrderPage = z.object({ rows: z.array(OrderRow), next: z.string().nullable() })

export const OrderDeed = z.enum([
  'change',
  'confirm',
  'contacted',
  'cancel',
  'refund',
  'handOver',
  'promise',
  'cook',
  'dispatch',
  'reveal',
])
export type OrderDeed = z.infer<typeof OrderDeed>

/** The whole order with its trace; fields a reader may not see are empty (R3, G1). */
export const OrderView = OrderRow.extend({
  customerId: Id.nullable(),
  contact: z.string(),
  address: z.string(),
  point: Point.nullable(),
  /** Allergies and taboos of the customer and of this order, shown loud. */
  taboos: z.array(z.string()),
  note: z.string(),
  items: z.array(OrderItemView),
  itemsMinor: z.int(),
  deliveryFeeMinor: z.int(),
  discountMinor: z.int(),
  paid: z.boolean(),
  /** What came in, what went back, what may go back at most, what must still go back, and what this reader may give back now. */
  refund: z.object({
    paidMinor: z.int(),
    refundedMinor: z.int(),
    leftMinor: z.int(),
    dueMinor: z.int(),
    mayMinor: z.int(),
  }),
  wantedAt: Instant.nullable(),
  firstPromisedAt: Instant.nullable(),
  externalId: z.string(),
  enteredBy: z.string(),
  tracking: z.string(),
  trace: z.array(TraceLine),
  /** Lines of the trace that look wrong, each with what was measured: 2 号工位晚了 18 分钟. */
  suspicions: z.array(z.object({ lineId: Id, code: z.string(), data: z.record(z.string(), z.unknown()) })),
  tickets: z.array(z.object({ id: Id, number: z.string() })),
  can: z.array(OrderDeed),
})
export type OrderView = z.infer<typeof OrderView>

export const ConfirmOrder = z.strictObject({
  promisedAt: Instant.optional(),
  /** Spoken with the customer: whose answer settles what was open. */
  note: Note.default(''),
})
/** Given into the customer's hands at the counter or the table. */
export const HandOverOrder = z.strictObject({ note: Note.default('') })
export const CancelOrder = z.strictObject({ reason: z.string().trim().min(2).max(200) })
export const PromiseOrder = z.strictObject({
  promisedAt: Instant,
  reason: z.string().trim().min(2).max(200),
  /** Tell the customer in the own channel. */
  tell: z.boolean().default(true),
})
export const RefundOrder = z.strictObject({
  amountMinor: Minor.min(1),
  reason: z.string().trim().min(2).max(200),
})
export const ContactOrder = z.strictObject({
  result: z.enum(['reached', 'no_answer', 'wrong_number']),
  note: Note.default(''),
})

/** Completion while the phone is at the ear: who this number is and where they had things brought. */
/** Name, number and address of one order in the clear. */
export const OrderRevealed = z.object({ name: z.string(), contact: z.string(), address: z.string() })
export const StageCounts = z.object({
  open: z.int(),
  incomplete: z.int(),
  contact: z.int(),
  late: z.int(),
  refund: z.int(),
})
export const KnownCaller = z.object({
  customerId: Id.nullable(),
  name: z.string(),
  taboos: z.array(z.string()),
  addresses: z.array(z.object({ id: Id, text: z.string(), point: Point.nullable() })),
  lastOrders: z.array(z.object({ id: Id, number: z.string(), summary: z.string(), placedAt: Instant })),
})
export type KnownCaller = z.infer<typeof KnownCaller>
export const AskCaller = z.strictObject({ contact: Contact })

/** Ids only; whoever hears it asks for what it may see. */
const OrderId = z.object({ orderId: Id })
export const orderPlaced = defineEvent('orders.placed', OrderId)
export const orderMoved = defineEvent('orders.moved', OrderId.extend({ from: OrderStatus, to: OrderStatus }))
export const orderChanged = defineEvent('orders.changed', OrderId)
/** What is known of the order behind a ticket has changed: it was tied to it, or its batches or its rider became known. */
export const ticketOrderKnown = defineEvent('orders.ticketOrderKnown', OrderId.extend({ ticketId: Id }))
/** The promise cannot be kept: the agent is told, the customer hears a new one. */
export const orderLate = defineEvent('orders.late', OrderId.extend({ reason: z.string() }))
/** A review that is bad opens a ticket by itself (O4). */
export const orderReviewed = defineEvent(
  'orders.reviewed',
  OrderId.extend({ mark: z.enum(['good', 'medium', 'bad']) }),
)
/** The menu of shops, or what may be sold of it, has changed. */
export const menuChanged = defineEvent('orders.menuChanged', z.object({ shopId: Id.nullable() }))
