import { z } from 'zod'
import { Id, Instant } from '../kit.ts'
import { SetAside, Sort, TicketQuery, View, Who } from '../tickets.ts'
import { Conditions, ConditionsText } from './filter.ts'
import { TicketTag } from './links.ts'

/**
 * What stands in the address of the list. A saved view gives view, conditions and sort; whatever else stands there goes before it.
 * The single parameters (shop, kind, priority …) are conditions too, kept so that old addresses go on working.
 */
export const InboxQuery = TicketQuery.omit({ view: true, sort: true }).extend({
  view: View.optional(),
  sort: Sort.optional(),
  conditions: ConditionsText.optional(),
  saved: Id.optional(),
})
export type InboxQuery = z.infer<typeof InboxQuery>

/** Which tickets: a view narrowed by conditions. */
export const Filter = z.strictObject({
  view: View.default('every'),
  conditions: Conditions.default([]),
})
export type Filter = z.infer<typeof Filter>

/** What conditions are chosen from, within the reader's reach. */
export const FilterChoices = z.object({
  people: z.array(Who),
  regions: z.array(z.object({ id: Id, name: z.string() })),
  tags: z.array(z.string()),
})

export const Column = z.enum([
  'number',
  'title',
  'customer',
  'kind',
  'category',
  'priority',
  'status',
  'shop',
  'assignee',
  'opened',
  'updated',
  'due',
  'tags',
  'stars',
  'cause',
  'cycle',
  'channel',
])
export type Column = z.infer<typeof Column>
/** Without the number, which always stands. */
export const DEFAULT_COLUMNS: readonly Column[] = [
  'number',
  'title',
  'customer',
  'category',
  'priority',
  'status',
  'shop',
  'assignee',
  'due',
]

export const MOST_VIEWS = 60
/** So many views are counted; further ones stand without a number. */
export const MOST_COUNTED_VIEWS = 20
export const SaveView = z.strictObject({
  name: z.string().trim().min(1).max(24),
  shared: z.boolean().default(false),
  view: View,
  conditions: Conditions,
  sort: Sort,
  columns: z.array(Column).max(Column.options.length).default([]),
})
export const SavedView = z.object({
  id: Id,
  name: z.string(),
  shared: z.boolean(),
  owner: Who,
  /** Mine to change: made by me, or shared and I look after everybody's. */
  canChange: z.boolean(),
  view: View,
  conditions: Conditions,
  sort: Sort,
  columns: z.array(Column),
})
export type SavedView = z.infer<typeof SavedView>
export const OrderViews = z.strictObject({ ids: z.array(Id).max(MOST_VIEWS) })
/** `more`: there are at least so many; counting stopped. */
export const SavedViewCounts = z.record(z.string(), z.object({ count: z.int(), more: z.boolean() }))

export const MOST_IN_BULK = 10_000
export const BulkDeed = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('assign'),
    /** `auto`: whoever the responsibility matrix and the loads say, for each ticket on its own. */
    to: z.union([Id, z.literal('auto')]),
    note: z.string().trim().max(500).default(''),
  }),
  z.strictObject({
    kind: z.literal('tag'),
    add: z.array(TicketTag).max(10).default([]),
    remove: z.array(TicketTag).max(10).default([]),
  }),
  z.strictObject({ kind: z.literal('close'), note: z.string().trim().min(2).max(500) }),
  SetAside.extend({ kind: z.literal('set_aside') }),
])
export type BulkDeed = z.infer<typeof BulkDeed>
export const BulkTickets = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ids'), ids: z.array(Id).min(1).max(1000) }),
  z.strictObject({ by: z.literal('filter'), filter: Filter }),
])
export const StartBulk = z.strictObject({
  /** Made by whoever asks: sent again, the same deed is not done twice. */
  id: Id,
  deed: BulkDeed,
  tickets: BulkTickets,
})
export const BulkState = z.enum(['running', 'done', 'undoing', 'undone'])
export const Bulk = z.object({
  id: Id,
  deed: BulkDeed,
  /** Name of the person for `assign`; empty otherwise. */
  toName: z.string(),
  state: BulkState,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  total: z.int(),
  /** Not yet seen to. */
  todo: z.int(),
  done: z.int(),
  failed: z.int(),
  undone: z.int(),
  /** Not given back, because somebody has changed it since. */
  left: z.int(),
  /** The first of those that failed or were left, each with the reason in a sentence. */
  problems: z.array(z.object({ ticketId: Id, number: z.string(), title: z.string(), reason: z.string() })),
  canUndo: z.boolean(),
})
export type Bulk = z.infer<typeof Bulk>
/** `more`: there are more than a bulk deed may hold. */
export const FilterCount = z.object({ count: z.int(), more: z.boolean() })

export const ExportColumn = z.enum([
  ...Column.options,
  'content',
  'team',
  'severity',
  'impact',
  'mood',
  'place',
  'orderNumber',
  'closed',
  'escalation',
  'photos',
  'openTasks',
  'lateReason',
  'rating',
  'language',
])
export type ExportColumn = z.infer<typeof ExportColumn>
/** What one sheet of a workbook holds, less its heading. */
export const MOST_EXPORTED = 1_048_575
export const EXPORT_DAYS = 7
export const ExportFormat = z.enum(['csv', 'xlsx'])
export const StartExport = z.strictObject({
  id: Id,
  format: ExportFormat,
  filter: Filter,
  columns: z.array(ExportColumn).min(1).max(ExportColumn.options.length),
})
export const ExportState = z.enum(['running', 'done', 'failed', 'cancelled'])
export const Export = z.object({
  id: Id,
  format: ExportFormat,
  state: ExportState,
  /** Null until it has been counted. */
  total: z.int().nullable(),
  rows: z.int(),
  bytes: z.int(),
  fileName: z.string(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** From then on the file is gone. */
  expiresAt: Instant,
})
export type Export = z.infer<typeof Export>
