import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { Id, Instant } from '../kit.ts'
import { Role } from '../people.ts'
import { Key } from '../playbook.ts'

/** What is written: an answer to the customer, a word to colleagues, the proposal. */
export const ComposerMode = z.enum(['reply', 'note', 'propose'])
export type ComposerMode = z.infer<typeof ComposerMode>

/** Seconds in which a sent message can be taken back. */
export const HOLD_S = 10
/** Somebody who has not said for so many seconds that he is still there has gone; said anew every `PRESENCE_EVERY_S`. */
export const PRESENCE_S = 40
export const PRESENCE_EVERY_S = 20
export const COMPOSER_LIMIT = { text: 4000, photos: 6, mentions: 20 }

/** Somebody named in a note: one person, or everybody of a team who answers for this shop. */
export const Mention = z.union([z.strictObject({ staffId: Id }), z.strictObject({ team: Key })])
export type Mention = z.infer<typeof Mention>
/** As it stands in the timeline: `name` is what was written behind the @. */
export const NamedMention = z.object({
  staffId: Id.optional(),
  team: z.string().optional(),
  name: z.string(),
})
export type NamedMention = z.infer<typeof NamedMention>
export const Mentionable = z.object({
  people: z.array(z.object({ id: Id, name: z.string(), roles: z.array(Role), onDuty: z.boolean() })),
  teams: z.array(z.object({ key: z.string(), name: z.string() })),
})
export type Mentionable = z.infer<typeof Mentionable>

/**
 * What is being written, complete enough to go on with on another device. `seen` is the newest message to the customer that the
 * writer knew of when the writing began; null when there was none.
 */
export const SaveDraft = z.strictObject({
  text: z.string().max(COMPOSER_LIMIT.text),
  photos: z.array(Id).max(COMPOSER_LIMIT.photos).default([]),
  mentions: z.array(Mention).max(COMPOSER_LIMIT.mentions).default([]),
  expectedAt: Instant.nullable().default(null),
  wait: z.boolean().default(false),
  seen: Id.nullable().default(null),
})
export type SaveDraft = z.infer<typeof SaveDraft>
export const DraftParams = z.strictObject({ id: Id, mode: ComposerMode })
export const Draft = z.object({
  mode: ComposerMode,
  text: z.string(),
  photos: z.array(AttachmentView),
  mentions: z.array(Mention),
  expectedAt: Instant.nullable(),
  wait: z.boolean(),
  seen: Id.nullable(),
  updatedAt: Instant,
})
export type Draft = z.infer<typeof Draft>
/** Null once nothing is left of it. */
export const DraftSaved = z.object({ updatedAt: Instant.nullable() })

export const HeldParams = z.strictObject({ id: Id, heldId: Id })
/** Sent, but held back while it can be undone; `problem` says why it could not be sent in the end. */
export const Held = z.object({
  id: Id,
  mode: z.enum(['reply', 'propose']),
  by: z.string(),
  mine: z.boolean(),
  text: z.string(),
  photos: z.array(AttachmentView),
  sendAt: Instant,
  problem: z.string(),
})
export type Held = z.infer<typeof Held>

export const PresenceState = z.enum(['viewing', 'replying'])
export const SetPresence = z.strictObject({ state: PresenceState })
export const Presence = z.object({ staffId: Id, name: z.string(), state: PresenceState, until: Instant })
export type Presence = z.infer<typeof Presence>
/** Everybody else who has the ticket open; writers first. */
export const PresenceList = z.object({ now: Instant, presence: z.array(Presence) })

/** The newest message to the customer by somebody else, sent or about to be. */
export const OtherMessage = z.object({
  id: Id,
  by: z.string(),
  at: Instant,
  text: z.string(),
  held: z.boolean(),
})
export type OtherMessage = z.infer<typeof OtherMessage>

/** What the composer of one ticket needs, as this reader may see it. `now` is the server's clock, for countdowns. */
export const ComposerState = PresenceList.extend({
  drafts: z.array(Draft),
  held: z.array(Held),
  /** The newest message to the customer by anybody: what a writer who begins now has seen. */
  newest: Id.nullable(),
  other: OtherMessage.nullable(),
  /** How a gap is marked in a text, in each language: none of these may be left when it is sent. */
  gaps: z.array(z.string()),
})
export type ComposerState = z.infer<typeof ComposerState>
