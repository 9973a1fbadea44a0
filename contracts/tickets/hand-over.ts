import { z } from 'zod'
import { Id, Instant } from '../kit.ts'

/** What would stay behind if the person left now (R2). */
export const HandOverState = z.object({
  open: z.int(),
  /** Due before the person is back. */
  dueBefore: z.int(),
  tasks: z.int(),
  /** When the person's next duty begins; null when none is planned. */
  backAt: Instant.nullable(),
  /** Who is present and could take them, the least loaded first. */
  people: z.array(z.object({ id: Id, name: z.string(), openTickets: z.int(), capacity: z.int().nullable() })),
})
export type HandOverState = z.infer<typeof HandOverState>

/** `due` hands over what is due before the person is back, `all` everything open. Without `toId` each goes to whoever fits best. */
export const HandOver = z.strictObject({
  what: z.enum(['due', 'all']),
  toId: Id.optional(),
  note: z.string().trim().min(2).max(500),
})
export type HandOver = z.infer<typeof HandOver>
export const HandedOver = z.object({
  tickets: z.int(),
  tasks: z.int(),
  /** Nobody present could take these; they stay and are listed so that a person decides. */
  left: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
})
export type HandedOver = z.infer<typeof HandedOver>
