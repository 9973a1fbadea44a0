import { z } from 'zod'
import { Instant } from '../kit.ts'
import { Kind, Priority } from '../playbook.ts'

/** Why the system decided: what an agent reads beside the judgement. */
export const TriageReason = z.object({
  kind: z.enum(['word', 'stars', 'mood', 'channel', 'choice', 'rule', 'model', 'person']),
  text: z.string(),
  says: z.string(),
  /** Of the learnt model: how sure it is, in per cent. */
  sure: z.int().optional(),
})
export type TriageReason = z.infer<typeof TriageReason>

export const TriageView = z.object({
  kind: Kind,
  kindName: z.string(),
  categories: z.array(z.object({ key: z.string(), name: z.string() })),
  severity: z.int(),
  severityName: z.string(),
  impact: z.int(),
  impactName: z.string(),
  priority: Priority,
  reasons: z.array(TriageReason),
  by: z.enum(['rules', 'model', 'person']),
  byName: z.string(),
  /** How sure the kind is, in per cent; null where words of danger or a person decided. */
  sure: z.int().nullable(),
  /** Too unsure to be left alone: a person should look. */
  unsure: z.boolean(),
  /** What a connected large model says of an unsure one; it changes nothing until a person takes it over. */
  suggestion: z
    .object({
      kind: Kind,
      kindName: z.string(),
      categories: z.array(z.object({ key: z.string(), name: z.string() })),
      severity: z.int(),
    })
    .nullable(),
  /** What the customer said later has made the ticket graver, and nobody has looked at it yet: the words, and what it was before, by whom. */
  raised: z
    .object({
      words: z.string(),
      at: Instant,
      was: z.object({ kindName: z.string(), priority: Priority, byName: z.string() }),
    })
    .nullable(),
})
export type TriageView = z.infer<typeof TriageView>

export const CorrectTriage = z.strictObject({
  kind: Kind,
  categories: z.array(z.string().max(81)).min(1).max(5),
  severity: z.int().min(1).max(4),
  impact: z.int().min(1).max(4),
  reason: z.string().trim().max(200).default(''),
})
