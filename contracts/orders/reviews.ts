import { z } from 'zod'
import { Cursor, Id, Instant } from '../kit.ts'
import { OrderOrigin } from '../orders.ts'
import { ReviewMark, ReviewWord } from './order-page.ts'

/** A review as the console lists it (O4). */
export const ReviewRow = z.object({
  orderId: Id,
  number: z.string(),
  shopName: z.string(),
  source: OrderOrigin,
  customer: z.string(),
  summary: z.string(),
  mark: ReviewMark,
  words: z.array(ReviewWord),
  text: z.string(),
  photos: z.array(Id),
  at: Instant,
  /** The ticket that a bad one opened. */
  ticketId: Id.nullable(),
  answer: z.string(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string(),
  can: z.array(z.enum(['answer'])),
})
export type ReviewRow = z.infer<typeof ReviewRow>
export const ReviewQuery = z.strictObject({
  mark: ReviewMark.optional(),
  /** Only those that nobody has answered. */
  open: z.stringbool().default(false),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type ReviewQuery = z.infer<typeof ReviewQuery>
export const ReviewPage = z.object({
  rows: z.array(ReviewRow),
  next: z.string().nullable(),
  /** Of the last thirty days. */
  counts: z.object({ good: z.int(), medium: z.int(), bad: z.int() }),
})
export type ReviewPage = z.infer<typeof ReviewPage>
export const AnswerReview = z.strictObject({ text: z.string().trim().min(1).max(500) })
