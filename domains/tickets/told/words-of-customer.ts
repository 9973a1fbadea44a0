import type { Tx } from '#platform/db/database'
import { customerEntries } from './words-of-customer-data.ts'

/** One message that the customer of a ticket has written. `text` as it stands in the timeline. */
type CustomerWords = { entryId: string; at: Date; text: string }

/** What the customer has said in this ticket after that, the first word first; for rooms above that wait for an answer. */
export function customerWords(tx: Tx, ticketId: string, since: Date): Promise<CustomerWords[]> {
  return customerEntries(tx, ticketId, since)
}
