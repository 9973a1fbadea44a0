import type { z } from 'zod'
import type { deliveryFailed } from '#contracts/channels/connect'
import { dropFailed } from '#domains/channels'
import { contactsOf, headsOf } from '#domains/customers'
import { type Ctx, systemContext } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addFact, notify } from '../desk/moves.ts'
import { isSaidSince } from '../timeline/timeline-data.ts'
import * as data from './affected-data.ts'
import { wordsFor, write } from './send-affected.ts'

const DAY_MS = 86_400_000
const LATE = 'affected_late'

/**
 * The message to somebody affected did not arrive: it goes once more by SMS where another channel failed and the number is known; otherwise
 * somebody has to call. Shape: true when somebody has to; the same failure told again finds another message, or nobody; what the SMS stands in for is no
 * dead letter any more.
 */
export async function failed(
  desk: IncidentDesk,
  row: data.AffectedRow,
  person: data.PersonRow,
  problem: string,
): Promise<boolean> {
  const { ctx, now, tx } = desk
  const heads = await headsOf(tx, [person.customer_id])
  const head = heads.get(person.customer_id) ?? person.customer_id
  const customer = (await contactsOf(tx, ctx, [head])).get(head)
  const again =
    customer && !customer.declined && person.way !== 'sms'
      ? await write(desk, { person, customer, conversationId: null }, wordsFor(row, customer.locale))
      : null
  if (again && person.message_id) await dropFailed(tx, person.message_id)
  await data.updateTold(
    tx,
    person,
    again
      ? { state: 'queued', way: 'sms', message_id: again.messageId, problem: '', told_at: now }
      : { state: 'unreached', problem },
  )
  return !again
}

/** Nobody looks at a closed room by themselves: its leader hears that somebody is to be called, once a day however many. */
export async function tellAfterClosing(desk: IncidentDesk): Promise<void> {
  const { incident, now, tx } = desk
  if (incident.status !== 'closed') return
  if (await isSaidSince(tx, incident.id, LATE, new Date(now.getTime() - DAY_MS))) return
  addFact(desk, LATE)
  notify(desk, [incident.leader_id], 'incident_unreached')
}

/** What a service says late: it took the message and could not deliver it after all. */
export async function affectedNotReached(
  ctx: Ctx,
  { outboundId, ticketId, problem }: z.infer<typeof deliveryFailed.body>,
): Promise<void> {
  if (ticketId) return
  const system = systemContext(ctx, ctx.actor.brandId)
  await system.transaction(async (tx) => {
    const found = await data.personOfMessage(tx, outboundId)
    const desk = found && (await openIncidentDesk(system, tx, found.incident_id))
    if (!desk) return
    // Looked at again under the room's lock: the sweep may have seen it meanwhile.
    const person = await data.personOfMessage(tx, outboundId)
    const row = await data.findAffected(tx, desk.incident.id)
    if (!row || !person || !['queued', 'reached'].includes(person.state)) return
    if (await failed(desk, row, person, problem)) await tellAfterClosing(desk)
    row.next_at ??= desk.now
    await data.saveAffected(tx, row)
    await saveIncidentDesk(desk)
  })
}
