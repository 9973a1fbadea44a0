import { z } from 'zod'
import { Instant } from '../kit.ts'
import { TicketGlance } from './opening.ts'

/** What the room's people are asked to decide, `/api/incidents/:id/beside`: all of it for its people alone, of the tickets those in reach. */
export const Beside = z.object({
  /** Tickets of its early warning whose danger calls for another plan: they may belong here, or want a room of their own. */
  tickets: z.array(
    TicketGlance.extend({
      openedAt: Instant,
      /** The plan that its danger calls for. */
      planName: z.string(),
    }),
  ),
  /** A graver degree than somebody has confirmed, by the tickets that have come since. */
  grade: z.object({ key: z.string(), name: z.string() }).nullable(),
  /** The plan for people who are ill or hurt, of whom the room's own plan knows nothing. */
  plan: z.object({ key: z.string(), name: z.string() }).nullable(),
})
export type Beside = z.infer<typeof Beside>

/** The room stays with its plan or its degree although a graver one was proposed; `key` is the one that was read. */
export const KeepAsIs = z.strictObject({ what: z.enum(['plan', 'grade']), key: z.string().max(40) })
export type KeepAsIs = z.infer<typeof KeepAsIs>
