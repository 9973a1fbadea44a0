import { maskNumbersIn } from '#domains/customers'
import type { TicketOfIncident } from '#domains/tickets'
import type { IncidentDesk } from '../desk/change-room.ts'
import { addEntry } from '../desk/moves.ts'

/** So many are read at a glance; the others stand among the room's tickets. */
const FIRST = 5
const SHOWN_SIGNS = 300

/** What the first customers have said stands at the head of a new room's timeline, in their words and of their hour, numbers covered. */
export function sayWords(
  desk: IncidentDesk,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): void {
  for (const { id, number, openedAt } of tickets.slice(0, FIRST)) {
    const text = maskNumbersIn(said.get(id) ?? '').slice(0, SHOWN_SIGNS)
    if (text)
      addEntry(desk, { kind: 'reply', fact: 'reported', text, data: { number }, ticketId: id, at: openedAt })
  }
}
