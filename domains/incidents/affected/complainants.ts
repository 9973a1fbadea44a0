import { familiesOf, headsOf } from '#domains/customers'
import { ticketsOfIncident } from '#domains/tickets'
import { staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { IncidentDesk } from '../desk/change-room.ts'
import { EVERY_TICKET } from '../linked/every-ticket.ts'
import { type AffectedRow, findAffected, saveAffected } from './affected-data.ts'
import { askToApprove } from './approvers.ts'
import { complaintIds, type HeldRow, maybeHeld, notReachedYet, saveHeld } from './complained-data.ts'

const HELD = 'complained'

/** By customer, in whatever file, the newest ticket of the room in which they have complained. */
export async function complaintsOf(tx: Tx, incidentId: string): Promise<Map<string, string>> {
  return newestByCustomer(tx, await complaintIds(tx, incidentId))
}

async function newestByCustomer(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, string>> {
  const tickets = await ticketsOfIncident(tx, EVERY_TICKET, ticketIds)
  const heads = await headsOf(
    tx,
    tickets.flatMap((ticket) => ticket.customerId ?? []),
  )
  const ofHead = new Map(tickets.map((ticket) => [heads.get(ticket.customerId ?? ''), ticket.id]))
  const families = await familiesOf(tx, [...new Set(heads.values())])
  return new Map([...families].map(([customer, head]) => [customer, ofHead.get(head)!]))
}

/**
 * Whoever has complained is answered in the ticket: the message to everybody else passes them by, unless its writer takes them in.
 * Shape: asked again it changes nothing; to how many the message goes after all, who were held back before.
 */
export async function holdComplainants({ incident, tx }: IncidentDesk, row: AffectedRow): Promise<number> {
  const complaints = await complaintsOf(tx, incident.id)
  return hold(tx, row, complaints, await maybeHeld(tx, incident.id, [...complaints.keys()]))
}

/** The same for those alone who have complained in these tickets, which have just come in. */
async function holdThese({ incident, tx }: IncidentDesk, row: AffectedRow, ticketIds: readonly string[]) {
  const fresh = await complaintIds(tx, incident.id, ticketIds)
  if (!fresh.length) return 0
  const customers = [...(await newestByCustomer(tx, fresh)).keys()]
  const people = await notReachedYet(tx, incident.id, customers)
  const before = people.flatMap((one) => one.complaint_ticket_id ?? [])
  return hold(tx, row, await newestByCustomer(tx, [...new Set([...fresh, ...before])]), people)
}

async function hold(
  tx: Tx,
  row: AffectedRow,
  complaints: ReadonlyMap<string, string>,
  people: readonly (HeldRow & { customer_id: string })[],
): Promise<number> {
  const changed = people.flatMap(({ customer_id, ...was }): HeldRow[] => {
    const now = heldAs(was, complaints.get(customer_id) ?? null, row.complainants)
    return now.state === was.state && now.complaint_ticket_id === was.complaint_ticket_id ? [] : [now]
  })
  await saveHeld(tx, changed)
  return changed.filter(({ state }) => state === 'found').length
}

function heldAs(was: HeldRow, ticketId: string | null, included: boolean): HeldRow {
  const kept = { ...was, complaint_ticket_id: ticketId }
  const held = ticketId !== null && !included
  if (held && was.state !== HELD) return { ...kept, state: HELD, before_complaint: was.state }
  if (!held && was.state === HELD) return { ...kept, state: was.before_complaint, before_complaint: '' }
  return kept
}

/**
 * A ticket has come into the room or gone from it: who is held back follows, and words that stand are approved anew for whom they reach now.
 * Shape: `came`: the tickets that have come; without them it is looked at everybody.
 */
export async function followLinked(desk: IncidentDesk, came?: readonly string[]): Promise<void> {
  const row = await findAffected(desk.tx, desk.incident.id)
  if (!row) return
  const freed = came ? await holdThese(desk, row, came) : await holdComplainants(desk, row)
  if (!freed || (row.state !== 'sent' && row.state !== 'message_asked')) return
  await approveAnew(desk, row)
  await saveAffected(desk.tx, row)
}

/** The words go to others than were approved: somebody approves them anew, never whoever brought these in. The row is still to be saved. */
export async function approveAnew(desk: IncidentDesk, row: AffectedRow): Promise<void> {
  const { actor } = desk.ctx
  row.version += 1
  row.state = 'message_asked'
  if (actor.kind === 'staff') row.writers = [...new Set([...row.writers, staffOf(desk.ctx).staffId])]
  await askToApprove(desk, row)
}
