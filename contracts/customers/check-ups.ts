import { z } from 'zod'
import { Contact } from '../customers.ts'
import { Cursor, Id, Instant, Locale } from '../kit.ts'
import { CustomerValue } from '../playbook.ts'

/** 资料核对: files that nobody has confirmed or used for long, and what their customers answered (C2). */
export const CheckUpState = z.enum([
  'waiting',
  'sent',
  'unsent',
  'confirmed',
  'changed',
  'declined',
  'silent',
])
export type CheckUpState = z.infer<typeof CheckUpState>

export const CheckUpView = z.enum(['stale', 'asked', 'answered'])
export type CheckUpView = z.infer<typeof CheckUpView>
export const CheckUpQuery = z.strictObject({
  view: CheckUpView.default('stale'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** One line: the file, masked, when it was last known to be right, and how far the question to the customer is. */
export const CheckUpLine = z.object({
  customerId: Id,
  number: z.string(),
  name: z.string(),
  contact: z.string(),
  value: CustomerValue,
  /** Confirmed by somebody, ordered, or made: whichever was last. */
  knownAt: Instant,
  state: CheckUpState.nullable(),
  at: Instant.nullable(),
  by: z.string(),
})
export type CheckUpLine = z.infer<typeof CheckUpLine>

export const CheckUpPage = z.object({
  lines: z.array(CheckUpLine),
  next: Cursor.nullable(),
  /** Of this quarter. `stale` is counted up to 10,000. */
  progress: z.object({
    stale: z.int(),
    asked: z.int(),
    answered: z.int(),
    changed: z.int(),
  }),
  /** A file counts as out of date after so many months. */
  staleMonths: z.int(),
})
export type CheckUpPage = z.infer<typeof CheckUpPage>

export const AskCheckUps = z.strictObject({ customerIds: z.array(Id).min(1).max(100) })
/** `left`: whom we may not ask: asked this quarter already, or the customer does not want to be. */
export const CheckUpsAsked = z.object({ asked: z.int(), left: z.int() })
export type CheckUpsAsked = z.infer<typeof CheckUpsAsked>

/** What the customer sees behind the private link: nothing in the clear. */
export const OwnCheckUp = z.object({
  brand: z.string(),
  name: z.string(),
  phones: z.array(z.string()),
  address: z.string(),
  birthday: z.string(),
  state: z.enum(['open', 'confirmed', 'changed', 'declined']),
})
export type OwnCheckUp = z.infer<typeof OwnCheckUp>

export const AnswerCheckUp = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('same') }),
  z.strictObject({ answer: z.literal('declined') }),
  z.strictObject({
    answer: z.literal('changed'),
    name: z.string().trim().min(1).max(60).optional(),
    phone: Contact.optional(),
    address: z.string().trim().min(4).max(200).optional(),
  }),
])
export type AnswerCheckUp = z.infer<typeof AnswerCheckUp>
export const CheckUpToken = z.strictObject({
  token: z
    .string()
    .min(16)
    .max(64)
    .regex(/^[\w-]+$/),
})
export const CheckUpLocale = z.strictObject({ locale: Locale.optional() })
