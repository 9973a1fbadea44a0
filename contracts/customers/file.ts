import { z } from 'zod'
import { IdentityKind, IdentityOrigin, Taboo, TraitKind } from '../customers.ts'
import { Cursor, Id, Instant, Locale } from '../kit.ts'
import { CustomerValue } from '../playbook.ts'

/** YYYY-MM-DD, or --MM-DD when nobody knows the year; a lunar month has up to 30 days. */
export const BirthdayOn = z.string().regex(/^((19|20)\d\d|-)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export const Tag = z.string().trim().min(1).max(20)

export const ChangeField = z.enum([
  'name',
  'birthday',
  'value',
  'tags',
  'language',
  'phone',
  'email',
  'address',
  'trait',
  'consent',
  /** Somebody has confirmed that the file is right. */
  'checked',
])
export type ChangeField = z.infer<typeof ChangeField>
export const ChangeOrigin = z.enum(['staff', 'ticket', 'order', 'rider', 'customer', 'import', 'merge'])
export type ChangeOrigin = z.infer<typeof ChangeOrigin>

export const CustomerQuery = z.strictObject({
  /** A name, a phone, its last four digits, an e-mail address, or the customer's number. */
  q: z.string().trim().max(80).optional(),
  value: CustomerValue.optional(),
  tag: Tag.optional(),
  shop: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type CustomerQuery = z.infer<typeof CustomerQuery>

/** C1 in figures: recency, frequency, amount. Money in minor units. */
export const CustomerFacts = z.object({
  orders: z.number().int(),
  spentMinor: z.number().int(),
  firstOrderAt: Instant.nullable(),
  lastOrderAt: Instant.nullable(),
  tickets: z.number().int(),
  complaints: z.number().int(),
  lastTicketAt: Instant.nullable(),
  lastRating: z.number().int().nullable(),
})
export type CustomerFacts = z.infer<typeof CustomerFacts>

export const CustomerRow = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  contact: z.string(),
  value: CustomerValue,
  tags: z.array(z.string()),
  taboos: z.array(Taboo),
  facts: CustomerFacts,
  updatedAt: Instant,
})
export type CustomerRow = z.infer<typeof CustomerRow>
export const CustomerPage = z.object({ rows: z.array(CustomerRow), next: Cursor.nullable() })

export const CustomerIdentity = z.object({
  id: Id,
  kind: IdentityKind,
  masked: z.string(),
  proof: IdentityOrigin,
  since: Instant,
})
export type CustomerIdentity = z.infer<typeof CustomerIdentity>
export const CustomerAddress = z.object({
  id: Id,
  area: z.string(),
  label: z.string(),
  times: z.number().int(),
  lastAt: Instant,
})
export type CustomerAddress = z.infer<typeof CustomerAddress>
export const CustomerTrait = z.object({
  id: Id,
  kind: TraitKind,
  value: z.string(),
  loud: z.boolean(),
  source: z.string(),
  by: z.string(),
  since: Instant,
})
export type CustomerTrait = z.infer<typeof CustomerTrait>
export const CustomerConsent = z.object({
  id: Id,
  purpose: z.string(),
  textVersion: z.string(),
  text: z.string(),
  channel: z.string(),
  givenAt: Instant,
  by: z.string(),
  withdrawnAt: Instant.nullable(),
  withdrawnBy: z.string(),
})
export type CustomerConsent = z.infer<typeof CustomerConsent>
export const CustomerNote = z.object({ id: Id, text: z.string(), by: z.string(), at: Instant })

/** One line of the history. What it was and became is shown masked where it is a name, a number or an address. */
export const CustomerChange = z.object({
  id: Id,
  field: ChangeField,
  before: z.string(),
  after: z.string(),
  by: z.string(),
  byKind: z.enum(['staff', 'customer', 'system']),
  reason: z.string(),
  source: ChangeOrigin,
  state: z.enum(['proposed', 'confirmed', 'rejected', 'applied']),
  at: Instant,
  decidedAt: Instant.nullable(),
  decidedBy: z.string(),
})
export type CustomerNote = z.infer<typeof CustomerNote>
export type CustomerChange = z.infer<typeof CustomerChange>
export const ChangePage = z.object({ changes: z.array(CustomerChange), next: Cursor.nullable() })

/** A file that was merged into this one; un-merging gives it back as it was. */
export const MergedFile = z.object({
  mergeId: Id,
  id: Id,
  number: z.string(),
  name: z.string(),
  contact: z.string(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type MergedFile = z.infer<typeof MergedFile>

/** What this reader may do with this file; the screen draws exactly these. */
export const CustomerDeed = z.enum(['edit', 'reveal', 'merge', 'note'])
export type CustomerDeed = z.infer<typeof CustomerDeed>

export const CustomerFile = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  value: CustomerValue,
  tags: z.array(z.string()),
  language: Locale.nullable(),
  /** Only month and day. */
  birthday: z.string().nullable(),
  birthdayLunar: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  checkedAt: Instant.nullable(),
  identities: z.array(CustomerIdentity),
  addresses: z.array(CustomerAddress),
  /** The address that is taken unless another is said. */
  addressId: Id.nullable(),
  traits: z.array(CustomerTrait),
  consents: z.array(CustomerConsent),
  notes: z.array(CustomerNote),
  facts: CustomerFacts,
  /** Of the amounts. */
  currency: z.string(),
  merged: z.array(MergedFile),
  proposals: z.array(CustomerChange),
  can: z.array(CustomerDeed),
})
export type CustomerFile = z.infer<typeof CustomerFile>

/** Everything of the file in the clear. */
export const FileRevealed = z.object({
  name: z.string(),
  birthday: z.string().nullable(),
  identities: z.array(z.object({ id: Id, kind: IdentityKind, value: z.string() })),
  addresses: z.array(z.object({ id: Id, text: z.string() })),
})
export type FileRevealed = z.infer<typeof FileRevealed>

export const EditCustomer = z.strictObject({
  name: z.string().trim().max(60).optional(),
  birthdayOn: BirthdayOn.nullable().optional(),
  birthdayLunar: z.boolean().optional(),
  value: CustomerValue.optional(),
  tags: z.array(Tag).max(20).optional(),
  language: Locale.nullable().optional(),
  reason: z.string().trim().max(200).default(''),
})
export type EditCustomer = z.infer<typeof EditCustomer>

export const AddTrait = z.strictObject({
  kind: TraitKind,
  value: z.string().trim().min(1).max(60),
  loud: z.boolean().default(false),
})
export type AddTrait = z.infer<typeof AddTrait>
export const AddAddress = z.strictObject({
  text: z.string().trim().min(4).max(200),
  label: z.string().trim().max(20).default(''),
})
export type AddAddress = z.infer<typeof AddAddress>
export const AddNote = z.strictObject({ text: z.string().trim().min(1).max(1000) })

/** A purpose is a word of the brand: `service`, `care`, `marketing`. `text` is what the customer was shown or told. */
export const GiveConsent = z.strictObject({
  purpose: z.string().regex(/^[a-z][a-z_]{1,30}$/),
  textVersion: z.string().trim().min(1).max(40),
  text: z.string().trim().min(1).max(2000),
  channel: z.string().trim().min(1).max(30),
})
export type GiveConsent = z.infer<typeof GiveConsent>

export const DecideChange = z.strictObject({ decision: z.enum(['confirm', 'reject']) })
export const CustomerPart = z.strictObject({ id: Id, partId: Id })
export const HistoryQuery = z.strictObject({ cursor: Id.optional() })
