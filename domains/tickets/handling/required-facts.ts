import type { Playbook, RequiredFact } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'
import type { TicketRow } from './desk-data.ts'
import { knownFacts } from './required-facts-data.ts'

type Asked = Pick<TicketRow, 'id' | 'kind' | 'priority' | 'cause' | 'proposal' | 'rating' | 'open_tasks'>

/** What the playbook wants to know before such a ticket is closed. */
export function requiredFacts(playbook: Playbook, ticket: Pick<Asked, 'kind' | 'priority'>): RequiredFact[] {
  const fits = playbook.closing.required.filter(
    ({ when }) =>
      (!when.kinds || when.kinds.some((k) => k === ticket.kind)) &&
      (!when.priorities || when.priorities.some((p) => p === ticket.priority)),
  )
  return [...new Set(fits.flatMap((row) => row.facts))]
}

/** Required facts of the playbook that this ticket does not have yet, in the playbook's order. */
export async function missingFacts(tx: Tx, playbook: Playbook, ticket: Asked): Promise<RequiredFact[]> {
  const required = requiredFacts(playbook, ticket)
  if (!required.length) return []
  const known = await knownFacts(tx, ticket.id)
  const has: Record<RequiredFact, boolean> = {
    root_cause: ticket.cause !== '',
    measure: known.measure,
    evidence: known.evidence,
    satisfaction_asked: ticket.proposal !== null || ticket.rating !== null,
    // The task to bring the missing facts is not one of them.
    tasks_done: ticket.open_tasks <= known.factsTasks,
  }
  return required.filter((fact) => !has[fact])
}
