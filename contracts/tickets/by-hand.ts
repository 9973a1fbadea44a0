import { z } from 'zod'
import { PHOTO_LIMIT } from '../channels.ts'
import { Contact } from '../customers.ts'
import { Id, Instant } from '../kit.ts'

/** What the market regulator waits for: our first answer, or the end of a mediation that it has begun. */
export const LegalDeadline = z.enum(['answer', 'mediation'])
export type LegalDeadline = z.infer<typeof LegalDeadline>

const Photos = z.array(Id).max(PHOTO_LIMIT.count).default([])
const Words = z.string().trim().min(2).max(4000)

/** I1: a 12315 case as staff enter it. Its number makes it one case, however often it is entered. */
export const AuthorityCase = z.strictObject({
  caseNumber: z.string().trim().min(4).max(60),
  /** The day on which it reached the brand. */
  receivedOn: z.iso.date(),
  /** The office that passed it on. */
  authority: z.string().trim().min(2).max(80),
  deadline: LegalDeadline,
  shopId: Id.nullable(),
  content: Words,
  name: z.string().trim().max(60).optional(),
  contact: Contact.optional(),
  orderNumber: z.string().trim().max(64).optional(),
  photos: Photos,
})
export type AuthorityCase = z.infer<typeof AuthorityCase>
export type AuthorityCaseInput = z.input<typeof AuthorityCase>

/** I1: what a colleague has seen on a public platform. The same address is the same post. */
export const PublicPost = z.strictObject({
  url: z.httpUrl().max(1000),
  site: z.string().trim().min(1).max(60),
  author: z.string().trim().max(100).default(''),
  shopId: Id.nullable(),
  content: Words,
  photos: Photos,
})
export type PublicPost = z.infer<typeof PublicPost>
export type PublicPostInput = z.input<typeof PublicPost>

export const Registered = z.object({
  ticketId: Id,
  number: z.string(),
  /** It had been entered before: this is the same ticket. */
  known: z.boolean(),
  /** When the authority must have heard from us; null for a post. */
  dueAt: Instant.nullable(),
  /** The holidays of that year are not published yet: the instant may still move. */
  provisional: z.boolean(),
})
export type Registered = z.infer<typeof Registered>
