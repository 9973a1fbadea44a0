import { z } from 'zod'
import { Id } from '../kit.ts'
import { Role } from '../people.ts'

/** A colleague whom somebody of the room may ring by hand. */
export const Contact = z.object({
  staffId: Id,
  name: z.string(),
  onDuty: z.boolean(),
  /** What they are and where: no shops means the whole brand. */
  roles: z.array(z.object({ role: Role, shops: z.array(z.string()) })),
  /** Empty: has left no number. */
  phoneMasked: z.string(),
})
export type Contact = z.infer<typeof Contact>

/**
 * `GET /api/incidents/:id/contacts`: every colleague who can be called, and for each shop whose seal nobody has confirmed its own number and who is there.
 * A colleague's number comes masked; `POST …/contacts/:staffId/number` answers it, and the audit keeps who asked.
 */
export const RoomContacts = z.object({
  people: z.array(Contact),
  waiting: z.array(z.object({ shopId: Id, name: z.string(), phone: z.string(), staffIds: z.array(Id) })),
})
export type RoomContacts = z.infer<typeof RoomContacts>
export const ContactNumber = z.object({ number: z.string() })
