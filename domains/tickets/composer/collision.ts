import type { Desk } from '../handling/desk.ts'
import { latestOutgoing, type Outgoing } from './composer-data.ts'
import { composerErrors } from './errors.ts'

/**
 * The message that the writer has not seen: the newest to the customer by somebody else after `seen` (null: none was seen).
 * Shape: ids grow with the moment of sending, so comparing them compares the moments.
 */
export function unseen(latest: readonly Outgoing[], seen: string | null): Outgoing | undefined {
  return latest.find((message) => message.id > (seen ?? ''))
}

/**
 * Two people answer the same customer: the second is told before it is sent.
 * Shape:  nothing is compared when the sender doesn't say what was seen (the API, the demo).
 * Errors: composer.someoneReplied with who, when and what.
 */
export async function refuseCollision(desk: Desk, seen: string | null | undefined): Promise<void> {
  const { actor } = desk.ctx
  if (seen === undefined || actor.kind !== 'staff') return
  const other = unseen(await latestOutgoing(desk.tx, desk.ticket.id, actor.staffId), seen)
  if (!other) return
  throw composerErrors.someoneReplied({
    id: other.id,
    name: other.by_name,
    at: other.at.toISOString(),
    text: other.text,
    held: other.held,
  })
}
