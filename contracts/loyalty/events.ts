import { z } from 'zod'
import { Cursor, Id, Instant, Locale } from '../kit.ts'

/** Words of an event: Chinese always, English where the brand wrote it. `most` counts the signs of either. */
const words = (most: number) =>
  z.strictObject({
    'zh-CN': z.string().trim().min(1).max(most),
    en: z.string().trim().min(1).max(most).optional(),
  })

export const EVENT_LIMIT = {
  name: 40,
  description: 400,
  consent: 500,
  ask: 60,
  option: 30,
  questions: 3,
  options: 6,
  shops: 200,
  answer: 200,
  opinion: 1000,
}

export const EventReward = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('coupon'),
    /** Worth of one coupon in minor units. */
    amountMinor: z.int().min(1).max(1_000_000),
    /** Days that it can be used. */
    days: z.int().min(1).max(730),
    /** All that this event may give away, in minor units. */
    budgetMinor: z.int().min(1).max(1_000_000_000),
  }),
  z.strictObject({
    kind: z.literal('points'),
    points: z.int().min(1).max(100_000),
    budgetPoints: z.int().min(1).max(1_000_000_000),
  }),
])
export type EventReward = z.infer<typeof EventReward>

export const EventQuestion = z.strictObject({
  ask: words(EVENT_LIMIT.ask),
  required: z.boolean().default(false),
  /** None: free words. */
  options: z.array(words(EVENT_LIMIT.option)).max(EVENT_LIMIT.options).default([]),
})
export type EventQuestion = z.infer<typeof EventQuestion>

export const EventState = z.enum(['draft', 'open', 'closed'])
export type EventState = z.infer<typeof EventState>
/** What a visitor finds: `early` before it begins, `over` after it ends, `full` without a place left. */
export const EventPhase = z.enum(['draft', 'early', 'open', 'full', 'over', 'closed'])
export type EventPhase = z.infer<typeof EventPhase>

export const SaveEvent = z.strictObject({
  name: words(EVENT_LIMIT.name),
  description: words(EVENT_LIMIT.description).nullable().default(null),
  /** None: the whole brand. */
  shopIds: z.array(Id).max(EVENT_LIMIT.shops).default([]),
  startsAt: Instant,
  endsAt: Instant,
  /** Places; null: as many as come. */
  capacity: z.int().min(1).max(1_000_000).nullable().default(null),
  questions: z.array(EventQuestion).max(EVENT_LIMIT.questions).default([]),
  /** Asks for an opinion, which becomes a feedback; null: does not. */
  opinion: words(EVENT_LIMIT.ask).nullable().default(null),
  reward: EventReward.nullable().default(null),
  /** What whoever signs up agrees to; a changed wording is a new version. */
  consent: words(EVENT_LIMIT.consent),
  /** News and offers, agreed to apart and free to refuse; null: not asked. */
  news: words(EVENT_LIMIT.consent).nullable().default(null),
})
export type SaveEvent = z.infer<typeof SaveEvent>
export const SaveEventState = z.strictObject({ state: EventState })

const ShopRef = z.object({ id: Id, name: z.string() })

export const EventView = SaveEvent.omit({ shopIds: true }).extend({
  id: Id,
  state: EventState,
  phase: EventPhase,
  url: z.string(),
  shops: z.array(ShopRef),
  taken: z.int(),
  /** Of the reward's budget, in its own unit. */
  spent: z.int(),
  currency: z.string(),
  consentVersion: z.int(),
  newsVersion: z.int(),
  createdAt: Instant,
  /** Whether this reader may change it. */
  mayManage: z.boolean(),
})
export type EventView = z.infer<typeof EventView>

export const SignUpRow = z.object({
  id: Id,
  state: z.enum(['signed_up', 'withdrawn']),
  name: z.string(),
  phone: z.string(),
  shop: z.string(),
  answers: z.array(z.object({ ask: z.string(), answer: z.string() })),
  reward: z.enum(['none', 'issued', 'had', 'spent']),
  news: z.boolean(),
  /** The ticket that the opinion became. */
  ticketId: Id.nullable(),
  at: Instant,
  withdrawnAt: Instant.nullable(),
})
export type SignUpRow = z.infer<typeof SignUpRow>
export const SignUpPage = z.object({ rows: z.array(SignUpRow), next: Cursor.nullable() })
export const SignUpQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const SignUpParams = z.strictObject({ id: Id, signUpId: Id })
export const SignUpReason = z.strictObject({ reason: z.string().trim().min(4).max(200) })
export const SignUpContact = z.object({ name: z.string(), phone: z.string() })

/** The page behind an event's code, in the reader's language. */
export const PublicEvent = z.object({
  brand: z.string(),
  name: z.string(),
  description: z.string(),
  phase: EventPhase,
  startsAt: Instant,
  endsAt: Instant,
  /** Places left; null: no limit. */
  left: z.int().nullable(),
  shops: z.array(z.object({ code: z.string(), name: z.string() })),
  reward: z
    .object({
      kind: z.enum(['coupon', 'points']),
      amountMinor: z.int(),
      points: z.int(),
      currency: z.string(),
      days: z.int(),
      /** Whether the budget still has one. */
      left: z.boolean(),
    })
    .nullable(),
  questions: z.array(z.object({ ask: z.string(), required: z.boolean(), options: z.array(z.string()) })),
  opinion: z.string(),
  consent: z.object({ version: z.int(), text: z.string() }),
  news: z.object({ version: z.int(), text: z.string() }).nullable(),
})
export type PublicEvent = z.infer<typeof PublicEvent>

/** `submissionId` is made by the browser once per form, so a repeated send changes nothing. */
export const SignUp = z.strictObject({
  submissionId: Id,
  locale: Locale.default('zh-CN'),
  name: z.string().trim().min(1).max(30),
  phone: z
    .string()
    .trim()
    .max(24)
    .regex(/^\+?[0-9][0-9 ()-]{5,20}$/),
  shopCode: z.string().max(20).optional(),
  answers: z.array(z.string().trim().max(EVENT_LIMIT.answer)).max(EVENT_LIMIT.questions).default([]),
  opinion: z.string().trim().max(EVENT_LIMIT.opinion).default(''),
  /** Ticked by the person; with the version of the wording that stood there. */
  consent: z.boolean(),
  consentVersion: z.int().min(1),
  news: z.boolean().default(false),
  newsVersion: z.int().min(0).default(0),
})
export type SignUp = z.infer<typeof SignUp>
export type SignUpInput = z.input<typeof SignUp>

/** The private page of whoever signed up: /s/<token>. */
export const Confirmation = z.object({
  path: z.string(),
  brand: z.string(),
  event: z.string(),
  shop: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['signed_up', 'withdrawn']),
  name: z.string(),
  phone: z.string(),
  at: Instant,
  withdrawnAt: Instant.nullable(),
  rewardState: z.enum(['none', 'issued', 'had', 'spent']),
  reward: z
    .object({
      kind: z.enum(['coupon', 'points']),
      amountMinor: z.int(),
      points: z.int(),
      currency: z.string(),
      code: z.string(),
      expiresAt: Instant.nullable(),
    })
    .nullable(),
  consent: z.object({ version: z.int(), text: z.string(), at: Instant }),
  /** The wording of the news that they agreed to; null: not, or taken back. */
  news: z.object({ version: z.int(), text: z.string(), at: Instant }).nullable(),
  /** Progress page of what they wrote, path only; empty: they wrote nothing. */
  progress: z.string(),
})
export type Confirmation = z.infer<typeof Confirmation>

export const WithdrawalPurpose = z.enum(['event', 'news'])
export const Withdrawal = z.strictObject({ purpose: WithdrawalPurpose })

/** For the books (G1): what events gave away, nobody's name. */
export const RewardRow = z.object({
  id: Id,
  at: Instant,
  event: z.string(),
  kind: z.enum(['coupon', 'points']),
  amountMinor: z.int(),
  points: z.int(),
  currency: z.string(),
  state: z.enum(['issued', 'redeemed', 'expired', 'reversed']),
})
export const RewardPage = z.object({
  totals: z.array(
    z.object({
      eventId: Id,
      event: z.string(),
      kind: z.enum(['coupon', 'points']),
      count: z.int(),
      /** Minor units or points. */
      given: z.int(),
      budget: z.int(),
      currency: z.string(),
    }),
  ),
  rows: z.array(RewardRow),
  next: Cursor.nullable(),
})
export type RewardPage = z.infer<typeof RewardPage>
