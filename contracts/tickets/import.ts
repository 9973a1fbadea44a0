import { z } from 'zod'
import { Id, Instant } from '../kit.ts'
import { Priority } from '../playbook.ts'

/** I4. `packedBytes` is the file as it comes, `unpackedBytes` what a workbook may unpack to. */
export const IMPORT_LIMIT = {
  packedBytes: 60 * 1024 * 1024,
  unpackedBytes: 600 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  sheets: 12,
}
/** The file and its results are kept so long after the import has ended; what it brought stays. */
export const IMPORT_KEPT_DAYS = 14

export const ImportWhat = z.enum(['reviews', 'customers', 'orders'])
export type ImportWhat = z.infer<typeof ImportWhat>
export const ImportFormat = z.enum(['csv', 'xlsx', 'jsonl'])
export type ImportFormat = z.infer<typeof ImportFormat>

/** Where a file's reviews were written; `import` is none of ours. Each is a kind of channel. */
export const ImportPlatform = z.enum([
  'import',
  'meituan',
  'eleme',
  'dianping',
  'douyin',
  'weibo',
  'public_post',
])
export type ImportPlatform = z.infer<typeof ImportPlatform>

/** How a column says how content somebody was: 1–5, 1–10, 10–50, 100–500, or in words (好评, positive, 1/0). */
export const RatingScale = z.enum(['five', 'ten', 'fifty', 'hundred', 'mood'])
export type RatingScale = z.infer<typeof RatingScale>

export const IMPORT_FIELDS = {
  reviews: [
    'text',
    'more',
    'externalId',
    'score',
    'time',
    'shop',
    'orderNumber',
    'author',
    'contact',
    'reply',
    'platform',
  ],
  customers: [
    'contact',
    'author',
    'value',
    'memberCard',
    'openid',
    'unionid',
    'birthday',
    'tags',
    'address',
    'allergy',
    'taboo',
    'consent',
  ],
  orders: ['orderNumber', 'time', 'shop', 'amount', 'items', 'contact', 'platform'],
} as const satisfies Record<ImportWhat, readonly string[]>
export type ImportField = (typeof IMPORT_FIELDS)[ImportWhat][number]
/** Without these nothing can be made of a row. */
export const IMPORT_NEEDS: Record<ImportWhat, readonly ImportField[]> = {
  reviews: ['text'],
  /** Or a card or an account of a platform: the row says which. */
  customers: [],
  orders: ['orderNumber', 'time'],
}
const MORE_OF_CUSTOMERS = [
  'memberCard',
  'openid',
  'unionid',
  'birthday',
  'tags',
  'address',
  'allergy',
  'taboo',
  'consent',
] as const
export const ImportFieldName = z.enum([
  ...IMPORT_FIELDS.reviews,
  ...MORE_OF_CUSTOMERS,
  'value',
  'amount',
  'items',
]) satisfies z.ZodType<ImportField>

const Column = z.int().min(0).max(IMPORT_LIMIT.columns)

/** Which column is what. A column may stand for several fields. */
export const ImportMapping = z.strictObject({
  sheet: z.int().min(0).max(IMPORT_LIMIT.sheets),
  /** The row with the headings, counted from 1; 0: the file has none. */
  header: z.int().min(0).max(10),
  columns: z.partialRecord(ImportFieldName, Column),
  platform: ImportPlatform.default('import'),
  /** The whole file is of this shop. */
  shopId: Id.nullable().default(null),
  /** A shop nobody knows: the row is refused, or comes in without a shop. */
  unknownShop: z.enum(['refuse', 'none']).default('refuse'),
  scale: RatingScale.default('five'),
  /** Reviews older than so many days become history: no clocks, no alarms. 0: all do. */
  historyDays: z.int().min(0).max(3650).default(7),
  /** Reviews without a time. */
  untimed: z.enum(['history', 'live']).default('history'),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const ImportState = z.enum(['reading', 'ready', 'running', 'paused', 'done', 'failed', 'cancelled'])
export type ImportState = z.infer<typeof ImportState>

export const ImportCounts = z.object({
  total: z.int(),
  seen: z.int(),
  good: z.int(),
  doubled: z.int(),
  refused: z.int(),
  /** Of the good ones: now being handled, and kept as history. */
  live: z.int(),
  history: z.int(),
  /** Reviews that told of an emergency, old ones too. */
  emergencies: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const Import = z.object({
  id: Id,
  what: ImportWhat,
  fileName: z.string(),
  bytes: z.int(),
  format: ImportFormat.nullable(),
  encoding: z.string(),
  state: ImportState,
  /** Why it failed: a code of locales/import.json → problem. */
  problem: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  counts: ImportCounts,
  by: z.object({ id: Id, name: z.string() }),
  /** Only whoever brought the file sees its rows. */
  mine: z.boolean(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
})
export type Import = z.infer<typeof Import>

export const ImportSheet = z.object({ name: z.string(), rows: z.int(), fixedHeadings: z.boolean() })
export const ImportSetup = z.object({
  sheets: z.array(ImportSheet),
  /** Headings of the chosen sheet, as they stand in the file, with a value to recognise the column by. */
  headings: z.array(z.object({ name: z.string(), sample: z.string() })),
  mapping: ImportMapping,
  /** The brand brought such a file before, and this is how it was read then. */
  remembered: z.boolean(),
  shops: z.array(z.object({ id: Id, name: z.string() })),
})
export type ImportSetup = z.infer<typeof ImportSetup>

const RowProblem = z.object({ code: z.string(), field: z.string(), value: z.string() })
export const ImportPreview = z.object({
  /** How many rows were looked at, and how many of them would be refused. */
  looked: z.int(),
  refused: z.int(),
  history: z.int(),
  live: z.int(),
  rows: z.array(
    z.object({
      n: z.int(),
      values: z.partialRecord(ImportFieldName, z.string()),
      problem: RowProblem.nullable(),
      fate: z.enum(['live', 'history', 'row']),
    }),
  ),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const StartUpload = z.strictObject({ what: ImportWhat, name: z.string().trim().min(1).max(200) })
export const SaveImportState = z.strictObject({ state: z.enum(['running', 'paused', 'cancelled']) })

/** An emergency that an imported review told of. */
export const ImportEmergency = z.object({
  ticketId: Id,
  number: z.string(),
  title: z.string(),
  priority: Priority,
  at: Instant,
  history: z.boolean(),
})
export type ImportEmergency = z.infer<typeof ImportEmergency>
