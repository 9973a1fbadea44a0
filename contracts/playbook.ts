import { z } from 'zod'
import { defineEvent, Id, Instant, Text } from './kit.ts'
import { Role, Week } from './people.ts'

/** T1. `other` exists only as a triage answer for messages without content; such tickets are set aside. */
export const Kind = z.enum(['praise', 'suggestion', 'complaint', 'inquiry', 'emergency'])
export type Kind = z.infer<typeof Kind>
export const Priority = z.enum(['P1', 'P2', 'P3', 'P4'])
export type Priority = z.infer<typeof Priority>
export const SlaMetric = z.enum(['acknowledge', 'respond', 'plan', 'resolve'])
export type SlaMetric = z.infer<typeof SlaMetric>
export const ChannelKind = z.enum(['qr', 'counter', 'website', 'api'])
export type ChannelKind = z.infer<typeof ChannelKind>

/** A name inside one playbook: lower case, digits, underscore. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const Words = z.array(z.string().min(1).max(40)).max(400)
const Level = z.int().min(1).max(4)

export const FieldKey = z.enum([
  'mood',
  'category',
  'content',
  'photos',
  'contact',
  'name',
  'purchasedAt',
  'orderNumber',
  'wants',
  'table',
])
export type FieldKey = z.infer<typeof FieldKey>

/** I2: one field of the registration form. `options` only for `wants` (what the customer asks for). */
export const FormField = z.strictObject({
  key: FieldKey,
  required: z.boolean().default(false),
  label: Text,
  hint: Text.optional(),
  options: z
    .array(z.strictObject({ key: Key, label: Text }))
    .max(12)
    .optional(),
})

export const Form = z.strictObject({
  channel: ChannelKind,
  title: Text,
  subtitle: Text,
  /** What the button does, for example 告诉店长. */
  submit: Text,
  /** Words under the button: what the data is used for. */
  privacy: Text,
  thanks: Text,
  fields: z.array(FormField).min(1).max(10),
})
export type Form = z.infer<typeof Form>

export const SubCategory = z.strictObject({
  key: Key,
  name: Text,
  /** The chip on the customer's form; absent: not offered there. */
  chip: Text.optional(),
  /** Words in a customer's text that speak for this category. */
  words: Words.default([]),
  severity: Level.default(2),
  impact: Level.default(1),
})
export const Category = z.strictObject({
  key: Key,
  name: Text,
  children: z.array(SubCategory).min(1).max(30),
})
export type Category = z.infer<typeof Category>

export const RiskGroup = z.strictObject({
  key: Key,
  name: Text,
  words: Words.min(1),
  /** A word found right before or after cancels the hit: 没有异物, 不会过敏. */
  unless: Words.default([]),
  /** Category (parent.child) the ticket gets when the text names none. */
  category: z.string().max(81),
  severity: Level,
  impact: Level,
  /** Who is told at once, besides the assignee. */
  notify: z.array(Role).max(6).default([]),
})

export const Signals = z.strictObject({
  praise: Words,
  suggestion: Words,
  inquiry: Words,
  complaint: Words,
  /** Words that make it one step worse: 又, 多次, 孩子, 孕妇, 一直没人管. */
  worse: Words,
  /** Words that widen the impact: 我们一桌, 全家, 好几个人. */
  many: Words,
  /** Texts that carry nothing: 默认好评, 此用户没有填写评价. */
  empty: Words,
})

export const Scale = z.tuple([Text, Text, Text, Text])

export const Team = z.strictObject({
  key: Key,
  name: Text,
  /** What the customer reads instead of a person's name: 店长, 客服, 品控负责人. */
  publicName: Text,
  /** Roles whose holders are in this team, and how near to the shop they must be. */
  roles: z.array(Role).min(1).max(6),
})

/** R1. Tried from the top; the first rule that fits wins; the last one has an empty `when`. */
export const ResponsibilityRule = z.strictObject({
  name: Text,
  when: z.strictObject({
    kinds: z.array(Kind).optional(),
    /** `parent` or `parent.child`. */
    categories: z.array(z.string().max(81)).optional(),
    priorities: z.array(Priority).optional(),
    channels: z.array(ChannelKind).optional(),
    /** Shop codes. */
    shops: z.array(z.string().max(20)).optional(),
  }),
  team: Key,
  role: Role,
  /** Next in line when nobody of `role` is on duty, a clock is breached or the customer rejects. Upwards, at least one. */
  chain: z.array(Role).min(1).max(6),
  /** Teams that are told and may work along. */
  together: z.array(Key).max(4).default([]),
})
export type ResponsibilityRule = z.infer<typeof ResponsibilityRule>

/** Working calendars. `shop` uses the shop's own hours; `office` the week below and the statutory holidays. */
export const Calendar = z.strictObject({
  key: Key,
  name: Text,
  kind: z.enum(['always', 'shop', 'office']),
  week: Week.optional(),
  /** Whether public holidays are off and make-up workdays (调休) are worked as the weekday they replace. */
  holidays: z.boolean().default(false),
})

export const SlaTarget = z.strictObject({
  /** Working minutes of the named calendar. */
  minutes: z
    .int()
    .min(1)
    .max(60 * 24 * 90),
  calendar: Key,
})
export const SlaRow = z.strictObject({
  acknowledge: SlaTarget,
  respond: SlaTarget,
  plan: SlaTarget.optional(),
  resolve: SlaTarget,
})
export const Sla = z.strictObject({
  P1: SlaRow,
  P2: SlaRow,
  P3: SlaRow,
  P4: SlaRow,
  /** Kinds without plan and resolve clocks of their own, e.g. praise only needs an answer. */
  kinds: z.partialRecord(Kind, SlaRow.partial()).default({}),
  /** Share of the target after which the assignee is warned. */
  warnAt: z.number().min(0.1).max(0.95).default(0.75),
  /** A reopened ticket gets this share of the target (F1: tighter clock). */
  reopenedFactor: z.number().min(0.1).max(1).default(0.5),
  /** After a breach the next in the chain is told every so many minutes until it is met. */
  escalateEveryMin: z.int().min(1).max(10080).default(60),
  /** P1: an alarm nobody has taken goes to the next in the chain after so many seconds. */
  alarmEverySec: z.int().min(10).max(3600).default(60),
})

export const TemplateScenario = z.enum([
  'acknowledgement',
  'greeting',
  'ask_details',
  'apology',
  'plan',
  'proposal',
  'praise',
  'inquiry',
  'suggestion',
  'remind_confirm',
  'closed_silent',
  'closing',
  'emergency',
])
/** Variables: {{customer}} {{number}} {{shop}} {{brand}} {{team}} {{staff}} {{expected}} {{link}} {{order}}. */
export const Template = z.strictObject({
  key: Key,
  name: Text,
  scenario: TemplateScenario,
  kinds: z.array(Kind).default([]),
  tone: z.enum(['formal', 'warm', 'brief']),
  text: Text,
})
export type Template = z.infer<typeof Template>

export const Closing = z.strictObject({
  /** Days without an answer after a proposal until it closes by itself, and when the customer is reminded before. */
  silentDays: z.int().min(1).max(60),
  remindBeforeDays: z.int().min(0).max(30),
  /** Hours between the customer's acceptance and closing (time to rate). */
  acceptedHours: z.int().min(0).max(720),
  /** Days in which a closed ticket may still be reopened by its customer. */
  reopenDays: z.int().min(0).max(365),
  /** Reasons offered with 还不满意. */
  rejectReasons: z
    .array(z.strictObject({ key: Key, label: Text }))
    .min(2)
    .max(10),
  ratingReasons: z
    .array(z.strictObject({ key: Key, label: Text }))
    .min(2)
    .max(10),
})

/** P1: the whole process of one brand as one document. */
export const Playbook = z.strictObject({
  format: z.literal(1),
  industry: Key,
  name: Text,
  summary: Text,
  kinds: z.record(Kind, z.strictObject({ name: Text, severity: z.int().min(0).max(4), impact: Level })),
  categories: z.array(Category).min(3).max(30),
  /** Category (parent.child) when nothing else fits. */
  fallbackCategory: z.string().max(81),
  forms: z.array(Form).min(4).max(4),
  signals: Signals,
  risks: z.array(RiskGroup).min(1).max(40),
  severity: Scale,
  impact: Scale,
  /** Row: severity 1 … 4; column: impact 1 … 4. */
  matrix: z.tuple([
    z.tuple([Priority, Priority, Priority, Priority]),
    z.tuple([Priority, Priority, Priority, Priority]),
    z.tuple([Priority, Priority, Priority, Priority]),
    z.tuple([Priority, Priority, Priority, Priority]),
  ]),
  teams: z.array(Team).min(1).max(20),
  responsibility: z.array(ResponsibilityRule).min(1).max(60),
  calendars: z.array(Calendar).min(1).max(12),
  sla: Sla,
  templates: z.array(Template).min(6).max(120),
  closing: Closing,
})
export type Playbook = z.infer<typeof Playbook>

/** A mistake in a playbook: where it is, what is wrong, and what to do about it. */
export const PlaybookIssue = z.object({ path: z.string(), problem: z.string(), remedy: z.string() })
export type PlaybookIssue = z.infer<typeof PlaybookIssue>

export const PlaybookVersion = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(['draft', 'published', 'retired']),
  note: z.string(),
  by: z.string(),
  changedAt: Instant,
  publishedAt: Instant.nullable(),
  tickets: z.int(),
})
export const PlaybookDocument = PlaybookVersion.extend({ document: Playbook })
export const SaveDraft = z.strictObject({
  document: z.unknown(),
  note: z.string().trim().max(200).default(''),
})
export const DraftState = z.object({
  base: z.int(),
  document: z.unknown(),
  note: z.string(),
  issues: z.array(PlaybookIssue),
  changes: z.array(
    z.object({
      path: z.string(),
      where: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      before: z.string(),
      after: z.string(),
    }),
  ),
})
export const PublishDraft = z.strictObject({ note: z.string().trim().min(2).max(200) })

/** State Council notice of one year: days off (weekends inside them too) and make-up workdays. */
export const CalendarYear = z.strictObject({
  year: z.int().min(2020).max(2100),
  offDays: z.array(z.iso.date()).max(80),
  makeUpWorkdays: z.array(z.iso.date()).max(40),
})
export type CalendarYear = z.infer<typeof CalendarYear>
export const CalendarYearView = CalendarYear.extend({ source: z.enum(['built_in', 'uploaded']) })

export const playbookPublished = defineEvent('playbook.published', z.object({ versionId: Id }))
export const calendarUploaded = defineEvent('playbook.calendarUploaded', z.object({ year: z.int() }))
