import { isDeepStrictEqual } from 'node:util'
import type { TicketStatus } from '#contracts/tickets'
import type { BulkDeed } from '#contracts/tickets/inbox'
import { MOST_TAGS } from '#contracts/tickets/links'
import { ticketErrors } from '../errors.ts'
import { closeAt, setAsideAt } from '../handling/close.ts'
import type { Desk } from '../handling/desk.ts'
import { restore, type Snapshot, snapshotOf } from '../handling/snapshot.ts'
import { inboxErrors } from '../inbox/errors.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { tagAt } from '../links/tag-ticket.ts'
import { assignAt, giveTo, pickFor } from '../routing/assign-ticket.ts'

/** What the deed must be allowed, besides `tickets.bulk`. */
export const ACTION = {
  assign: 'tickets.assign',
  tag: 'tickets.tag',
  close: 'tickets.close',
  set_aside: 'tickets.setAside',
} as const satisfies Record<BulkDeed['kind'], string>

/** One deed on one ticket, by the same moves and with the same refusals as when it is done alone. */
export async function doDeed(desk: Desk, deed: BulkDeed): Promise<void> {
  switch (deed.kind) {
    case 'assign':
      return assign(desk, deed)
    case 'tag':
      return tag(desk, deed)
    case 'close':
      refuseEnded(desk, 'closed')
      return closeAt(desk, deed.note)
    case 'set_aside':
      refuseEnded(desk, 'set_aside')
      return setAsideAt(desk, { reason: deed.reason })
  }
}

async function assign(desk: Desk, { to, note }: Extract<BulkDeed, { kind: 'assign' }>): Promise<void> {
  const { ticket } = desk
  refuseEnded(desk, 'assigned')
  if (to !== 'auto') {
    if (ticket.assignee_id !== to) assignAt(desk, { assigneeId: to, note })
    return
  }
  refuseOwnCase(desk)
  const rule = desk.playbook.playbook.responsibility[ticket.rule_index]!
  const not = ticket.accused_id ? [ticket.accused_id] : []
  const picked = await pickFor(desk, [rule.role, ...rule.chain], not)
  if (!picked) throw ticketErrors.assigneeUnknown()
  if (picked.person.id !== ticket.assignee_id) giveTo(desk, picked.person, { note })
}

/** What has ended is not ended again by somebody who chose from a list that was a minute old. */
function refuseEnded({ ticket }: Desk, to: TicketStatus): void {
  if (ticket.closed_at) throw ticketErrors.illegalMove({ from: ticket.status, to })
}

function tag(desk: Desk, { add, remove }: Extract<BulkDeed, { kind: 'tag' }>): void {
  const kept = desk.ticket.tags.filter((one) => !remove.includes(one))
  const tags = [...new Set([...kept, ...add])]
  if (tags.length > MOST_TAGS) throw inboxErrors.tooManyTags({ most: MOST_TAGS })
  tagAt(desk, tags)
}

/** What of a ticket the deed may have changed, as plain JSON. */
export function stateOf(desk: Desk): unknown {
  return JSON.parse(JSON.stringify(snapshotOf(desk).ticket))
}

/**
 * Gives a ticket back what it was before the deed.
 * Shape: clocks come back only with what stopped them (closing, setting aside); a task, a reply or a clock met in between stays.
 * Errors: inbox.changedSince when anybody or anything has changed it since, so that nobody's work is overruled.
 */
export async function undoDeed(desk: Desk, deed: BulkDeed, before: Snapshot, after: unknown): Promise<void> {
  if (!isDeepStrictEqual(stateOf(desk), after)) throw inboxErrors.changedSince()
  if (isDeepStrictEqual(before.ticket, after)) return
  if (deed.kind === 'tag') return tagAt(desk, before.ticket.tags)
  const stopped = deed.kind === 'close' || deed.kind === 'set_aside'
  await restore(desk, stopped ? before : { ...snapshotOf(desk), ticket: before.ticket }, { bulk: true })
}
