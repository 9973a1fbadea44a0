import type { Services } from '#platform/context'
import { addFact, notify } from '../desk/moves.ts'
import { sweepRooms } from '../desk/sweep-rooms.ts'
import { dueMeasures, updateMeasure } from './review-data.ts'

const AGAIN_MS = 7 * 86_400_000
const MOST_LEVELS = 6

/** Reminds of a measure the day before, and tells when its day has passed: its holder and whoever led, then once a week. */
export function sweepMeasures(services: Services): Promise<number> {
  return sweepRooms(services, 'measures_due', async (desk) => {
    const { incident, now, tx } = desk
    for (const measure of await dueMeasures(tx, incident.id, now)) {
      if (measure.done_at) measure.next_at = null
      else if (measure.due_at > now) {
        measure.level = 1
        measure.next_at = measure.due_at
        notify(desk, [measure.owner_id], 'incident_measure')
      } else {
        if (measure.level < 2) addFact(desk, 'measure_late', { measure: measure.id }, measure.text)
        measure.level = Math.max(2, measure.level + 1)
        measure.next_at = measure.level < MOST_LEVELS ? new Date(now.getTime() + AGAIN_MS) : null
        notify(desk, [measure.owner_id, incident.leader_id, measure.created_by], 'incident_measure_late')
      }
      await updateMeasure(tx, measure)
    }
  })
}
