import { z } from 'zod'
import { IdentityKind, TraitKind } from '../customers.ts'
import { Cursor, Id, Instant, Locale } from '../kit.ts'
import { CustomerValue, Kind } from '../playbook.ts'
import { CustomerRow, Tag } from './file.ts'

/**
 * 客群: customers by any facts (C1). A rule is data: groups of conditions, up to three deep, every one a fact of the customer's file.
 * The same language says whom care and surveys are for.
 */
export const MOST_CONDITIONS = 20
export const MOST_DAYS = 3650
/** Beyond this many the count says “more than”, because nobody decides differently at 10,000 or 11,000. */
export const COUNTED_UP_TO = 10_000

const Days = z.int().min(1).max(MOST_DAYS)
const Compare = z.enum(['atLeast', 'atMost'])
export type Compare = z.infer<typeof Compare>
const Places = {
  shops: z.array(Id).max(50).default([]),
  regions: z.array(Id).max(50).default([]),
}

/** How often, or for how much; `days`: in the last so many, without it ever. Amounts are in minor units of the brand's currency. */
export const CountCondition = z.discriminatedUnion('fact', [
  z.strictObject({
    fact: z.literal('orders'),
    op: Compare,
    n: z.int().min(0).max(100_000),
    days: Days.optional(),
    ...Places,
    /** Only with one of these in it, by name. */
    items: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  }),
  z.strictObject({
    fact: z.literal('spent'),
    op: Compare,
    n: z.int().min(0).max(1_000_000_000_00),
    days: Days.optional(),
    ...Places,
  }),
  z.strictObject({
    fact: z.literal('visits'),
    op: Compare,
    n: z.int().min(0).max(100_000),
    days: Days.optional(),
    ...Places,
  }),
  z.strictObject({
    fact: z.literal('tickets'),
    op: Compare,
    n: z.int().min(0).max(100_000),
    days: Days.optional(),
    ...Places,
    kinds: z.array(Kind).max(5).default([]),
  }),
])
export type CountCondition = z.infer<typeof CountCondition>

/** Stars; customers who never judged us are in no such condition. */
export const RatingCondition = z.strictObject({
  fact: z.enum(['meanRating', 'lastRating']),
  op: Compare,
  n: z.number().min(1).max(5).multipleOf(0.5),
})
export type RatingCondition = z.infer<typeof RatingCondition>

/** `within` the last days, `before` them, or `never`. Before is not never. */
export const WhenCondition = z
  .strictObject({
    fact: z.enum(['lastOrder', 'firstOrder', 'lastVisit', 'lastTicket', 'known', 'checked']),
    op: z.enum(['within', 'before', 'never']),
    days: Days.optional(),
  })
  .refine((c) => c.op === 'never' || c.days !== undefined, { path: ['days'] })
export type WhenCondition = z.infer<typeof WhenCondition>

const OneOf = z.enum(['any', 'none'])
const list = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(20)
export const SetCondition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('value'), op: OneOf, values: list(CustomerValue) }),
  z.strictObject({ fact: z.literal('tag'), op: OneOf, values: list(Tag) }),
  z.strictObject({ fact: z.literal('trait'), op: OneOf, values: list(TraitKind) }),
  z.strictObject({
    fact: z.literal('consent'),
    op: OneOf,
    values: list(z.string().regex(/^[a-z][a-z_]{1,30}$/)),
  }),
  z.strictObject({ fact: z.literal('identity'), op: OneOf, values: list(IdentityKind) }),
  z.strictObject({ fact: z.literal('language'), op: OneOf, values: list(Locale) }),
  /** Has been there at all. */
  z.strictObject({ fact: z.literal('shop'), op: OneOf, values: list(Id) }),
  /** First words of an address: 杭州市西湖区. */
  z.strictObject({ fact: z.literal('area'), op: OneOf, values: list(z.string().trim().min(2).max(30)) }),
  /** Month of birth by the calendar that the file names, 1 to 12. */
  z.strictObject({ fact: z.literal('birthMonth'), op: OneOf, values: list(z.int().min(1).max(12)) }),
])
export type SetCondition = z.infer<typeof SetCondition>

export const SegmentCondition = z.union([CountCondition, RatingCondition, WhenCondition, SetCondition])
export type SegmentCondition = z.infer<typeof SegmentCondition>
export type SegmentFact = SegmentCondition['fact']

const Join = z.enum(['all', 'any'])
const groupOf = <T extends z.ZodType>(node: T, least: number) =>
  z.strictObject({ join: Join, of: z.array(node).min(least).max(MOST_CONDITIONS) })
const Inner = groupOf(SegmentCondition, 1)
const Middle = groupOf(z.union([SegmentCondition, Inner]), 1)
/** Without any condition: everybody. */
const outer = (least: number) =>
  groupOf(z.union([SegmentCondition, Middle]), least).refine((rule) => conditionsIn(rule) <= MOST_CONDITIONS)
export const SegmentRule = outer(0)
export type SegmentRule = z.infer<typeof SegmentRule>
export type SegmentNode = SegmentRule['of'][number]
export type SegmentGroup = { join: 'all' | 'any'; of: (SegmentCondition | SegmentGroup)[] }

export const isGroup = (node: SegmentCondition | SegmentGroup): node is SegmentGroup => 'join' in node
export function conditionsIn(node: SegmentCondition | SegmentGroup): number {
  return isGroup(node) ? node.of.reduce((sum, one) => sum + conditionsIn(one), 0) : 1
}

/** `count` stops at COUNTED_UP_TO with `more`; null: it took too long, the rule should say less. */
export const SegmentCount = z.object({ count: z.int().nullable(), more: z.boolean() })
export type SegmentCount = z.infer<typeof SegmentCount>
export const PreviewSegment = z.strictObject({ rule: SegmentRule })
/** `examples`: some of them, masked; none for whoever may only count. */
export const SegmentPreview = SegmentCount.extend({ examples: z.array(CustomerRow) })
export type SegmentPreview = z.infer<typeof SegmentPreview>

export const Segment = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  rule: SegmentRule,
  by: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Segment = z.infer<typeof Segment>
export const SegmentList = z.object({
  segments: z.array(Segment),
  /** What the rules name: shops and regions. */
  shops: z.array(z.object({ id: Id, name: z.string() })),
  regions: z.array(z.object({ id: Id, name: z.string() })),
  currency: z.string(),
})
export type SegmentList = z.infer<typeof SegmentList>

export const SaveSegment = z.strictObject({
  name: z.string().trim().min(1).max(40),
  description: z.string().trim().max(200).default(''),
  rule: outer(1),
})
export type SaveSegment = z.infer<typeof SaveSegment>
/** More in one file nobody works through; a rule can be narrowed. */
export const MOST_EXPORTED_MEMBERS = 50_000
const format = z.enum(['csv', 'xlsx']).default('csv')
export const ExportMembers = z.strictObject({ format })
/** With whole names and contacts: what for, which the audit keeps. */
export const ExportClear = z.strictObject({ format, reason: z.string().trim().min(4).max(200) })
/** Of the list of everybody: the same part of it that the list shows. */
const part = { value: CustomerValue.optional(), tag: Tag.optional() }
export const ExportList = ExportMembers.extend(part)
export const ExportListClear = ExportClear.extend(part)
export const MembersQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
