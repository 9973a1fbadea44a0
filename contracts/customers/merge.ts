import { z } from 'zod'
import { CustomerMasked, Taboo } from '../customers.ts'
import { Cursor, Id, Instant, Locale } from '../kit.ts'
import { CustomerValue } from '../playbook.ts'
import { CustomerFacts } from './file.ts'

/** This file, and another one. */
export const FilePair = z.strictObject({ id: Id, otherId: Id })

const Side = z.enum(['this', 'other'])

/** The other file is merged into this one. Of each field: whose is shown from now on; of tags both may be. */
export const MergeFiles = z.strictObject({
  fields: z
    .strictObject({
      name: Side.optional(),
      birthday: Side.optional(),
      value: Side.optional(),
      language: Side.optional(),
      addressId: Side.optional(),
      tags: z.enum(['this', 'other', 'both']).optional(),
    })
    .default({}),
  reason: z.string().trim().min(2).max(200),
})
export type MergeFiles = z.infer<typeof MergeFiles>
export const UndoMerge = z.strictObject({ reason: z.string().trim().min(2).max(200) })
export const MergeDone = z.object({ mergeId: Id })

/** One of two files, as the dialog lays them side by side. */
export const MergeFile = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  contact: z.string(),
  identities: z.array(z.string()),
  value: CustomerValue,
  birthday: z.string().nullable(),
  birthdayLunar: z.boolean(),
  language: Locale.nullable(),
  tags: z.array(z.string()),
  address: z.string().nullable(),
  addresses: z.array(z.string()),
  taboos: z.array(Taboo),
  facts: CustomerFacts,
  createdAt: Instant,
})
export type MergeFile = z.infer<typeof MergeFile>
export const MergePair = z.object({ one: MergeFile, other: MergeFile })

/** Why two files probably are one person's; `weight` in bits for or against, null where the channel itself has said it. */
export const MatchReason = z.object({
  what: z.enum([
    'identity_typed',
    'identity_said',
    'name',
    'name_differs',
    'address',
    'place',
    'tail',
    'phone_differs',
    'device',
    'birthday',
    'birthday_differs',
    'shop',
  ]),
  weight: z.number().nullable(),
  /** How many files of the brand share it. */
  shared: z.number().int().optional(),
})
export type MatchReason = z.infer<typeof MatchReason>

export const MatchSide = CustomerMasked.omit({ tickets: true, open: true })
export const CustomerMatch = z.object({
  id: Id,
  probability: z.number(),
  reasons: z.array(MatchReason),
  foundAt: Instant,
  one: MatchSide,
  other: MatchSide,
})
export type CustomerMatch = z.infer<typeof CustomerMatch>
export const MatchQuery = z.strictObject({
  /** Only those of this file. */
  customer: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type MatchQuery = z.infer<typeof MatchQuery>
export const MatchPage = z.object({
  matches: z.array(CustomerMatch),
  next: Cursor.nullable(),
  /** Counted up to 99. */
  open: z.number().int(),
})
export const RejectMatch = z.strictObject({ reason: z.string().trim().max(200).default('') })
