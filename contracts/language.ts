import { z } from 'zod'
import { Id, Instant } from './kit.ts'

/** What is compared when a person has looked at a judgement. */
export const JudgedField = z.enum(['kind', 'category', 'severity'])
export type JudgedField = z.infer<typeof JudgedField>

export const TriageQualityQuery = z.strictObject({
  weeks: z.coerce.number().int().min(4).max(52).default(12),
})

/** Of `n` judgements that people looked at, `agreed` were left as they were. */
const Agreement = z.object({ n: z.int(), agreed: z.int() })
const Named = Agreement.extend({ key: z.string(), name: z.string() })

/** T2: how far the system's judgement and people's agree. Only tickets that somebody confirmed or corrected are counted. */
export const TriageQuality = z.object({
  total: z.record(JudgedField, Agreement),
  /** Weeks begin on Monday by the brand's own calendar, the oldest first; weeks in which nobody looked are there with nought. */
  weeks: z.array(z.object({ week: z.iso.date(), fields: z.record(JudgedField, Agreement) })),
  /** By what the system had said. */
  kinds: z.array(Named),
  categories: z.array(Named),
  severities: z.array(Named),
  /** What is taken for what most often, with tickets that the reader may open. */
  confusions: z.array(
    z.object({
      field: JudgedField,
      said: z.string(),
      meant: z.string(),
      n: z.int(),
      tickets: z.array(z.object({ id: Id, number: z.string() })),
    }),
  ),
})
export type TriageQuality = z.infer<typeof TriageQuality>

const Measured = z.object({
  n: z.int(),
  without: z.int(),
  with: z.int(),
  better: z.int(),
  worse: z.int(),
})
export const LayerWhy = z.enum(['better', 'untried', 'replaced', 'worse', 'person'])
/** One version of what the brand's own corrections have taught. */
export const LayerVersion = z.object({
  id: Id,
  number: z.int(),
  madeAt: Instant,
  learntFrom: z.int(),
  /** On corrections that it had not seen: agreement without and with it. */
  figures: z.record(JudgedField, Measured),
  parts: z.array(JudgedField),
  state: z.enum(['on', 'off']),
  why: LayerWhy,
  changedAt: Instant,
  changedBy: z.string(),
  /** On corrections made while it was in use; null before there are any. */
  inUse: z.record(JudgedField, Measured).nullable(),
})
export type LayerVersion = z.infer<typeof LayerVersion>

export const TriageLearning = z.object({
  stopped: z.boolean(),
  nextAt: Instant.nullable(),
  corrections: z.int(),
  /** As many are needed before anything is learnt. */
  needed: z.int(),
  /** The newest first. */
  versions: z.array(LayerVersion),
  /** The version that a step back leads to; null: to none at all. */
  before: Id.nullable(),
  can: z.array(z.enum(['steer'])),
})
export type TriageLearning = z.infer<typeof TriageLearning>

/** `stopped`: nothing learnt is used until further notice. */
export const SteerLearning = z.strictObject({ stopped: z.boolean() })
