import { z } from 'zod'
import { Cursor, Instant } from '../kit.ts'
import { TicketQuery, TicketRow, View } from '../tickets.ts'
import { ConditionsText } from './filter.ts'

/**
 * What is looked for, and how it is narrowed. Words are all needed; a whole number of a ticket finds just that ticket.
 * Without a view everything is looked through: closed, merged and set aside as well.
 */
export const SearchQuery = TicketQuery.omit({ sort: true }).extend({
  q: z.string().trim().min(1).max(80),
  view: View.optional(),
  conditions: ConditionsText.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** A piece of text; `hit` is what was asked for. */
export const Segment = z.object({ text: z.string(), hit: z.boolean() })
export type Segment = z.infer<typeof Segment>

/** `text`: what the customer first wrote. The customer's name and number match without being shown. */
export const MatchField = z.enum(['number', 'text', 'order', 'customer', 'message_in', 'message_out', 'note'])
export type MatchField = z.infer<typeof MatchField>

/** Where it was found: about 60 characters around it, with who wrote them and when. */
export const SearchMatch = z.object({
  field: MatchField,
  at: Instant,
  /** Empty for the customer. */
  by: z.string(),
  parts: z.array(Segment),
})
export type SearchMatch = z.infer<typeof SearchMatch>

/** Shape: at most three matches, the best first; `titleParts` is the title with the hits in it. */
export const SearchRow = TicketRow.extend({ titleParts: z.array(Segment), matches: z.array(SearchMatch) })
export type SearchRow = z.infer<typeof SearchRow>

/** Best first within each stretch of time, newest stretch first. `next` may lead on even when the page is short. */
export const SearchPage = z.object({ rows: z.array(SearchRow), next: Cursor.nullable() })
export type SearchPage = z.infer<typeof SearchPage>
