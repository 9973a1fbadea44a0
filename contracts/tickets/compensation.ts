import { z } from 'zod'
import { Cursor, defineEvent, Id, Instant } from '../kit.ts'
import { Role } from '../people.ts'
import { CompensationKind, CustomerValue } from '../playbook.ts'
import { ShopRef, Who } from '../tickets.ts'

export const CompensationState = z.enum(['waiting', 'rejected', 'cancelled', 'issued'])
export type CompensationState = z.infer<typeof CompensationState>
export const ApprovalState = z.enum(['todo', 'asked', 'approved', 'rejected', 'skipped'])
/** Why a step is asked for: beyond the own limit, beyond the shop's month budget, or both. */
export const ApprovalWhy = z.enum(['amount', 'budget', 'both'])
export type ApprovalWhy = z.infer<typeof ApprovalWhy>

/** What the policy offers for this ticket. `because` says what made it fit, in the reader's words. */
export const FittingOffer = z.object({
  key: z.string(),
  name: z.string(),
  kind: CompensationKind,
  amountMinor: z.int(),
  points: z.int(),
  item: z.string(),
  reason: z.string(),
  because: z.object({
    category: z.string(),
    severity: z.string(),
    customer: CustomerValue.nullable(),
  }),
})
export type FittingOffer = z.infer<typeof FittingOffer>

/** Something that was given or is on its way to the same customer or for the same order. Nothing but money and dates when it lies out of reach. */
export const EarlierCompensation = z.object({
  id: Id,
  /** Null when the reader may not see that ticket. */
  ticketId: Id.nullable(),
  number: z.string(),
  title: z.string(),
  kind: CompensationKind,
  amountMinor: z.int(),
  points: z.int(),
  currency: z.string(),
  state: CompensationState,
  at: Instant,
  same: z.enum(['customer', 'order', 'both']),
})
export type EarlierCompensation = z.infer<typeof EarlierCompensation>

/** What the proposer saw and confirmed, shown to whoever approves. */
export const CompensationWarning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('double'), earlier: z.array(EarlierCompensation.omit({ ticketId: true })) }),
  z.object({ kind: z.literal('above_policy'), offeredMinor: z.int() }),
  z.object({ kind: z.literal('over_budget'), limitMinor: z.int(), usedMinor: z.int() }),
])
export type CompensationWarning = z.infer<typeof CompensationWarning>

export const ApprovalStep = z.object({
  id: Id,
  step: z.int(),
  role: Role,
  why: ApprovalWhy,
  state: ApprovalState,
  /** Whoever is asked, or has decided. */
  approver: Who.nullable(),
  /** In whose place, when the holder of the role was absent or did not answer. */
  standsInFor: Who.nullable(),
  note: z.string(),
  askedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
})
export type ApprovalStep = z.infer<typeof ApprovalStep>

export const Compensation = z.object({
  id: Id,
  ticketId: Id,
  cycle: z.int(),
  kind: CompensationKind,
  amountMinor: z.int(),
  points: z.int(),
  currency: z.string(),
  item: z.string(),
  reason: z.string(),
  /** Name of the offer it follows; empty for an amount of one's own. */
  offerName: z.string(),
  warnings: z.array(CompensationWarning),
  state: CompensationState,
  proposedBy: Who,
  proposedAt: Instant,
  decidedAt: Instant.nullable(),
  issuedAt: Instant.nullable(),
  /** The coupon's code, once issued. */
  code: z.string(),
  settledAt: Instant.nullable(),
  steps: z.array(ApprovalStep),
  can: z.array(z.enum(['cancel', 'decide'])),
})
export type Compensation = z.infer<typeof Compensation>

/** One stretch of amounts with the approvals it needs; none: it is issued at once. `upToMinor` null: everything above. */
export const ApprovalPath = z.object({
  upToMinor: z.int().nullable(),
  steps: z.array(
    z.object({ role: Role, why: ApprovalWhy, approver: Who.nullable(), standsInFor: Who.nullable() }),
  ),
})
export type ApprovalPath = z.infer<typeof ApprovalPath>

/** H5: everything that the compensation part of a ticket shows. */
export const CompensationDesk = z.object({
  /** Whether this reader may propose here now. */
  mayPropose: z.boolean(),
  currency: z.string(),
  pointMinor: z.int(),
  couponDays: z.int(),
  customerKnown: z.boolean(),
  customerValue: CustomerValue,
  suggestion: FittingOffer.nullable(),
  alternatives: z.array(FittingOffer),
  /** The reader's own limit; null: asks always. */
  limitMinor: z.int().nullable(),
  /** What this ticket has already got or waits for; the limit counts it too. */
  alreadyMinor: z.int(),
  budget: z.object({ month: z.iso.date(), limitMinor: z.int(), usedMinor: z.int() }).nullable(),
  paths: z.array(ApprovalPath),
  doubleDays: z.int(),
  /** The paid order that a refund would be written on, and how much of it may still go back. */
  order: z.object({ id: Id, number: z.string(), leftMinor: z.int() }).nullable(),
  earlier: z.array(EarlierCompensation),
  list: z.array(Compensation),
})
export type CompensationDesk = z.infer<typeof CompensationDesk>

const NOTE = 500
/** `id` is made by the client: sending the same one twice proposes once. Points are worth what the policy says; `amountMinor` is then ignored. */
export const ProposeCompensation = z.strictObject({
  id: Id,
  kind: CompensationKind,
  amountMinor: z.int().min(0).max(100_000_00).default(0),
  points: z.int().min(0).max(100_000).default(0),
  item: z.string().trim().max(120).default(''),
  /** Which offer of the policy it follows. */
  offer: z.string().max(40).optional(),
  reason: z.string().trim().max(NOTE).default(''),
  /** The proposer has seen the earlier ones and means it. */
  confirmed: z.boolean().default(false),
})
export type ProposeCompensation = z.infer<typeof ProposeCompensation>
export const DecideApproval = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  note: z.string().trim().max(NOTE).default(''),
})
export type DecideApproval = z.infer<typeof DecideApproval>
export const CompensationParams = z.strictObject({ id: Id, compensationId: Id })

/** One approval with what it is about, for whoever is asked. */
export const ApprovalView = z.object({
  approval: ApprovalStep,
  compensation: Compensation,
  mayDecide: z.boolean(),
})
export type ApprovalView = z.infer<typeof ApprovalView>

export const SaveCustomerValue = z.strictObject({ value: CustomerValue })

/** `2026-11`, counted in the brand's zone. */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
export const CompensationQuery = z.strictObject({
  month: Month.optional(),
  shop: Id.optional(),
  kind: CompensationKind.optional(),
  /** Refunds: already paid, or still to pay. */
  settled: z.enum(['yes', 'no']).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type CompensationQuery = z.infer<typeof CompensationQuery>

/** For the books (G1): no customer, no content. */
export const IssuedRow = z.object({
  id: Id,
  number: z.string(),
  shop: ShopRef.nullable(),
  kind: CompensationKind,
  amountMinor: z.int(),
  points: z.int(),
  currency: z.string(),
  proposedBy: z.string(),
  /** Empty: within the proposer's own limit. */
  approvers: z.array(z.string()),
  proposedAt: Instant,
  issuedAt: Instant,
  settled: z.object({ at: Instant, by: z.string(), reference: z.string() }).nullable(),
})
export type IssuedRow = z.infer<typeof IssuedRow>
export const IssuedPage = z.object({ rows: z.array(IssuedRow), next: Cursor.nullable() })

export const TotalsQuery = CompensationQuery.pick({ month: true, shop: true, kind: true })
/** Sums of one month, by shop and kind, and the twelve months up to it. */
export const CompensationTotals = z.object({
  month: Month,
  currency: z.string(),
  count: z.int(),
  amountMinor: z.int(),
  /** Refunds that finance has not paid yet. */
  unpaidCount: z.int(),
  unpaidMinor: z.int(),
  /** Whether this reader sees the single ones, or sums only. */
  rows: z.boolean(),
  shops: z.array(
    z.object({
      shop: ShopRef.nullable(),
      count: z.int(),
      amountMinor: z.int(),
      /** Given back straight on orders, beside what was issued: the budget bears it too. */
      onOrdersMinor: z.int(),
      budgetMinor: z.int().nullable(),
    }),
  ),
  kinds: z.array(z.object({ kind: CompensationKind, count: z.int(), amountMinor: z.int() })),
  months: z.array(z.object({ month: Month, count: z.int(), amountMinor: z.int() })),
})
export type CompensationTotals = z.infer<typeof CompensationTotals>

export const SettleCompensation = z.strictObject({ reference: z.string().trim().min(2).max(60) })
export const ExportCompensation = CompensationQuery.omit({ cursor: true, limit: true }).extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
})
export type ExportCompensation = z.infer<typeof ExportCompensation>

const About = z.object({ ticketId: Id, compensationId: Id })
export const compensationIssued = defineEvent('tickets.compensationIssued', About)
export const compensationSettled = defineEvent('tickets.compensationSettled', About)
