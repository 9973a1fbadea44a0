import type { Playbook } from '#contracts/playbook'
import { playbookInForce } from '#domains/playbook'
import { ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addFact, notify } from '../desk/moves.ts'
import { causeOfAlarm, ticketsOfAlarm } from '../opening/alarm-reach.ts'
import { foundEarlier } from '../opening/open-incident.ts'
import { isOfTeam } from '../people/member-state.ts'
import { besideAmong, proposedIn } from './beside-data.ts'
import { linkKnown } from './link-tickets.ts'
import { linkedIds, openRoomOfAlarm, takenOut } from './linked-data.ts'
import { graverPlan, type Other, sortAlarm } from './sort-alarm.ts'

const EVERYTHING = { shops: 'all', own: false, staffId: null } as const

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
      EVERYTHING,
      counted.filter((one) => !out.has(one) && !inside.has(one)),
    )
    if (!tickets.length) return
    const { playbook } = await playbookInForce(tx)
    const { own, others } = sortAlarm(playbook, desk.plan, tickets, await causeOfAlarm(tx, alarmId))
    const comes = await linkKnown(desk, own, '', { fact: 'alarm_linked' })
    if (comes) await foundEarlier(desk, own)
    const told = await tellOthers(desk, playbook, others, own)
    if (comes || told) await saveIncidentDesk(desk)
  })
}

/** One line for what stays beside the room; where people are ill or hurt, its people are asked, once, whether the plan is still the right one. */
async function tellOthers(
  desk: IncidentDesk,
  playbook: Playbook,
  others: readonly Other[],
  own: readonly Other['ticket'][],
): Promise<boolean> {
  const ids = others.map(({ ticket }) => ticket.id)
  const known = await besideAmong(desk.tx, desk.incident.id, ids)
  const fresh = others.filter(({ ticket }) => !known.has(ticket.id))
  if (!fresh.length) return false
  const left = fresh.filter(({ ticket }) => !own.includes(ticket))
  const shopIds = (of: readonly Other[]) => of.flatMap(({ ticket }) => ticket.shopId ?? [])
  if (left.length)
    addFact(desk, 'beside', {
      tickets: left.map(({ ticket }) => ticket.number),
      ids: left.map(({ ticket }) => ticket.id),
      shopIds: shopIds(left),
    })
  const graver = graverPlan(playbook, desk.plan, fresh)
  const proposes = graver && (await proposedIn(desk.tx, desk.incident.id, 'plan_proposed')) !== graver.key
  if (proposes) {
    const why = fresh.filter(({ plan }) => plan === graver)
    addFact(desk, 'plan_proposed', {
      plan: graver.key,
      planName: graver.name,
      tickets: why.map(({ ticket }) => ticket.number),
      shopIds: shopIds(why),
    })
    const team = desk.members.filter(isOfTeam).map((member) => member.staff_id)
    notify(desk, [desk.incident.leader_id, ...team], 'incident_graver')
  }
  return left.length > 0 || proposes === true
}
