import { z } from 'zod'
import { Id, Instant } from '../kit.ts'
import { StatementAudience } from '../playbook/emergency.ts'

/** draft → asked (approval) → approved → released by the spokesperson; refused goes back to draft with a reason. */
export const StatementState = z.enum(['draft', 'asked', 'refused', 'approved', 'released'])
export type StatementState = z.infer<typeof StatementState>

export const Statement = z.object({
  id: Id,
  audience: StatementAudience,
  title: z.string(),
  text: z.string(),
  state: StatementState,
  /** Every change of what somebody was asked to approve makes a new version that is approved anew. */
  version: z.int(),
  /** How often it was saved in other words, by whom last and when; null: as it was drafted. */
  saves: z.int(),
  savedBy: z.string(),
  savedAt: Instant.nullable(),
  draftedBy: z.string(),
  draftedAt: Instant,
  approvedBy: z.string(),
  approvedAt: Instant.nullable(),
  refusedWhy: z.string(),
  releasedBy: z.string(),
  releasedAt: Instant.nullable(),
  /** Where it was said: 微博, 门店公告 … */
  releasedWhere: z.string(),
  /** The reader may not approve own words. */
  mayApprove: z.boolean(),
})
export type Statement = z.infer<typeof Statement>

const Words = z.string().trim().min(4).max(4000)
export const DraftStatement = z.strictObject({
  audience: StatementAudience,
  /** Key of the plan's statement that it begins from. */
  from: z.string().max(40).optional(),
  title: z.string().trim().min(2).max(80),
  text: Words,
})
/** `read`: `saves` of the words that it was begun on; what a colleague has saved since is written over by nobody. */
export const SaveStatement = z.strictObject({
  read: z.int().min(0),
  title: z.string().trim().min(2).max(80),
  text: Words,
})
/** The version that has been read: of words that were changed meanwhile nothing is decided and nothing is said. */
const ReadVersion = z.int().min(1)
/** `why`: of a refusal, or why it is approved although something is still to be filled in, which `gapsSeen` says was seen. */
export const DecideStatement = z.strictObject({
  version: ReadVersion,
  approve: z.boolean(),
  why: z.string().trim().max(500).default(''),
  gapsSeen: z.boolean().default(false),
})
export const ReleaseStatement = z.strictObject({
  version: ReadVersion,
  where: z.string().trim().min(2).max(200),
})
/** The plan's texts with the room's facts filled in, to begin from. */
export const StatementOffer = z.object({
  key: z.string(),
  name: z.string(),
  audience: StatementAudience,
  text: z.string(),
})
