import { z } from 'zod'
import { Id, Instant } from '../kit.ts'

/**
 * What a room wants of the reader: an answer to its call, a duty by law whose time has passed, a step of the reader's own post that is due now,
 * or, until it is contained, work in its team.
 */
export const RoomWant = z.enum(['call', 'law', 'step', 'work'])
export type RoomWant = z.infer<typeof RoomWant>

export const WantingRoom = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  want: RoomWant,
  /** So many steps; 1 for a call or work. */
  count: z.int(),
  /** The first of these steps, for work the next one in time; empty: none has a time. */
  step: z.string(),
  dueAt: Instant.nullable(),
  openedAt: Instant,
})
export type WantingRoom = z.infer<typeof WantingRoom>

/** How emergencies stand for the reader, `/api/incidents/standing`; drills aside. */
export const IncidentStanding = z.object({
  /** Which rooms the reader may go into: of the brand, of the own shops, or only those whose team they are of. */
  reach: z.enum(['brand', 'shop', 'own']),
  /** Open ones of these. */
  open: z.int(),
  /** Shops that have answered the seals in force, and how many are asked; null: nothing is sealed. */
  sealed: z.object({ answered: z.int(), of: z.int() }).nullable(),
  /** The duty by law whose time ends first. */
  law: z.object({ incidentId: Id, step: z.string(), dueAt: Instant }).nullable(),
  /** The most urgent first. */
  rooms: z.array(WantingRoom),
})
export type IncidentStanding = z.infer<typeof IncidentStanding>
