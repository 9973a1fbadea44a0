import { z } from 'zod'
import { Id } from '../kit.ts'

export const OpeningQuery = z.strictObject({ alarmId: Id })

/** A ticket as somebody recognises it at a glance before deciding about it. */
export const TicketGlance = z.object({ id: Id, number: z.string(), title: z.string(), shopName: z.string() })

/** What a tap on an early warning would open, or the room that it would join, with what can be chosen first. */
export const OpeningOffer = z.object({
  /** Key of the plan that would be followed; null where none fits. */
  plan: z.string().nullable(),
  /** The open room, I-3, that has one of these tickets already and would be joined. */
  room: z.string().nullable(),
  /** Those that this reader may open. */
  tickets: z.array(
    TicketGlance.extend({
      /** The plan is for it. */
      about: z.boolean(),
      /** The open room that it is in. */
      room: z.string().nullable(),
    }),
  ),
})
