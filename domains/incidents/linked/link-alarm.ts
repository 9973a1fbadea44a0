import { playbookInForce } from '#domains/playbook'
import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addFact } from '../desk/moves.ts'
import { causeOfAlarm, ticketsOfAlarm } from '../opening/alarm-reach.ts'
import { foundEarlier } from '../opening/open-incident.ts'
import { openRoomsOfTickets } from '../opening/opening-data.ts'
import { besideAmong } from './beside-data.ts'
import { EVERY_TICKET } from './every-ticket.ts'
import { linkKnown } from './link-tickets.ts'
import { linkedIds, openRoomOfAlarm, takenOut } from './linked-data.ts'
import { proposePlan } from './propose-plan.ts'
import { sortAlarm } from './sort-alarm.ts'

/**
 * What an early warning counts comes into the room that is at work on it, also what came after the opening or was too much to list; what calls for another
 * plan stays beside it until somebody decides.
 * Shape: told again it changes nothing; one line a batch. What somebody has taken out stays out. A ticket that was heard earlier than all others moves
 *        what the law wants.
 */
export async function linkAlarm(ctx: Ctx, { alarmId }: { alarmId: string | null }): Promise<void> {
  if (!alarmId) return
  await ctx.transaction(async (tx) => {
    const id = await openRoomOfAlarm(tx, alarmId)
    const desk = id && (await openIncidentDesk(ctx, tx, id))
    if (!desk || desk.incident.status === 'closed') return
    const counted = await ticketsOfAlarm(tx, alarmId)
    const out = await takenOut(tx, id)
    const inside = counted.length ? await linkedIds(tx, id, counted) : new Set<string>()
    const tickets = await ticketsOfIncident(
      tx,
      EVERY_TICKET,
      counted.filter((one) => !out.has(one) && !inside.has(one)),
    )
    if (!tickets.length) return
    const { playbook } = await playbookInForce(tx)
    const { comes, stays } = sortAlarm(playbook, desk.plan, tickets, await causeOfAlarm(tx, alarmId))
    const ids = stays.map((ticket) => ticket.id)
    const known = await besideAmong(tx, id, ids)
    const elsewhere = new Set((await openRoomsOfTickets(tx, ids)).map((room) => room.ticket_id))
    const waits = stays.filter((ticket) => !known.has(ticket.id) && !elsewhere.has(ticket.id))
    const linked = await linkKnown(desk, comes, '', { fact: 'alarm_linked' })
    if (linked) await foundEarlier(desk, comes)
    const told = sayBeside(desk, waits)
    const proposed = await proposePlan(desk, waits)
    if (linked || told || proposed) await saveIncidentDesk(desk)
  })
}

/** One line for what stays beside the room. */
function sayBeside(desk: IncidentDesk, stays: readonly TicketOfIncident[]): boolean {
  if (!stays.length) return false
  addFact(desk, 'beside', {
    tickets: stays.map(({ number }) => number),
    shopIds: stays.flatMap(({ shopId }) => shopId ?? []),
    ids: stays.map(({ id }) => id),
  })
  return true
}
