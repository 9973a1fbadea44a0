import { z } from 'zod'
import { Cursor, Id, Instant } from '../kit.ts'
import { Role } from '../people.ts'
import { Key } from '../playbook.ts'
import { SetAside } from '../tickets.ts'
import { Conditions } from './filter.ts'

/** When a rule is asked: a new ticket, something happened to one, or time has passed. */
export const RuleTrigger = z.enum(['opened', 'changed', 'time'])
export type RuleTrigger = z.infer<typeof RuleTrigger>
export const RuleAfter = z.enum(['opened', 'updated', 'due', 'waiting', 'proposed'])

const Tag = z.string().trim().min(1).max(20)
/** What a rule does. Staff ids must be of this brand; `role` means its present holders for the ticket's shop. */
export const RuleAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('tag'), tags: z.array(Tag).min(1).max(5) }),
  z.strictObject({ do: z.literal('untag'), tags: z.array(Tag).min(1).max(5) }),
  z.strictObject({ do: z.literal('assignTo'), staffId: Id }),
  z.strictObject({ do: z.literal('assignRole'), role: Role }),
  z.strictObject({ do: z.literal('severity'), atLeast: z.int().min(1).max(4) }),
  z.strictObject({ do: z.literal('notifyStaff'), staffIds: z.array(Id).min(1).max(10) }),
  z.strictObject({ do: z.literal('notifyRole'), role: Role }),
  z.strictObject({ do: z.literal('note'), text: z.string().trim().min(2).max(1000) }),
  z.strictObject({
    do: z.literal('task'),
    title: z.string().trim().min(2).max(120),
    role: Role,
    dueInMin: z
      .int()
      .min(5)
      .max(60 * 24 * 30),
  }),
  z.strictObject({ do: z.literal('reply'), template: Key }),
  z.strictObject({ do: z.literal('setAside'), reason: SetAside.shape.reason }),
])
export type RuleAction = z.infer<typeof RuleAction>

/** When / if / then. `after` only with the trigger `time`: so many minutes after that instant, once per handling cycle. */
export const SaveRule = z.strictObject({
  name: z.string().trim().min(2).max(60),
  trigger: RuleTrigger,
  after: z
    .strictObject({
      min: z
        .int()
        .min(1)
        .max(60 * 24 * 365),
      what: RuleAfter,
    })
    .nullable()
    .default(null),
  conditions: Conditions,
  actions: z.array(RuleAction).min(1).max(8),
  /** First match: when this rule has fired, those below it are not asked. */
  stops: z.boolean().default(false),
})
export type SaveRule = z.infer<typeof SaveRule>
export const Rule = z.object({
  id: Id,
  name: z.string(),
  on: z.boolean(),
  trigger: RuleTrigger,
  after: z.object({ min: z.int(), what: RuleAfter }).nullable(),
  conditions: Conditions,
  actions: z.array(RuleAction),
  stops: z.boolean(),
  /** How often it has fired in the last 30 days, counted to 1000. */
  fired: z.int(),
  failed: z.int(),
  lastAt: Instant.nullable(),
  updatedAt: Instant,
})
export type Rule = z.infer<typeof Rule>
export const SwitchRule = z.strictObject({ on: z.boolean() })
/** All rules of the brand, in the order in which they are asked. */
export const OrderRules = z.strictObject({ ids: z.array(Id).min(1).max(100) })

/** Looked back at: which of the brand's latest tickets the conditions fit as they stand today. */
export const TryRule = SaveRule.pick({ conditions: true, trigger: true, after: true })
export const RuleTrial = z.object({
  looked: z.int(),
  fits: z.int(),
  since: Instant.nullable(),
  samples: z.array(
    z.object({ id: Id, number: z.string(), title: z.string(), openedAt: Instant, priority: z.string() }),
  ),
})
export type RuleTrial = z.infer<typeof RuleTrial>

/** What came of one action: `to` names people or a status, `text` what was written; `problem` why it could not be done. */
export const RuleDeed = z.object({
  do: z.string(),
  to: z.string().optional(),
  text: z.string().optional(),
  problem: z.enum(['absent', 'nobody', 'notAllowed', 'noTemplate', 'already']).optional(),
})
export type RuleDeed = z.infer<typeof RuleDeed>

/** One firing: what it did, or why it could not. */
export const RuleRun = z.object({
  id: Id,
  at: Instant,
  /** Null when the reader may not read that ticket. */
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).nullable(),
  did: z.array(RuleDeed),
  problem: z.string(),
})
export const RuleRunPage = z.object({ runs: z.array(RuleRun), next: Cursor.nullable() })
