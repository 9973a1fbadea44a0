import { z } from 'zod'
import { defineEvent, Id, Instant } from '../kit.ts'

/** An endpoint failed so long that it is not called any more. */
export const webhookDisabled = defineEvent(
  'notify.webhookDisabled',
  z.object({ endpointId: Id, name: z.string() }),
)

/** The public names of events, each made from one of ours (domains/notify/webhooks/catalogue.ts). */
export const ticketEvents = [
  'ticket.opened',
  'ticket.moved',
  'ticket.assigned',
  'ticket.escalated',
  'ticket.alarm',
  'ticket.message_added',
  'ticket.closed',
  'ticket.reopened',
  'ticket.merged',
  'proposal.made',
  'proposal.answered',
  'compensation.issued',
  'compensation.settled',
  'rating.given',
  'revisit.answered',
  'channel.health_changed',
] as const

const Event = z.enum(ticketEvents)
export const Endpoint = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(Event),
  state: z.enum(['on', 'off', 'disabled']),
  /** Why it was disabled: a fault that the page explains. */
  reason: z.string(),
  reasonData: z.record(z.string(), z.unknown()),
  failingSince: Instant.nullable(),
  lastOkAt: Instant.nullable(),
  /** Until when the secret before this one signs too; null when it does not. */
  oldSecretUntil: Instant.nullable(),
  createdAt: Instant,
})
export type Endpoint = z.infer<typeof Endpoint>
/** The secret is shown in this answer and never again. */
export const EndpointWithSecret = Endpoint.extend({ secret: z.string() })
export type EndpointWithSecret = z.infer<typeof EndpointWithSecret>

const Fields = {
  name: z.string().trim().min(1).max(60),
  url: z.url({ protocol: /^https?$/ }).max(500),
  events: z.array(Event).min(1).max(ticketEvents.length),
}
export const CreateEndpoint = z.strictObject(Fields)
export const SaveEndpoint = z.strictObject({ ...Fields, on: z.boolean().default(true) })
/** For how many hours both secrets sign. */
export const RotateSecret = z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) })

export const HookCall = z.object({
  id: Id,
  eventId: Id,
  /** One of the public names, or `ping` for a test. */
  event: z.string(),
  happenedAt: Instant,
  /** missed: it happened while the endpoint was disabled. */
  state: z.enum(['queued', 'done', 'failed', 'missed']),
  tries: z.int(),
  nextTryAt: Instant.nullable(),
  triedAt: Instant.nullable(),
  status: z.int().nullable(),
  tookMs: z.int().nullable(),
  fault: z.string(),
  again: z.boolean(),
  body: z.string(),
  /** What was answered, its first 2,000 bytes. */
  answer: z.string(),
})
export type HookCall = z.infer<typeof HookCall>
export const HookCallQuery = z.strictObject({
  state: z.enum(['queued', 'done', 'failed', 'missed']).optional(),
  after: Id.optional(),
})
export const HookCallList = z.object({ calls: z.array(HookCall), next: Id.nullable() })
/** Tells what happened in a span of time once more, at most a week of it. */
export const ReplaySpan = z.strictObject({
  from: Instant,
  to: Instant,
  /** all: also what arrived; otherwise only what failed or was missed. */
  which: z.enum(['lost', 'all']).default('lost'),
})
export const Replayed = z.object({ count: z.int() })
