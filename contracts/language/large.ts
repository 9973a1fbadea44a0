import { z } from 'zod'
import { Instant } from '../kit.ts'

/** What a connected large language model is asked for; each is switched on by itself. */
export const LargeUse = z.enum(['triage', 'summary', 'reply'])
export type LargeUse = z.infer<typeof LargeUse>

/** `key` absent keeps the one that is stored; empty takes it away. */
export const SaveLarge = z.strictObject({
  on: z.boolean(),
  /** Up to and without `/chat/completions`; with or without `/v1`. */
  url: z.url({ protocol: /^https?$/ }).max(500),
  model: z.string().trim().min(1).max(120),
  timeoutSec: z.int().min(3).max(60),
  uses: z.array(LargeUse).max(3),
  key: z.string().trim().max(400).optional(),
})
export type SaveLarge = z.infer<typeof SaveLarge>

/** What stands in the form is tried, saved or not; `key` absent is the stored one. */
export const TryLarge = SaveLarge.pick({ url: true, model: true, timeoutSec: true, key: true })
export type TryLarge = z.infer<typeof TryLarge>

export const LargeSettings = z.object({
  on: z.boolean(),
  url: z.string(),
  model: z.string(),
  timeoutSec: z.int(),
  uses: z.array(LargeUse),
  /** Whether a key is stored; the key itself is never shown again. */
  keySet: z.boolean(),
  calls: z.int(),
  /** How often the program's own judgement stood in. */
  fallbacks: z.int(),
  lastOkAt: Instant.nullable(),
  /** A code: locales language, large.fault.<code>; empty while all is well. */
  problem: z.string(),
  problemAt: Instant.nullable(),
  /** After several faults it is left alone until then. */
  restUntil: Instant.nullable(),
})
export type LargeSettings = z.infer<typeof LargeSettings>

export const LargeTest = z.object({ ok: z.boolean(), problem: z.string(), tookMs: z.int() })
export type LargeTest = z.infer<typeof LargeTest>
export const LargeUses = z.object({ uses: z.array(LargeUse) })
/** What came of asking for a text; a person edits it before anything is sent. */
export const LargeText = z.object({ text: z.string() })
