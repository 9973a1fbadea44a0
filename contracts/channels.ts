import { z } from 'zod'
import { Slip, SlipLink } from './channels/box.ts'
import { ChannelHealth } from './channels/connect.ts'
import { Contact } from './customers.ts'
import { defineEvent, Id, Instant, Locale } from './kit.ts'
import { ChannelKind, FieldKey } from './playbook.ts'

export const PHOTO_LIMIT = { count: 6, bytes: 10 * 1024 * 1024 }

export const Mood = z.enum(['good', 'fair', 'bad'])
export type Mood = z.infer<typeof Mood>

/** The registration form as a customer sends it (I2). Which fields are required is the playbook's. */
export const FeedbackBody = z.strictObject({
  content: z.string().trim().max(4000).default(''),
  mood: Mood.optional(),
  /** `parent.child` of the playbook. */
  category: z.string().max(81).optional(),
  photos: z.array(Id).max(PHOTO_LIMIT.count).default([]),
  contact: Contact.optional(),
  name: z.string().trim().max(60).optional(),
  purchasedAt: Instant.optional(),
  orderNumber: z.string().trim().max(64).optional(),
  wants: z.string().max(40).optional(),
  table: z.string().trim().max(40).optional(),
})
export type FeedbackBody = z.infer<typeof FeedbackBody>

/** `submissionId` is made by the browser once per form, so a repeated send changes nothing. */
export const PublicFeedback = FeedbackBody.extend({
  submissionId: Id,
  locale: Locale.default('zh-CN'),
  /** The shop chosen on a form of the whole brand (PublicForm.shops). */
  shopCode: z.string().max(20).optional(),
  /** What the till's link said, as it said it. */
  slip: SlipLink.optional(),
})
/** As a page sends it: what has a default may be left out. */
export type PublicFeedbackInput = z.input<typeof PublicFeedback>
/** From a tablet at the door: what is missing is flagged, for its writer has gone when it arrives. */
export const KioskFeedback = FeedbackBody.omit({ photos: true }).extend({
  submissionId: Id,
  locale: Locale.default('zh-CN'),
  /** The end of the tablet's link. */
  key: z.string().max(80),
  /** When it was written; it may have waited for a network. */
  writtenAt: Instant.optional(),
})
export const CounterFeedback = FeedbackBody.extend({ submissionId: Id, shopId: Id })
/** Public API: the key says which brand; the Idempotency-Key header says which submission. */
export const ApiFeedback = FeedbackBody.extend({
  shopCode: z.string().max(20).optional(),
  stars: z.int().min(1).max(5).optional(),
  source: z.string().trim().max(40).optional(),
  locale: Locale.default('zh-CN'),
})

/** What the customer gets at once (I5). */
export const Receipt = z.object({
  number: z.string(),
  /** Private progress page, path only: /t/<token>. */
  progress: z.string(),
  acknowledgement: z.string(),
  /** When a person will have answered. */
  expectedAt: Instant,
  /** Fields that are still missing on a half-filled verbal record. */
  missing: z.array(FieldKey),
  /** Something was said about this very slip before; only told to whoever holds a proven one. */
  sameSlip: z.boolean().optional(),
})
export type Receipt = z.infer<typeof Receipt>

/** What the form page needs, already in the reader's language. */
export const PublicForm = z.object({
  brand: z.string(),
  shop: z.string(),
  place: z.string(),
  channel: ChannelKind,
  title: z.string(),
  subtitle: z.string(),
  submit: z.string(),
  privacy: z.string(),
  thanks: z.string(),
  fields: z.array(
    z.object({
      key: FieldKey,
      required: z.boolean(),
      label: z.string(),
      hint: z.string(),
      options: z.array(z.object({ key: z.string(), label: z.string() })),
    }),
  ),
  /** Chips: `parent.child` with the customer's word for it. */
  categories: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Shops to choose from; only on a form that belongs to the whole brand. */
  shops: z.array(z.object({ code: z.string(), name: z.string(), zone: z.string() })),
  /** On whose clock a time is meant that is typed here: the shop's; the brand's while none is known. */
  zone: z.string(),
  /** The till's slip whose link was followed: its number need not be typed. */
  slip: Slip.nullable(),
})
export type PublicForm = z.infer<typeof PublicForm>

export const AttachmentView = z.object({
  id: Id,
  url: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  /** image/jpeg for photos; anything else is only offered for download. */
  mime: z.string(),
  name: z.string(),
})
export type AttachmentView = z.infer<typeof AttachmentView>

export const Channel = z.object({
  id: Id,
  kind: ChannelKind,
  key: z.string(),
  name: z.string(),
  on: z.boolean(),
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  lastMessageAt: Instant.nullable(),
  today: z.int(),
  /** Messages that could not be understood and wait for a person ("needs a look"). */
  faults: z.int(),
  /** Websites that may show the form inside a page; null: this kind of channel has no form for websites. */
  origins: z.array(z.string()).nullable(),
  /** null: this kind needs no connection. */
  connection: z.object({ connectedAt: Instant.nullable(), health: ChannelHealth }).nullable(),
})
export const SaveChannel = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  on: z.boolean().optional(),
  ownerId: Id.nullable().optional(),
  /** Of the website's channel: `https://www.brand.com`, a path is cut off. */
  origins: z.array(z.string().trim().min(1).max(300)).max(50).optional(),
})

export const CodePlace = z.enum(['shop', 'table', 'counter', 'slip', 'kiosk', 'website'])
export const Code = z.object({
  id: Id,
  slug: z.string(),
  url: z.string(),
  place: CodePlace,
  label: z.string(),
  shop: z.object({ id: Id, name: z.string() }).nullable(),
  on: z.boolean(),
  scans: z.int(),
  createdAt: Instant,
})
/** `labels` makes one code each, e.g. A01 … A20. */
export const CreateCodes = z.strictObject({
  shopId: Id.nullable(),
  place: CodePlace,
  labels: z.array(z.string().trim().min(1).max(20)).min(1).max(200),
})
export const SaveCode = z.strictObject({
  label: z.string().trim().min(1).max(20).optional(),
  on: z.boolean().optional(),
})

export const ApiScope = z.enum(['feedback.write', 'feedback.read', 'orders.write', 'orders.read'])
export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(ApiScope),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
})
export const CreateApiKey = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(ApiScope).min(1),
})
/** The secret is shown once. */
export const ApiKeyCreated = ApiKey.extend({ secret: z.string() })

export const messageFailed = defineEvent('channels.messageFailed', z.object({ messageId: Id }))
