import { z } from 'zod'
import { Cursor, Id, Instant } from '../kit.ts'
import { ChannelKind, Kind, Priority } from '../playbook.ts'
import { TicketStatus } from '../tickets.ts'

export const HistoryTicket = z.object({
  sort: z.literal('ticket'),
  id: Id,
  at: Instant,
  number: z.string(),
  title: z.string(),
  status: TicketStatus,
  kind: Kind,
  priority: Priority,
  channel: ChannelKind,
  shopName: z.string(),
  orderNumber: z.string(),
  stars: z.number().int().nullable(),
})
export const HistoryCall = z.object({
  sort: z.literal('call'),
  id: Id,
  at: Instant,
  direction: z.enum(['inbound', 'outbound']),
  missed: z.boolean(),
  talkS: z.number().int().nullable(),
  ticketId: Id.nullable(),
})
/** Tickets and calls of everybody who is shown in the file, newest first. */
export const CustomerHistory = z.object({
  lines: z.array(z.discriminatedUnion('sort', [HistoryTicket, HistoryCall])),
  next: Cursor.nullable(),
})
export type CustomerHistory = z.infer<typeof CustomerHistory>
export type HistoryLine = CustomerHistory['lines'][number]
export const CustomerHistoryQuery = z.strictObject({ cursor: Cursor.optional() })
