import { z } from 'zod'
import { Id } from './kit.ts'
import { CustomerValue } from './playbook.ts'

export const IdentityKind = z.enum(['phone', 'email'])
export type IdentityKind = z.infer<typeof IdentityKind>

/** How a customer left a way to be reached. Mainland mobile, any international number, or an e-mail address. */
export const Contact = z
  .string()
  .trim()
  .max(120)
  .regex(/^(\+?[0-9][0-9 ()-]{5,20}|[^\s@]+@[^\s@]+\.[^\s@]+)$/)

/** What staff see by default: the surname and title are kept, numbers are masked (138****1234). */
export const CustomerMasked = z.object({
  id: Id,
  name: z.string(),
  contact: z.string(),
  /** What the customer is worth to the brand, as somebody of it said. */
  value: CustomerValue,
  tickets: z.number().int(),
})
export type CustomerMasked = z.infer<typeof CustomerMasked>

export const RevealReason = z.strictObject({ reason: z.string().trim().min(4).max(200) })
export const CustomerRevealed = z.object({ name: z.string(), phone: z.string(), email: z.string() })
