import { z } from 'zod'
import { Instant } from '../kit.ts'

/** What a platform that handles a complaint lets the merchant do beside answering. */
export const PlatformDeed = z.enum(['complete', 'approve_refund', 'reject_refund', 'supply_proof'])
export type PlatformDeed = z.infer<typeof PlatformDeed>

/** Where a platform lets us decide: complaints of WeChat Pay and of a mini program, refunds and cancellations of Ele.me. */
export const PlatformCaseKind = z.enum(['wechat_pay', 'mini_program', 'eleme'])
export type PlatformCaseKind = z.infer<typeof PlatformCaseKind>

/** A complaint at a platform, or a refund that is asked for there, that this ticket is about. Amounts are minor units of CNY. */
export const PlatformCase = z.object({
  kind: PlatformCaseKind,
  /** What the platform calls the complaint, or the order. */
  id: z.string(),
  /** The platform's own word for where it stands; empty while we have not heard one. */
  phase: z.string(),
  finished: z.boolean(),
  refundMinor: z.int().nullable(),
  /** Until when the platform waits for our answer; null when it has one. */
  answerBy: Instant.nullable(),
  /** What we have decided already, the oldest first; `problem` is the code of why it did not reach the platform. */
  done: z.array(
    z.object({
      deed: PlatformDeed,
      at: Instant,
      by: z.string(),
      reason: z.string(),
      state: z.string(),
      problem: z.string(),
    }),
  ),
  can: z.array(PlatformDeed),
})
export type PlatformCase = z.infer<typeof PlatformCase>
export const PlatformCaseView = z.object({ case: PlatformCase.nullable() })

export const DecidePlatformCase = z.strictObject({
  deed: PlatformDeed,
  /** Why a refund is refused, or what proves our side; the customer and the platform read it. */
  reason: z.string().trim().max(200).default(''),
})
export type DecidePlatformCase = z.infer<typeof DecidePlatformCase>
