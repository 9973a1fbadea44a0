import { z } from 'zod'
import { Id, Instant, Point } from '../kit.ts'
import { OrderKind } from '../orders.ts'
import { TrackedVisit } from './visits.ts'

/** What the customer is told of where the order stands; fewer words than the house has. */
export const TrackState = z.enum([
  'received',
  'confirmed',
  'making',
  'ready',
  'on_the_way',
  'delivered',
  'cancelled',
])
export type TrackState = z.infer<typeof TrackState>

export const ReviewMark = z.enum(['good', 'medium', 'bad'])
export type ReviewMark = z.infer<typeof ReviewMark>
/** What a review can be about in one tap (O4). */
export const ReviewWord = z.enum([
  'tasty',
  'on_time',
  'friendly',
  'well_packed',
  'late',
  'wrong',
  'missing',
  'cold',
  'spilled',
  'taste',
  'dirty',
  'rude',
])
export type ReviewWord = z.infer<typeof ReviewWord>

/** Only while it is brought: the shop, the door and the rider, each rounded to about 50 m. */
export const TrackMap = z.object({
  shop: Point.nullable(),
  home: Point.nullable(),
  rider: Point.nullable(),
  riderAt: Instant.nullable(),
})

export const TrackedReview = z.object({
  mark: ReviewMark,
  words: z.array(ReviewWord),
  text: z.string(),
  photos: z.int(),
  answer: z.string(),
  answeredAt: Instant.nullable(),
})

/** Whatever the holder of the private link may see of the own order (O4): nothing personal but what is masked. */
export const TrackedOrder = z.object({
  number: z.string(),
  brand: z.string(),
  shop: z.string(),
  /** The shop’s: every time of the page is said on its clock, wherever the phone is. */
  zone: z.string(),
  kind: OrderKind,
  state: TrackState,
  /** Missing pieces that somebody will ask about. */
  incomplete: z.boolean(),
  steps: z.array(
    z.object({ key: TrackState, at: Instant.nullable(), state: z.enum(['done', 'now', 'todo']) }),
  ),
  items: z.array(z.object({ id: Id, name: z.string(), quantity: z.int(), options: z.string() })),
  totalMinor: z.int(),
  refundedMinor: z.int(),
  currency: z.string(),
  paid: z.boolean(),
  name: z.string(),
  contact: z.string(),
  address: z.string(),
  placedAt: Instant,
  promisedAt: Instant.nullable(),
  /** By today's reckoning; null once it is over. */
  expectedAt: Instant.nullable(),
  /** The promise moved: from when, by whose word. */
  moved: z.object({ from: Instant, reason: z.string() }).nullable(),
  map: TrackMap.nullable(),
  /** Said to the rider at the door. */
  code: z.string().nullable(),
  cancelled: z.object({ reason: z.string() }).nullable(),
  /** What everybody who had something unsafe is told; it stands above all else. */
  safety: z.object({ at: Instant, text: z.string() }).nullable(),
  /** The appointment, when it is one. */
  visit: TrackedVisit.nullable(),
  review: TrackedReview.nullable(),
  reviewWords: z.array(ReviewWord),
  /** What was said about this order from this page, with its own page. */
  talks: z.array(z.object({ number: z.string(), progress: z.string() })),
  can: z.array(z.enum(['message', 'cancel', 'review', 'aftercare'])),
})
export type TrackedOrder = z.infer<typeof TrackedOrder>

export const CancelOwnOrder = z.strictObject({ reason: z.string().trim().max(200).default('') })
export const GiveReview = z.strictObject({
  mark: ReviewMark,
  words: z.array(ReviewWord).max(8).default([]),
  text: z.string().trim().max(1000).default(''),
  photos: z.array(Id).max(6).default([]),
})
export type GiveReview = z.infer<typeof GiveReview>
export const SayAboutOrder = z.strictObject({
  messageId: Id,
  text: z.string().trim().min(1).max(2000),
})
export const SaidAboutOrder = z.object({ number: z.string(), progress: z.string() })
