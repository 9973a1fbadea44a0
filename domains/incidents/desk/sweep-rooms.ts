import { type Services, systemContext } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from './change-room.ts'
import { type DueKind, dueRooms } from './due-data.ts'

const MOST = 200

/**
 * Rooms in which something is due, one after the other, each in a transaction of its own: one that fails does not hold up the others.
 * Shape: two workers never ring the same one: rows are locked, a locked one is skipped and found again a second later.
 */
export async function sweepRooms(
  services: Services,
  due: DueKind,
  ring: (desk: IncidentDesk) => Promise<void>,
): Promise<number> {
  let rung = 0
  for (const { brand_id, incident_id } of await dueRooms(services.db.open, due, services.now(), MOST)) {
    const ctx = systemContext(services, brand_id)
    try {
      await ctx.transaction(async (tx) => {
        const desk = await openIncidentDesk(ctx, tx, incident_id, { skipLocked: true })
        if (!desk) return
        await ring(desk)
        await saveIncidentDesk(desk)
        rung += 1
      })
    } catch (error) {
      services.log.error(
        { err: error, incidentId: incident_id },
        'a room could not be seen to; the others are',
      )
    }
  }
  return rung
}
