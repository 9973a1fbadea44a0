import { z } from 'zod'
import { Cursor, Id, Instant, Locale } from '../kit.ts'

/** E3: whose orders or visits had it. Everything that is given must fit. */
export const AffectedQuery = z.strictObject({
  itemIds: z.array(Id).max(20).default([]),
  ingredient: z.string().trim().max(40).default(''),
  batchCodes: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  shopIds: z.array(Id).max(500).default([]),
  from: Instant,
  to: Instant,
})
export type AffectedQuery = z.infer<typeof AffectedQuery>

export const AffectedKnownBy = z.enum(['order', 'trace', 'time'])
export type AffectedKnownBy = z.infer<typeof AffectedKnownBy>

/** The kind of channel by which a customer is written to (wechat, sms, email …); `none`: no way, to be called by hand. */
const Way = z.string()

/** Before anybody is told: how many, how they can be reached, where; bounded at 10,000 customers. */
export const AffectedPreview = z.object({
  customers: z.int(),
  orders: z.int(),
  visits: z.int(),
  /** Orders without a customer that is known. */
  unknown: z.int(),
  /** There are more than are looked for at once. */
  more: z.boolean(),
  /** Batches that none of the shops has opened: by these nobody can be found. */
  unopened: z.array(z.string()),
  /** Of them, whose complaint is a ticket of the room. */
  complained: z.int(),
  /**
   * How we know: `order` by what was ordered, `trace` by the batch that the kitchen or the treatment's record wrote down, `time` because the shop had
   * the batch open then and nothing was written down.
   */
  byProof: z.array(z.object({ proof: AffectedKnownBy, orders: z.int() })),
  byShop: z.array(z.object({ id: Id, name: z.string(), customers: z.int() })),
  byWay: z.array(z.object({ way: Way, customers: z.int() })),
  sample: z.array(
    z.object({
      customerName: z.string(),
      shopName: z.string(),
      what: z.string(),
      at: Instant,
      way: Way,
    }),
  ),
})
export type AffectedPreview = z.infer<typeof AffectedPreview>

export const AffectedState = z.enum([
  'found',
  'queued',
  /** The channel's service took it and has not said that it could not be delivered. */
  'reached',
  'unreached',
  'replied',
  /** No way to write to this customer: called by hand. */
  'no_way',
  'called',
  /** Of a drill: nothing has left the house. */
  'would_be_sent',
  /** Has a ticket of the room: answered there, not by the message. */
  'complained',
])
export type AffectedState = z.infer<typeof AffectedState>
const Words = z.string().trim().min(10).max(1000)
const AlsoIn = z.partialRecord(Locale, Words)
export const AffectedSummary = z.object({
  query: AffectedQuery,
  state: z.enum(['found', 'message_asked', 'approved', 'sending', 'sent']),
  /** Grows with the words and with whom they go to. */
  version: z.int(),
  text: z.string(),
  /** The same words for customers of another language; who has none of these is written `text`. */
  also: AlsoIn,
  writtenBy: z.string(),
  approvedBy: z.string(),
  approvedAt: Instant.nullable(),
  refusedWhy: z.string(),
  /** The message goes to those who have complained, too. */
  complainants: z.boolean(),
  mayApprove: z.boolean(),
  count: z.record(AffectedState, z.int()),
  customers: z.int(),
  /** Tickets in which a customer answered, but the answer could not be threaded after ten tries. */
  lost: z.array(z.object({ ticketId: Id, at: Instant })),
})
export type AffectedSummary = z.infer<typeof AffectedSummary>

export const AffectedRow = z.object({
  id: Id,
  customerId: Id,
  customerName: z.string(),
  /** 138****0001, in a list of a room for whoever may know who it is; empty otherwise and where no number is known. */
  phoneMasked: z.string(),
  shopName: z.string(),
  what: z.string(),
  at: Instant,
  proof: AffectedKnownBy,
  way: Way,
  state: AffectedState,
  problem: z.string(),
  ticketId: Id.nullable(),
  /** The ticket of the room in which this customer has complained. */
  complaintTicketId: Id.nullable(),
  repliedAt: Instant.nullable(),
  /** When the message went out, or without a way when the order's page began to say it. */
  toldAt: Instant.nullable(),
  calledBy: z.string(),
  calledAt: Instant.nullable(),
  callNote: z.string(),
})
export type AffectedRow = z.infer<typeof AffectedRow>
export const AffectedListQuery = z.strictObject({
  state: AffectedState.optional(),
  cursor: Cursor.optional(),
})
export const AffectedPage = z.object({ rows: z.array(AffectedRow), next: Cursor.nullable() })
/** What everybody affected is written, in the customer's language where it exists. */
export const WriteAffected = z.strictObject({
  text: Words,
  also: AlsoIn.default({}),
  /** To those who have complained as well; without it they are answered in their tickets alone. */
  complainants: z.boolean().default(false),
})
export const DecideAffected = z.strictObject({
  /** What has been read: of words or customers that came meanwhile nothing is decided. */
  version: z.int().min(1),
  approve: z.boolean(),
  why: z.string().trim().max(500).default(''),
})
export const CalledByHand = z.strictObject({
  reached: z.boolean(),
  note: z.string().trim().max(500).default(''),
})
export type AffectedPage = z.infer<typeof AffectedPage>
export type AffectedListQuery = z.infer<typeof AffectedListQuery>
export type WriteAffected = z.infer<typeof WriteAffected>
export type DecideAffected = z.infer<typeof DecideAffected>
export type CalledByHand = z.infer<typeof CalledByHand>
