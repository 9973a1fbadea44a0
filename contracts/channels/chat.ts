import { z } from 'zod'
import { Instant } from '../kit.ts'

/** What the widget shows before anything is said. */
export const ChatFront = z.object({
  brand: z.string(),
  /** Empty: the widget greets in its own words. */
  greeting: z.string(),
  /** Within the hours of service. */
  open: z.boolean(),
  opensAt: Instant.nullable(),
})
export type ChatFront = z.infer<typeof ChatFront>

/** `identity`: an HS256 token that the host site signed with the channel's secret (sub, exp, and name, phone, email). */
export const BeginChat = z.strictObject({ identity: z.string().max(4000).optional() })
export const ChatBegun = z.object({ token: z.string() })

/** `id` is made by the widget and stays the same when it sends again. */
export const ChatWords = z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(2000) })
export const ChatContact = z.strictObject({ id: z.uuid(), contact: z.string().trim().min(5).max(100) })

export const ChatMessage = z.object({
  id: z.string(),
  from: z.enum(['visitor', 'brand']),
  text: z.string(),
  at: Instant,
  /** How many pictures belong to it; they are seen on the customer's own page. */
  photos: z.int(),
  link: z.string(),
})
export type ChatMessage = z.infer<typeof ChatMessage>

/** `rev`: what the widget has got already. `read`: the newest message of the brand that stood before the visitor's eyes. */
export const TalkQuery = z.strictObject({ rev: z.string().max(40).optional(), read: z.uuid().optional() })
export const ChatTalk = z.object({
  rev: z.string(),
  open: z.boolean(),
  opensAt: Instant.nullable(),
  /** Why the visitor is asked for a phone number or an e-mail address; empty when there is no need. */
  ask: z.enum(['', 'closed', 'late']),
  contactGiven: z.boolean(),
  /** The last hundred, the oldest first; null when nothing has changed since `rev`. */
  messages: z.array(ChatMessage).nullable(),
})
export type ChatTalk = z.infer<typeof ChatTalk>

/** Websites that may frame the form behind a code. */
export const FrameOrigins = z.object({ origins: z.array(z.string()) })
