import { z } from 'zod'
import { AttachmentView, PHOTO_LIMIT } from '../channels.ts'
import { Id, Instant } from '../kit.ts'

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

/** `id` is made by the widget and stays the same when it sends again. `photos` were uploaded by this visitor before. */
export const ChatWords = z
  .strictObject({
    id: z.uuid(),
    text: z.string().trim().max(2000).default(''),
    photos: z.array(Id).max(PHOTO_LIMIT.count).default([]),
  })
  .refine((said) => said.text !== '' || said.photos.length > 0, { path: ['text'] })
export const ChatContact = z.strictObject({ id: z.uuid(), contact: z.string().trim().min(5).max(100) })

/** Its bytes are under `photos/<id>` of the chat, for this visitor only. Units: pixels of the full picture. */
export const ChatPhoto = AttachmentView.pick({ id: true, width: true, height: true })
export type ChatPhoto = z.infer<typeof ChatPhoto>

export const ChatMessage = z.object({
  id: z.string(),
  from: z.enum(['visitor', 'brand']),
  text: z.string(),
  at: Instant,
  photos: z.array(ChatPhoto),
  /** The customer's own page, where a browser that cannot draw the pictures shows them; empty without pictures. */
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
