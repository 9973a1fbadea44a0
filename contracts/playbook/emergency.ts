import { z } from 'zod'
import { Text } from '../kit.ts'
import { Role } from '../people.ts'

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

/** E1: what an incident is about. A playbook may have several plans of one kind (foreign object, poisoning, allergy). */
export const EmergencyKind = z.enum([
  'food_safety',
  'injury',
  'skin_reaction',
  /** Fake, unlabelled or expired goods that have hurt nobody yet; of food it is food safety. */
  'goods',
  'data_leak',
  'public_opinion',
  'violence',
  'delivery_accident',
])
export type EmergencyKind = z.infer<typeof EmergencyKind>

/** Time allowed from the opening of the incident (`opened`; a time set by law: from when the house learned of it), or from when it was graded (`graded`). Working days by the holiday table. */
export const StepDue = z.strictObject({
  amount: z.int().min(1).max(2000),
  unit: z.enum(['minutes', 'hours', 'days', 'working_days']),
  from: z.enum(['opened', 'graded']).default('opened'),
})
export type StepDue = z.infer<typeof StepDue>

/**
 * A duty by law or rule: where it stands, since when the number holds, and whether it is to be confirmed with the local authority.
 * A number that the source does not state is never shown as the law's.
 */
export const StepLaw = z.strictObject({
  source: Text,
  /** What the source itself says about the time, in its words: 立即, 两小时内. Absent: nothing, or as the step's time says. */
  limit: Text.optional(),
  /** The step's time is the house's own target; the source states no such number. Plans from before this was told apart have no word on it. */
  ownTime: z.boolean().optional(),
  validFrom: z.iso.date(),
  confirm: z.boolean().default(false),
})
export type StepLaw = z.infer<typeof StepLaw>

export const StepPhase = z.enum(['at_once', 'first_hours', 'following_days', 'closing'])
export type StepPhase = z.infer<typeof StepPhase>

export const PlanStep = z.strictObject({
  key: Key,
  phase: StepPhase,
  title: Text,
  /** How to do it, for somebody who does it for the first time. */
  help: Text.optional(),
  /** Key of the post that does it. */
  post: Key,
  due: StepDue.optional(),
  law: StepLaw.optional(),
  /** Only when the incident is graded so; absent: always. */
  grades: z.array(Key).max(8).optional(),
  /** What must be given when it is ticked off: words, a file, or nothing. */
  proof: z.enum(['none', 'words', 'file']).default('none'),
  /** Opens that part of the room. */
  opens: z.enum(['seal', 'affected', 'statements', 'sheet', 'call_down']).optional(),
  /** May be left out with a reason. */
  optional: z.boolean().default(false),
})
export type PlanStep = z.infer<typeof PlanStep>

/** A place in the crisis team. `chain`: the first role of which somebody is present is called, then the next. */
export const PlanPost = z.strictObject({
  key: Key,
  name: Text,
  duty: Text,
  chain: z.array(Role).min(1).max(6),
  /** How many of the role are called at once. */
  people: z.int().min(1).max(5).default(1),
})
export type PlanPost = z.infer<typeof PlanPost>

export const StatementAudience = z.enum(['affected', 'customers', 'public', 'media', 'staff', 'authority'])
export type StatementAudience = z.infer<typeof StatementAudience>
/** What a statement may name in {{braces}}; the room fills them in. */
export const STATEMENT_VARIABLES = [
  'brand',
  'what',
  'shops',
  'product',
  'batch',
  'from',
  'to',
  'contact',
  'spokesperson',
  'time',
] as const
/** The text may hold the variables above. */
export const PlanStatement = z.strictObject({
  key: Key,
  name: Text,
  audience: StatementAudience,
  text: Text,
})
export type PlanStatement = z.infer<typeof PlanStatement>

/** One line of the incident sheet that the authority asks for. */
export const SheetField = z.strictObject({
  key: Key,
  label: Text,
  kind: z.enum(['words', 'long', 'number', 'instant', 'choice']),
  choices: z
    .array(z.strictObject({ key: Key, name: Text }))
    .max(12)
    .default([]),
  /** Health or other sensitive facts of a person (PIPL 28): encrypted, shown to the posts that need it, reveal is logged. */
  sensitive: z.boolean().default(false),
})
export type SheetField = z.infer<typeof SheetField>

const SignWords = z.array(z.string().trim().min(1).max(40)).max(200)

/** Any one of these among the tickets lets a room begin at this degree; whoever leads still has to confirm it. */
const GradeFrom = z.strictObject({
  customers: z.int().min(2).max(1000).optional(),
  shops: z.int().min(2).max(1000).optional(),
  /** Keys of the playbook's risks. */
  risks: z.array(Key).max(20).default([]),
  /** One text tells of so many people together with one of these words: 三个人都吐了. */
  people: z.strictObject({ least: z.int().min(2).max(1000), words: SignWords.min(1) }).optional(),
  /** Words of a text that say it, where they are not denied: 住院, not 不用住院. */
  words: SignWords.default([]),
  /** A sentence with one of these says nothing by words or people: 再不处理就找记者. */
  unless: SignWords.default([]),
})
const PlanGrade = z.strictObject({ key: Key, name: Text, meaning: Text, from: GradeFrom.optional() })

/** E1: what is done in an emergency of one sort, by whom, until when. */
export const EmergencyPlan = z.strictObject({
  key: Key,
  kind: EmergencyKind,
  name: Text,
  summary: Text,
  /** Keys of the playbook's risks that it is for; the first plan that names a ticket's risk is offered for it. */
  risks: z.array(Key).max(20).default([]),
  /** Degrees that change what is due (ordinary, serious, great effect), the lightest first; a room begins at the first unless a graver one's `from` is met. */
  grades: z.array(PlanGrade).max(6).default([]),
  posts: z.array(PlanPost).min(2).max(12),
  /** Keys of posts: who leads, who alone speaks outside. */
  leader: Key,
  spokesperson: Key,
  steps: z.array(PlanStep).min(4).max(60),
  evidence: z.array(z.strictObject({ key: Key, text: Text })).max(30),
  statements: z.array(PlanStatement).max(12).default([]),
  sheet: z.array(SheetField).max(40).default([]),
  /** Somebody called who has not answered after so many seconds: called again, and the next of the chain too. */
  callEverySec: z.int().min(15).max(3600).default(120),
  /** A shop that has not acknowledged a seal is asked again after so many minutes; the region's manager from the second time. */
  sealEveryMin: z.int().min(1).max(240).default(10),
  /** Affected customers are looked for so many days back. */
  affectedDays: z.int().min(1).max(90).default(3),
  /** Somebody is ill or hurt: a room whose plan is for things alone is asked to follow this one instead. */
  hurtsPeople: z.boolean().default(false),
  /** Parts of the room that it has. */
  seal: z.boolean().default(false),
  affected: z.boolean().default(false),
})
export type EmergencyPlan = z.infer<typeof EmergencyPlan>
