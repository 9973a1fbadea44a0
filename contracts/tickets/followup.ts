import { z } from 'zod'
import { Cursor, defineEvent, Id, Instant } from '../kit.ts'
import { Kind, Priority, RevisitMeans } from '../playbook.ts'
import { ShopRef, Who } from '../tickets.ts'

/** F2. `due` waits for somebody to phone, `asked` for the customer's answer to a written question. */
export const RevisitState = z.enum(['planned', 'due', 'asked', 'done', 'unreachable', 'cancelled'])
export type RevisitState = z.infer<typeof RevisitState>
export const RevisitResult = z.enum(['content', 'not_content', 'no_answer', 'unreachable'])
export type RevisitResult = z.infer<typeof RevisitResult>

/** One call that brought no result yet: nobody answered, or another time was agreed. */
export const RevisitTry = z.object({
  at: Instant,
  by: z.string(),
  outcome: z.enum(['missed', 'later']),
  words: z.string(),
  nextAt: Instant.nullable(),
})
export type RevisitTry = z.infer<typeof RevisitTry>

export const Revisit = z.object({
  id: Id,
  ticketId: Id,
  cycle: z.int(),
  /** Days after closing by the playbook; null when a person added it. */
  afterDays: z.int().nullable(),
  means: RevisitMeans,
  state: RevisitState,
  owner: Who.nullable(),
  plannedAt: Instant,
  /** Until when the call is to be made or the answer is waited for; null while it is planned or over. */
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  tries: z.array(RevisitTry),
  result: RevisitResult.nullable(),
  stars: z.int().nullable(),
  words: z.string(),
  /** Empty when the customer answered without anybody. */
  doneBy: z.string(),
  doneAt: Instant.nullable(),
  can: z.array(z.enum(['record', 'advance', 'move', 'cancel'])),
})
export type Revisit = z.infer<typeof Revisit>

export const RevisitRow = Revisit.extend({
  ticket: z.object({
    id: Id,
    number: z.string(),
    title: z.string(),
    kind: Kind,
    priority: Priority,
    customerName: z.string(),
    category: z.string(),
    shop: ShopRef.nullable(),
    closedAt: Instant.nullable(),
  }),
})
export type RevisitRow = z.infer<typeof RevisitRow>

export const RevisitView = z.enum(['due', 'asked', 'planned', 'done'])
export type RevisitView = z.infer<typeof RevisitView>
export const RevisitQuery = z.strictObject({
  view: RevisitView.default('due'),
  /** Only what is given to the reader. */
  mine: z.union([z.boolean(), z.stringbool()]).optional(),
  shop: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export type RevisitQuery = z.infer<typeof RevisitQuery>
export const RevisitPage = z.object({ rows: z.array(RevisitRow), next: Cursor.nullable() })
/** Counts stop at 1000. */
export const RevisitCounts = z.object({ mine: z.int(), due: z.int(), overdue: z.int() })

/** What a caller needs: what to say, and what it was about. */
export const RevisitSheet = RevisitRow.extend({
  /** Filled in the customer's language; empty when the playbook has no script. */
  script: z.string(),
  facts: z.object({
    complaint: z.string(),
    solution: z.string(),
    compensation: z.string(),
    cause: z.string(),
    rating: z.object({ stars: z.int(), words: z.string() }).nullable(),
  }),
  /** Masked; empty when nothing is known. */
  contact: z.string(),
  canReveal: z.boolean(),
  reasons: z.array(z.object({ key: z.string(), label: z.string() })),
  /** How often it is tried in all, by the playbook. */
  mostTries: z.int(),
})
export type RevisitSheet = z.infer<typeof RevisitSheet>

const stars = z.int().min(1).max(5).optional()
const words = z.string().trim().max(1000).default('')
/** What came of a call. Not content reopens the ticket with these words. */
export const RecordRevisit = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('content'), stars, words }),
  z.strictObject({
    outcome: z.literal('not_content'),
    reason: z.string().max(40),
    stars,
    words: z.string().trim().min(2).max(1000),
  }),
  z.strictObject({ outcome: z.literal('missed'), words }),
  z.strictObject({ outcome: z.literal('later'), nextAt: Instant, words }),
])
export type RecordRevisit = z.infer<typeof RecordRevisit>

/** Without `at`: now. */
export const MoveRevisit = z.strictObject({ at: Instant.optional() })
export const CancelRevisit = z.strictObject({ reason: z.string().trim().min(2).max(200) })
export const AddRevisit = z.strictObject({ means: RevisitMeans, at: Instant })
export const TicketRevisits = z.object({
  visits: z.array(Revisit),
  /** Whether the reader may add one now. */
  canAdd: z.boolean(),
  /** A phone number of the customer is known. */
  phoneKnown: z.boolean(),
})
export type TicketRevisits = z.infer<typeof TicketRevisits>

/** Answering the same one twice changes nothing. */
export const AnswerRevisit = z.strictObject({
  id: Id,
  content: z.boolean(),
  reason: z.string().max(40).optional(),
  stars,
  words,
})
export type AnswerRevisit = z.infer<typeof AnswerRevisit>

/** How the customer said yes to somebody of ours. */
export const AcceptedVia = z.enum(['phone', 'counter', 'message'])
export type AcceptedVia = z.infer<typeof AcceptedVia>
export const AcceptForCustomer = z.strictObject({
  via: AcceptedVia.default('phone'),
  words: z.string().trim().max(500).default(''),
})

export const CsatVia = z.enum(['page', 'phone', 'written'])
export type CsatVia = z.infer<typeof CsatVia>
export const SatisfactionBy = z.enum(['shop', 'person', 'category', 'team'])
export type SatisfactionBy = z.infer<typeof SatisfactionBy>
const Days = z.enum(['7', '30', '90']).default('30')
export const SatisfactionQuery = z.strictObject({
  days: Days,
  by: SatisfactionBy.default('shop'),
  shop: Id.optional(),
})
export type SatisfactionQuery = z.infer<typeof SatisfactionQuery>
const Figures = z.object({
  count: z.int(),
  /** 1 … 5; null without any rating. */
  average: z.number().nullable(),
})
/** F3. Fewer ratings than this say little; such rows come last. */
export const FEW_RATINGS = 5
export const Satisfaction = z.object({
  total: Figures.extend({
    /** How many gave one star, two, … five. */
    stars: z.array(z.int()).length(5),
    before: Figures,
  }),
  /** The lowest first, at most 100. */
  rows: z.array(
    Figures.extend({
      key: z.string(),
      name: z.string(),
      stars: z.array(z.int()).length(5),
      few: z.boolean(),
    }),
  ),
  reasons: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
})
export type Satisfaction = z.infer<typeof Satisfaction>

/** The single ratings behind a row, the lowest first. */
export const RatingsQuery = z.strictObject({
  days: Days,
  by: SatisfactionBy.optional(),
  key: z.string().max(81).optional(),
  shop: Id.optional(),
  cursor: Cursor.optional(),
})
export type RatingsQuery = z.infer<typeof RatingsQuery>
export const Rating = z.object({
  ticketId: Id,
  cycle: z.int(),
  number: z.string(),
  title: z.string(),
  stars: z.int(),
  reasons: z.array(z.string()),
  words: z.string(),
  via: CsatVia,
  at: Instant,
  staff: Who.nullable(),
  shop: ShopRef.nullable(),
})
export type Rating = z.infer<typeof Rating>
export const RatingPage = z.object({ ratings: z.array(Rating), next: Cursor.nullable() })

const T = z.object({ ticketId: Id })
export const revisitAnswered = defineEvent('tickets.revisitAnswered', T)
export const revisitsChanged = defineEvent('tickets.revisitsChanged', T)
