import { ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { ticketsOfAlarm } from '../opening/alarm-reach.ts'
import { foundEarlier } from '../opening/open-incident.ts'
import { linkKnown } from './link-tickets.ts'
import { openRoomOfAlarm, takenOut } from './linked-data.ts'

const EVERYTHING = { shops: 'all', own: false, staffId: null } as const

/**
 * What an early warning counts comes into the room that is at work on it, also what came after the opening or was too much to list.
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
    const tickets = await ticketsOfIncident(
      tx,
      EVERYTHING,
      counted.filter((one) => !out.has(one)),
    )
    if (!(await linkKnown(desk, tickets, '', { fact: 'alarm_linked' }))) return
    await foundEarlier(desk, tickets)
    await saveIncidentDesk(desk)
  })
}
