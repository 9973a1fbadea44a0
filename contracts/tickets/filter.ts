import { z } from 'zod'
import { Mood } from '../channels.ts'
import { Id } from '../kit.ts'
import { ChannelKind, Kind, Priority } from '../playbook.ts'
import { TicketStatus } from '../tickets.ts'

const short = z.string().trim().min(1).max(81)
const number = z.int().min(0).max(1_000_000_000)
/** Relative to now, so that a saved view goes on meaning the same: 7 days, 24 hours. */
const Span = z.strictObject({ amount: z.int().min(1).max(3650), unit: z.enum(['minute', 'hour', 'day']) })
const oneOf = <T extends z.ZodType>(value: T) => ({
  op: z.enum(['is', 'is_not']),
  values: z.array(value).min(1).max(50),
})
const compared = { op: z.enum(['at_least', 'at_most']), value: number }
const inTime = { op: z.enum(['within', 'before']), span: Span }
const yesNo = { op: z.literal('is'), value: z.boolean() }

/**
 * One condition on a ticket: the same language filters the inbox, saved views, bulk deeds, exports and the rules of managers.
 * Shape: conditions of a list are all needed; values inside one are alternatives. `within` 7 days means in the last 7 days (for `due`: in the
 *        next 7 days), `before` means longer ago than that (for `due`: overdue by at least that). Category `parent` covers its children;
 *        `none` stands for nobody or no shop, `me` for whoever reads. `stars` came with the words, `rating` judges the handling; a ticket that
 *        has none fits neither `at_least` nor `at_most`. `words` are found as the search finds them: whole Latin words, runs of Chinese.
 */
export const Condition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('status'), ...oneOf(TicketStatus) }),
  z.strictObject({ field: z.literal('kind'), ...oneOf(Kind) }),
  z.strictObject({ field: z.literal('priority'), ...oneOf(Priority) }),
  z.strictObject({ field: z.literal('category'), ...oneOf(short) }),
  z.strictObject({ field: z.literal('channel'), ...oneOf(ChannelKind) }),
  z.strictObject({ field: z.literal('shop'), ...oneOf(z.union([Id, z.literal('none')])) }),
  z.strictObject({ field: z.literal('region'), ...oneOf(Id) }),
  z.strictObject({ field: z.literal('team'), ...oneOf(short) }),
  z.strictObject({ field: z.literal('assignee'), ...oneOf(z.union([Id, z.enum(['me', 'none'])])) }),
  z.strictObject({ field: z.literal('tag'), ...oneOf(z.string().trim().min(1).max(20)) }),
  z.strictObject({ field: z.literal('cause'), ...oneOf(short) }),
  z.strictObject({ field: z.literal('mood'), ...oneOf(Mood) }),
  z.strictObject({ field: z.literal('language'), ...oneOf(z.enum(['zh-CN', 'zh-TW', 'en'])) }),
  z.strictObject({ field: z.literal('severity'), ...compared }),
  z.strictObject({ field: z.literal('impact'), ...compared }),
  z.strictObject({ field: z.literal('cycle'), ...compared }),
  z.strictObject({ field: z.literal('escalation'), ...compared }),
  z.strictObject({ field: z.literal('stars'), ...compared }),
  z.strictObject({ field: z.literal('rating'), ...compared }),
  z.strictObject({ field: z.literal('photos'), ...compared }),
  z.strictObject({ field: z.literal('openTasks'), ...compared }),
  z.strictObject({ field: z.literal('opened'), ...inTime }),
  z.strictObject({ field: z.literal('updated'), ...inTime }),
  z.strictObject({ field: z.literal('closed'), ...inTime }),
  z.strictObject({ field: z.literal('due'), ...inTime }),
  z.strictObject({ field: z.literal('open'), ...yesNo }),
  z.strictObject({ field: z.literal('overdue'), ...yesNo }),
  z.strictObject({ field: z.literal('lateReason'), ...yesNo }),
  z.strictObject({ field: z.literal('knownCustomer'), ...yesNo }),
  /** The judgement is too unsure to be left alone, and nobody has looked at it yet. */
  z.strictObject({ field: z.literal('unsure'), ...yesNo }),
  z.strictObject({
    field: z.literal('words'),
    op: z.enum(['contain', 'lack']),
    value: z.string().trim().min(1).max(40),
  }),
])
export type Condition = z.infer<typeof Condition>
export const MOST_CONDITIONS = 12
export const Conditions = z.array(Condition).max(MOST_CONDITIONS)
export type Conditions = z.infer<typeof Conditions>
export type ConditionField = Condition['field']

/** Conditions as they stand in an address: JSON. */
export const ConditionsText = z
  .string()
  .max(6000)
  .transform((text, given) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      given.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(Conditions)
