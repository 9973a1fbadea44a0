import { z } from 'zod'
import { defineEvent, Id } from './kit.ts'
import { CustomerValue } from './playbook.ts'

/** By these anybody can be reached, on any channel. */
export const ContactKind = z.enum(['phone', 'email'])
export type ContactKind = z.infer<typeof ContactKind>
/** What a platform calls a person: known only there. */
export const PlatformKind = z.enum([
  'wechat_openid',
  'wechat_unionid',
  'mini_openid',
  'meituan',
  'eleme',
  'dianping',
  'douyin',
  'weibo',
  'chat',
  'member_card',
])
export type PlatformKind = z.infer<typeof PlatformKind>
export const IdentityKind = z.enum([...ContactKind.options, ...PlatformKind.options])
export type IdentityKind = z.infer<typeof IdentityKind>

/** How we know that an identity is the customer's: typed by whoever wrote, said by the channel itself, by staff, with an order, or by a code sent there. */
export const IdentityOrigin = z.enum(['typed', 'channel', 'staff', 'order', 'code'])
export type IdentityOrigin = z.infer<typeof IdentityOrigin>

/** How a customer left a way to be reached. Mainland mobile, any international number, or an e-mail address. */
export const Contact = z
  .string()
  .trim()
  .max(120)
  .regex(/^(\+?[0-9][0-9 ()-]{5,20}|[^\s@]+@[^\s@]+\.[^\s@]+)$/)

/** What may be wrong with a customer's dish or treatment (loud), and what the customer likes. */
export const TraitKind = z.enum(['allergy', 'taboo', 'sugar', 'ice', 'spicy', 'skin', 'therapist', 'other'])
export type TraitKind = z.infer<typeof TraitKind>
/** Shown wherever the customer is, before anything is made. */
export const Taboo = z.object({ kind: TraitKind, value: z.string() })
export type Taboo = z.infer<typeof Taboo>

/** What staff see by default: the surname and title are kept, numbers are masked (138****1234). */
export const CustomerMasked = z.object({
  id: Id,
  /** C100234 */
  number: z.string(),
  name: z.string(),
  contact: z.string(),
  /** What the customer is worth to the brand, as somebody of it said. */
  value: CustomerValue,
  taboos: z.array(Taboo),
  tickets: z.number().int(),
  /** May this reader open the file. */
  open: z.boolean(),
})
export type CustomerMasked = z.infer<typeof CustomerMasked>

export const RevealReason = z.strictObject({ reason: z.string().trim().min(4).max(200) })
export const CustomerRevealed = z.object({ name: z.string(), phone: z.string(), email: z.string() })

/** Something of this file changed: browsers that show it look again. */
export const customerChanged = defineEvent('customers.changed', z.object({ customerId: Id }))
/** `otherId` and whatever belonged to it is now shown in the file of `headId`. */
export const customersMerged = defineEvent('customers.merged', z.object({ headId: Id, otherId: Id }))
export const customersUnmerged = defineEvent('customers.unmerged', z.object({ headId: Id, otherId: Id }))
