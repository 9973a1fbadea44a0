import type { Tx } from '#platform/db/database'
import type { NewEntry, TicketRow } from '../handling/desk-data.ts'
import type { NewTicket } from '../intake/opening-data.ts'
import { type AddedWords, addSearchWords } from './hits-data.ts'
import { holderWord, OPEN, placeWords } from './narrowing.ts'
import { orderWords, searchWords } from './search-words.ts'

type Opened = {
  brandId: string
  openedAt: Date
  orderNumber: string | undefined
  /** Hidden words of the customer's name and numbers. */
  personal: string[]
}

/** What a new ticket is found by. */
export function firstWords(
  ticket: Pick<NewTicket, 'content' | 'shop_id' | 'assignee_id' | 'closed'>,
  { brandId, openedAt, orderNumber, personal }: Opened,
): string[] {
  return [
    ...searchWords(ticket.content),
    ...(orderNumber ? orderWords(orderNumber) : []),
    ...placeWords(brandId, openedAt, ticket.shop_id),
    ...(ticket.assignee_id ? [holderWord(ticket.assignee_id)] : []),
    ...(ticket.closed ? [] : [OPEN]),
    ...personal,
  ]
}

/** Keeps a ticket findable by what was said since, by whoever holds it now or takes part, and as open or ended. */
export function keepFindable(tx: Tx, ticket: Findable, entries: readonly Said[]): Promise<void> {
  return addSearchWords(tx, [wordsSince(ticket, entries)])
}

type Findable = Pick<TicketRow, 'id' | 'assignee_id' | 'participants' | 'closed_at'>
type Said = Pick<NewEntry, 'kind' | 'text'>

export function wordsSince(ticket: Findable, entries: readonly Said[]): AddedWords {
  const open = ticket.closed_at === null
  const said = entries.filter((entry) => entry.kind !== 'fact').map((entry) => entry.text)
  const holders = [ticket.assignee_id, ...ticket.participants].filter((id) => id !== null)
  const words = [...searchWords(said.join('\n')), ...holders.map(holderWord), ...(open ? [OPEN] : [])]
  return { ticketId: ticket.id, words: [...new Set(words)], open }
}
