import { z } from 'zod'
import { FeedbackBody } from '../channels.ts'
import { CustomerMasked } from '../customers.ts'
import { Cursor, defineEvent, Id, Instant } from '../kit.ts'
import { TicketStatus } from '../tickets.ts'

export const CallState = z.enum(['ringing', 'answered', 'ended', 'missed'])
export type CallState = z.infer<typeof CallState>
export const CallDirection = z.enum(['inbound', 'outbound'])

export const CallTicket = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: TicketStatus,
  openedAt: Instant,
})
export type CallTicket = z.infer<typeof CallTicket>

/** One call of the hotline as the list shows it; the customer's number is masked, empty when it is withheld. */
export const Call = z.object({
  id: Id,
  direction: CallDirection,
  state: CallState,
  caller: z.string(),
  customerName: z.string(),
  queue: z.string(),
  extension: z.string(),
  agentName: z.string(),
  startedAt: Instant,
  answeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  talkS: z.int().nullable(),
  ticket: CallTicket.nullable(),
  /** A missed call that somebody still owes a call back. */
  owed: z.boolean(),
  /** What this reader may do: play the recording, see the number. */
  can: z.array(z.enum(['hear', 'reveal'])),
})
export type Call = z.infer<typeof Call>

/** The call that rings at me or that I have just had, with what is known of who is on the line. */
export const CallPop = Call.extend({
  customer: CustomerMasked.nullable(),
  /** Open ones first, five at most. */
  tickets: z.array(CallTicket.extend({ open: z.boolean() })),
  lastOrder: z.string(),
})
export type CallPop = z.infer<typeof CallPop>

export const CallView = z.enum(['today', 'missed', 'all'])
export type CallView = z.infer<typeof CallView>
export const CallQuery = z.strictObject({
  view: CallView.default('today'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export const CallPage = z.object({ calls: z.array(Call), next: Cursor.nullable() })

/** The quick form beside a call: the number is the caller's, put in by the server. */
export const CallFeedback = FeedbackBody.omit({ contact: true, photos: true }).extend({
  submissionId: Id,
  shopId: Id.nullable(),
})
export const ContinueTicket = z.strictObject({ ticketId: Id, note: z.string().trim().max(4000).default('') })
export const CallNumber = z.object({ number: z.string() })

/** A call began, changed or ended; browsers look again. */
export const callChanged = defineEvent('tickets.callChanged', z.object({ callId: Id }))
