import { z } from 'zod'

/** T4: what one customer says through several channels about one thing. Probabilities are those of tickets/same-matter. */
export const Matching = z.strictObject({
  /** From here on a person is asked. */
  proposeFrom: z.number().min(0.3).max(1).default(0.6),
  /** From here on two tickets of one proven customer are merged by themselves; 1, as a brand begins: never. Always reversible. */
  mergeFrom: z.number().min(0.8).max(1).default(1),
  /** What lies further apart is another matter. */
  withinHours: z
    .int()
    .min(1)
    .max(24 * 30)
    .default(72),
})
export type Matching = z.infer<typeof Matching>
