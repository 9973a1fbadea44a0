import { type Services, systemContext } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from './change-room.ts'
import { type DueKind, type DueRoom, dueRooms } from './due-data.ts'

/** So many are rung in one round; the other sweeps have their turn, then the rest is found. */
const MOST = 200

/**
 * Rooms in which something is due, one after the other, each in a transaction of its own: one that fails does not hold up the others.
 * Shape: two workers never ring the same one: rows are locked, a locked one is skipped and found again a second later. However many fail, those
 *        that are due later are reached in the same round.
 */
export async function sweepRooms(
  services: Services,
  kind: DueKind,
  ring: (desk: IncidentDesk) => Promise<void>,
): Promise<number> {
  const at = services.now()
  const tried = new Set<string>()
  let rung = 0
  for (;;) {
    const due = await dueRooms(services.db.open, kind, at, MOST + tried.size)
    const fresh = due.filter((room) => !tried.has(room.incident_id)).slice(0, MOST - rung)
    for (const room of fresh) {
      tried.add(room.incident_id)
      if (await ringOne(services, room, ring)) rung += 1
    }
    if (!fresh.length || rung >= MOST) return rung
  }
}

async function ringOne(
  services: Services,
  room: DueRoom,
  ring: (desk: IncidentDesk) => Promise<void>,
): Promise<boolean> {
  const ctx = systemContext(services, room.brand_id)
  try {
    return await ctx.transaction(async (tx) => {
      const desk = await openIncidentDesk(ctx, tx, room.incident_id, { skipLocked: true })
      if (!desk) return false
      await ring(desk)
      await saveIncidentDesk(desk)
      return true
    })
  } catch (error) {
    services.log.error(
      { err: error, incidentId: room.incident_id },
      'a room could not be seen to; the others are',
    )
    return false
  }
}
