import { z } from 'zod'
import { IncidentStatus, Measure, Room, TimelineEntry } from '../incidents.ts'
import { Id, Instant } from '../kit.ts'
import { AffectedRow } from './affected.ts'

const Reason = z.string().trim().min(4).max(200)

/** Sensitive values of the sheet are shown for a reason, which the audit keeps: `POST /api/incidents/:id/sheet/reveal` answers SheetValue[]. */
export const RevealSheet = z.strictObject({ reason: Reason })

/** For the authority, `GET /api/incidents/:id/record`: with a reason the sheet stands in the clear. */
export const RecordQuery = z.strictObject({ reason: Reason.optional() })
/** It is printed, or saved as a file: `copy` is what the record that was read calls itself by, so that the house knows what was readable on it. */
export const RecordPrint = z.strictObject({ copy: z.string().max(1000) })
/** Everything about one incident in order: the oldest entry first, every call of every person, every affected customer with when they were told. */
export const IncidentRecord = z.object({
  room: Room,
  entries: z.array(TimelineEntry),
  calls: z.array(
    z.object({ at: Instant, post: z.string(), postName: z.string(), name: z.string(), level: z.int() }),
  ),
  affected: z.array(AffectedRow),
  brand: z.string(),
  printedAt: Instant,
  printedBy: z.string(),
  /** The sheet's sensitive values are readable. */
  clear: z.boolean(),
  copy: z.string(),
})
export type IncidentRecord = z.infer<typeof IncidentRecord>

/** Who has the room open: `PUT /api/incidents/:id/presence` says that the reader does and answers everybody; once in 30 seconds. */
export const Presence = z.object({ here: z.array(Id) })

/** A ticket that exists in this drill only. */
export const InventTicket = z.strictObject({
  title: z.string().trim().min(2).max(120),
  customerName: z.string().trim().max(40).default(''),
  shopId: Id.optional(),
})

/** For the to-do page: what falls to the reader from reviews, `/api/measures/mine`. */
export const MyMeasure = Measure.extend({
  incidentId: Id,
  incidentNumber: z.string(),
  incidentTitle: z.string(),
  drill: z.boolean(),
})
export type MyMeasure = z.infer<typeof MyMeasure>

/** The rooms that a ticket belongs to, `/api/tickets/:id/incident`: open ones first. `readable`: the reader may go in. */
export const IncidentOfTicket = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: IncidentStatus,
  readable: z.boolean(),
  /** Other tickets of the same room that the reader may open too, the newest; none where the room itself is not theirs. */
  tickets: z.array(
    z.object({ id: Id, number: z.string(), title: z.string(), openedAt: Instant, closed: z.boolean() }),
  ),
  /** How many these are in all. */
  others: z.int(),
})
export type IncidentOfTicket = z.infer<typeof IncidentOfTicket>
