import type { TicketRow } from '#contracts/tickets'
import type { SearchRow } from '#contracts/tickets/search'
import { maskNumbersIn } from '#domains/customers'
import type { Candidate, Marks } from './judge-hit.ts'
import { excerptAround, segmentsOf } from './marked-text.ts'

const SHOWN = 3

/** A hit as it is shown: the first text only where it says more than the title. Mobiles are masked, which keeps every place where it was. */
export function viewHit(row: TicketRow, candidate: Candidate, marks: Marks): SearchRow {
  const told = marks.found
    .filter(({ piece, places }) => piece.field !== 'text' || places.length > marks.title.length)
    .map(({ piece, places }) => ({
      field: piece.field,
      at: piece.at.toISOString(),
      by: piece.by,
      parts: excerptAround(maskNumbersIn(piece.text), places),
    }))
  const named = { field: 'customer' as const, by: '', parts: [{ text: row.customerName, hit: true }] }
  const matches = marks.byCustomer ? [{ ...named, at: row.openedAt }, ...told] : told
  return { ...row, titleParts: segmentsOf(candidate.title, marks.title), matches: matches.slice(0, SHOWN) }
}

/** Found by its own number. */
export function viewNumbered(row: TicketRow): SearchRow {
  const parts = [{ text: row.number, hit: true }]
  return {
    ...row,
    titleParts: segmentsOf(row.title, []),
    matches: [{ field: 'number', at: row.openedAt, by: '', parts }],
  }
}
