import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { playbookInForce } from '#domains/playbook'
import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addFact, notify } from '../desk/moves.ts'
import { causeOfAlarm, ticketsOfAlarm } from '../opening/alarm-reach.ts'
import { foundEarlier } from '../opening/open-incident.ts'
import { isOfTeam } from '../people/member-state.ts'
import { besideAmong, proposedIn } from './beside-data.ts'
import { EVERY_TICKET } from './every-ticket.ts'
import { linkKnown } from './link-tickets.ts'
import { linkedIds, openRoomOfAlarm, takenOut } from './linked-data.ts'
import { graverPlan, type Other, sortAlarm } from './sort-alarm.ts'

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
    const { comes, stays, otherPlan } = sortAlarm(
      playbook,
      desk.plan,
      tickets,
      await causeOfAlarm(tx, alarmId),
    )
    const known = await besideAmong(
      tx,
      id,
      otherPlan.map(({ ticket }) => ticket.id),
    )
    const fresh = otherPlan.filter(({ ticket }) => !known.has(ticket.id))
    const linked = await linkKnown(desk, comes, '', { fact: 'alarm_linked' })
    if (linked) await foundEarlier(desk, comes)
    const told = sayBeside(
      desk,
      stays.filter((ticket) => !known.has(ticket.id)),
    )
    const proposed = await proposePlan(desk, graverPlan(playbook, desk.plan, fresh), fresh)
    if (linked || told || proposed) await saveIncidentDesk(desk)
  })
}

/** One line for what stays beside the room. */
function sayBeside(desk: IncidentDesk, stays: readonly TicketOfIncident[]): boolean {
  if (!stays.length) return false
  addFact(desk, 'beside', { ...named(stays), ids: stays.map(({ id }) => id) })
  return true
}

/** Where people are ill or hurt, the room's people are asked, once, whether its plan is still the right one. */
async function proposePlan(
  desk: IncidentDesk,
  graver: EmergencyPlan | undefined,
  otherPlan: readonly Other[],
): Promise<boolean> {
  if (!graver || (await proposedIn(desk.tx, desk.incident.id, 'plan_proposed')) === graver.key) return false
  const why = otherPlan.filter(({ plan }) => plan === graver).map(({ ticket }) => ticket)
  addFact(desk, 'plan_proposed', { plan: graver.key, planName: graver.name, ...named(why) })
  const team = desk.members.filter(isOfTeam).map((member) => member.staff_id)
  notify(desk, [desk.incident.leader_id, ...team], 'incident_graver')
  return true
}

const named = (tickets: readonly TicketOfIncident[]) => ({
  tickets: tickets.map(({ number }) => number),
  shopIds: tickets.flatMap(({ shopId }) => shopId ?? []),
})
