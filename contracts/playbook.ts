import { z } from 'zod'
import { ConnectableKind } from './channels/connect.ts'
import { Text } from './kit.ts'
import { Role, TimeOfDay, Week } from './people.ts'
import { Cause } from './playbook/causes.ts'
import { EmergencyPlan } from './playbook/emergency.ts'
import { Matching } from './playbook/matching.ts'
import { OrderPolicy } from './playbook/orders.ts'

/** T1. `other` exists only as a triage answer for messages without content; such tickets are set aside. */
export const Kind = z.enum(['praise', 'suggestion', 'complaint', 'inquiry', 'emergency'])
export type Kind = z.infer<typeof Kind>
export const Priority = z.enum(['P1', 'P2', 'P3', 'P4'])
export type Priority = z.infer<typeof Priority>
export const SlaMetric = z.enum(['acknowledge', 'respond', 'plan', 'resolve'])
export type SlaMetric = z.infer<typeof SlaMetric>
const ENTERED = ['authority', 'public_post', 'salon', 'event', 'internal', 'import'] as const
/** I1. The first four need no connection; those of contracts/channels/connect.ts do; the rest are entered by people. */
export const ChannelKind = z.enum(['qr', 'counter', 'website', 'api', ...ConnectableKind.options, ...ENTERED])
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
  /** Sent by the system: what is given, told when it is issued. */
  'compensation',
  /** Sent by the system some days after closing; the page asks with two buttons. */
  'revisit_written',
  /** What is said on the phone; never sent. */
  'revisit_call',
])
/** Variables: {{customer}} {{number}} {{shop}} {{brand}} {{team}} {{staff}} {{expected}} {{link}} {{order}}; for compensation also {{gift}} (what it is) and {{code}}. */
export const Template = z.strictObject({
  key: Key,
  name: Text,
  scenario: TemplateScenario,
  kinds: z.array(Kind).default([]),
  tone: z.enum(['formal', 'warm', 'brief']),
  text: Text,
})
export type Template = z.infer<typeof Template>

/** A fact that a kind of ticket needs before it may be closed. */
export const RequiredFact = z.enum(['root_cause', 'measure', 'satisfaction_asked', 'evidence', 'tasks_done'])
export type RequiredFact = z.infer<typeof RequiredFact>

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
  /** What must be known before a ticket may be closed; every row that fits counts. */
  required: z
    .array(
      z.strictObject({
        when: z.strictObject({ kinds: z.array(Kind).optional(), priorities: z.array(Priority).optional() }),
        facts: z.array(RequiredFact).min(1),
      }),
    )
    .max(20)
    .default([]),
})

export const CompensationKind = z.enum(['refund', 'coupon', 'points', 'replacement', 'gift'])
export type CompensationKind = z.infer<typeof CompensationKind>
export const CustomerValue = z.enum(['new', 'regular', 'vip'])
export type CustomerValue = z.infer<typeof CustomerValue>
const AmountMinor = z.int().min(0).max(100_000_00)

/** H5: what is offered for what. The first offer that fits is suggested, the others that fit are shown beside it. */
export const CompensationOffer = z.strictObject({
  key: Key,
  name: Text,
  when: z.strictObject({
    kinds: z.array(Kind).optional(),
    /** `parent` or `parent.child`. */
    categories: z.array(z.string().max(81)).optional(),
    severityFrom: Level.optional(),
    customers: z.array(CustomerValue).optional(),
  }),
  kind: CompensationKind,
  /** What it is worth in minor units; for points it follows from `pointMinor`. */
  amountMinor: AmountMinor.optional(),
  points: z.int().min(1).max(100_000).optional(),
  /** What is replaced or given. */
  item: Text.optional(),
  /** Why so much: shown to whoever proposes and approves. */
  reason: Text,
})
export type CompensationOffer = z.infer<typeof CompensationOffer>

export const CompensationPolicy = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  offers: z.array(CompensationOffer).max(60),
  /** Up to so much a role gives without asking; a role that is not named asks always. */
  limits: z.array(z.strictObject({ role: Role, upToMinor: AmountMinor })).max(15),
  /** Beyond the own limit: every row whose `overMinor` is below the amount is asked, in this order. */
  approvals: z
    .array(z.strictObject({ overMinor: AmountMinor, role: Role }))
    .min(1)
    .max(6),
  /** What one shop may give in a month; beyond it `overBudgetRole` is asked as well. Absent: no budget. */
  shopMonthMinor: z.int().min(0).max(10_000_000_00).optional(),
  overBudgetRole: Role,
  /** A second one for the same customer or order within so many days is warned of. */
  doubleDays: z.int().min(1).max(730),
  /** Worth of one point. */
  pointMinor: z.int().min(1).max(10_000),
  couponDays: z.int().min(1).max(730),
  /** Working time an approver has before the next in line is asked, in minutes round the clock. */
  approveWithinMin: z
    .int()
    .min(5)
    .max(60 * 24 * 14),
})
export type CompensationPolicy = z.infer<typeof CompensationPolicy>

export const RevisitMeans = z.enum(['phone', 'written'])
export type RevisitMeans = z.infer<typeof RevisitMeans>
/** F2. The first rule that fits; a ticket that none fits is not revisited. */
export const RevisitRule = z.strictObject({
  name: Text,
  when: z.strictObject({
    kinds: z.array(Kind).optional(),
    priorities: z.array(Priority).optional(),
    categories: z.array(z.string().max(81)).optional(),
    /** Only after the customer had rejected once. */
    reopened: z.boolean().optional(),
  }),
  /** Days after closing, each with its means; without a phone number a phone revisit is written instead. */
  visits: z
    .array(z.strictObject({ afterDays: z.int().min(1).max(365), means: RevisitMeans }))
    .min(1)
    .max(6),
  /** Who phones. */
  role: Role,
})
export type RevisitRule = z.infer<typeof RevisitRule>
export const RevisitPlan = z.strictObject({
  rules: z.array(RevisitRule).max(20),
  /** Not reached: again after so many hours, so many times in all. */
  retryHours: z.int().min(1).max(240),
  tries: z.int().min(1).max(10),
  /** A written question without an answer ends after so many days. */
  answerDays: z.int().min(1).max(60),
  /** Phone revisits happen between these hours of the shop's zone. */
  hours: z.tuple([TimeOfDay, TimeOfDay]),
})
export type RevisitPlan = z.infer<typeof RevisitPlan>

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
  causes: z.array(Cause).max(60).default([]),
  compensation: CompensationPolicy.default({
    currency: 'CNY',
    offers: [],
    limits: [],
    approvals: [{ overMinor: 0, role: 'lead' }],
    overBudgetRole: 'region_manager',
    doubleDays: 90,
    pointMinor: 1,
    couponDays: 60,
    approveWithinMin: 24 * 60,
  }),
  revisit: RevisitPlan.default({
    rules: [],
    retryHours: 24,
    tries: 3,
    answerDays: 7,
    hours: ['10:00', '20:00'],
  }),
  orders: OrderPolicy.default(OrderPolicy.parse({})),
  matching: Matching.default(Matching.parse({})),
  /** E1: what is done in an emergency; the first that names a ticket's risk is offered for it. */
  emergencies: z.array(EmergencyPlan).max(20).default([]),
})
export type Playbook = z.infer<typeof Playbook>
