import { z } from 'zod'
import { Id, Instant } from '../kit.ts'
import { Kind, Priority } from '../playbook.ts'
import { Clock, ShopRef, TicketStatus, Who } from '../tickets.ts'

/** T4. Whether one ticket may be merged into another: at once, after somebody says that both are of one customer, or not, and why. */
export const MergeVerdict = z.enum([
  'yes',
  'confirm',
  'same_ticket',
  'source_ended',
  'source_merged',
  'source_has_merged',
  'target_merged',
  'target_closed',
  'target_set_aside',
  'target_settled',
  'different_customers',
  'out_of_reach',
])
export type MergeVerdict = z.infer<typeof MergeVerdict>

export const LinkedTicket = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: TicketStatus,
  kind: Kind,
  priority: Priority,
  customerName: z.string(),
  orderNumber: z.string(),
  shop: ShopRef.nullable(),
  assignee: Who.nullable(),
  openedAt: Instant,
  /** This one into the ticket on the screen. */
  here: MergeVerdict,
  /** The ticket on the screen into this one. */
  there: MergeVerdict,
})
export type LinkedTicket = z.infer<typeof LinkedTicket>
/** What speaks for (bits above nought) or against two tickets being about one matter. */
export const MatterReason = z.object({
  what: z.enum([
    'customer',
    'likely_customer',
    'customer_differs',
    'order',
    'order_differs',
    'shop',
    'shop_differs',
    'words',
    'category',
    'category_differs',
    'mood_differs',
    'time',
  ]),
  bits: z.number(),
  data: z.record(z.string(), z.number()).optional(),
})
export type MatterReason = z.infer<typeof MatterReason>
/** T4: probably the same matter through another channel. `merged`: it was sure enough to be merged by itself. */
export const SameMatter = LinkedTicket.extend({
  probability: z.number(),
  reasons: z.array(MatterReason),
  state: z.enum(['proposed', 'merged']),
})
export type SameMatter = z.infer<typeof SameMatter>
const Joined = LinkedTicket.extend({ reason: z.string(), by: z.string(), at: Instant })

/** What stands beside a ticket, each list as far as the reader may read; the same customer's open ones first. */
export const TicketLinks = z.object({
  mergedInto: Joined.nullable(),
  merged: z.array(Joined),
  /** Found by the system and not decided by a person yet, or merged by it; the surest first. */
  sameMatter: z.array(SameMatter),
  sameCustomer: z.array(LinkedTicket),
  sameOrder: z.array(LinkedTicket),
  related: z.array(Joined),
  can: z.array(z.enum(['merge', 'split', 'relate'])),
})
export type TicketLinks = z.infer<typeof TicketLinks>

/** `sameCustomer` says that somebody has made sure of it: needed when one of the two is of nobody known. */
export const MergeTicket = z.strictObject({
  targetId: Id,
  reason: z.string().trim().max(500).default(''),
  sameCustomer: z.literal(true).optional(),
})
export type MergeTicket = z.infer<typeof MergeTicket>
export const SplitTicket = z.strictObject({ reason: z.string().trim().max(500).default('') })
/** A message of the customer that is about something else: it gets a ticket of its own. */
export const DetachMessage = z.strictObject({
  entryId: Id,
  reason: z.string().trim().max(200).default(''),
})
export type DetachMessage = z.infer<typeof DetachMessage>
export const RelateTicket = z.strictObject({ note: z.string().trim().max(200).default('') })
export const LinkSearch = z.strictObject({ q: z.string().trim().min(1).max(80) })

export const TicketTag = z.string().trim().min(1).max(20)
export const MOST_TAGS = 10
export const SaveTags = z.strictObject({ tags: z.array(TicketTag).max(MOST_TAGS) })
export const TagSearch = z.strictObject({ q: z.string().trim().max(20).default('') })
/** Tags the brand uses, the most used first. */
export const TagList = z.array(z.object({ tag: z.string(), tickets: z.int() }))

export const CycleEnd = z.enum(['running', 'resolved', 'closed', 'reopened', 'merged', 'set_aside'])
/** One handling from its beginning to the next: with its own clocks, people, proposal and rating. */
export const Cycle = z.object({
  number: z.int(),
  beganAt: Instant,
  endedAt: Instant.nullable(),
  end: CycleEnd,
  /** Why it began again; null for the first. `reason` is the playbook's, `words` are the customer's or the colleague's own. */
  why: z
    .object({
      by: z.enum(['customer', 'staff', 'revisit', 'recovered']),
      who: z.string(),
      reason: z.string(),
      words: z.string(),
    })
    .nullable(),
  /** Everybody who held it, in order; the last one was answerable at its end. */
  handlers: z.array(z.object({ id: Id.nullable(), name: z.string(), at: Instant })),
  teamName: z.string(),
  clocks: z.array(Clock),
  proposal: z.object({ text: z.string(), at: Instant }).nullable(),
  rating: z
    .object({ stars: z.int(), reasons: z.array(z.string()), words: z.string(), at: Instant })
    .nullable(),
})
export type Cycle = z.infer<typeof Cycle>
export const CycleList = z.array(Cycle)
