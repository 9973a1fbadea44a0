import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { type AddMeasure, measureDone } from '#contracts/incidents'
import type { MyMeasure } from '#contracts/incidents/record'
import { findStaffNames } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addFact, notify, numberOf, record, tell } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { roomTitlesFor } from '../reading/room-title.ts'
import * as data from './review-data.ts'
import { viewMeasure } from './view-review.ts'

const DAY_MS = 86_400_000
const DONE_SHOWN_MS = 14 * DAY_MS
const MOST = 200

/** What now: somebody, until a day (E4). It lives on after the room is closed. Errors: incidents.staffUnknown, incidents.dayPassed. */
export function addMeasure(ctx: Ctx, id: string, input: z.input<typeof AddMeasure>): Promise<void> {
  return atIncident(
    ctx,
    id,
    'incidents.lead',
    async (desk) => {
      const { people, zone } = await desk.roster()
      const owner = people.find((p) => p.id === input.ownerId)
      if (!owner) throw incidentErrors.staffUnknown({}, 'ownerId')
      const day = DateTime.fromISO(input.dueOn, { zone })
      if (day.endOf('day').toJSDate() < desk.now) throw incidentErrors.dayPassed({}, 'dueOn')
      const dueAt = day.plus({ days: 1 }).startOf('day').toJSDate()
      const remindAt = day.minus({ days: 1 }).set({ hour: 9 }).toJSDate()
      const measure = uuidv7()
      await data.insertMeasure(desk.tx, {
        brand_id: desk.incident.brand_id,
        id: measure,
        incident_id: id,
        text: input.text,
        cause: input.cause ?? '',
        target: input.target ?? '',
        owner_id: owner.id,
        due_on: input.dueOn,
        due_at: dueAt,
        next_at: remindAt > desk.now ? remindAt : dueAt,
        created_by: staffOf(ctx).staffId,
        created_at: desk.now,
      })
      addFact(desk, 'measure_added', { measure, name: owner.name, dueOn: input.dueOn }, input.text)
      record(desk, 'addMeasure', { measure, owner: owner.id, dueOn: input.dueOn })
      notify(desk, [owner.id], 'incident_measure')
    },
    { closedToo: true },
  )
}

/** Done by its holder, and what was done. Errors: incidents.measureUnknown when it is somebody else's, incidents.measureDone. */
export function finishMeasure(ctx: Ctx, measureId: string, note: string): Promise<void> {
  const { staffId, name } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const found = await data.findMeasure(tx, measureId)
    const desk = found?.owner_id === staffId ? await openIncidentDesk(ctx, tx, found.incident_id) : null
    // Read again under the room's lock.
    const measure = desk && (await data.findMeasure(tx, measureId))
    if (!desk || !measure) throw incidentErrors.measureUnknown()
    if (measure.done_at) throw incidentErrors.measureDone()
    Object.assign(measure, { done_at: desk.now, done_by_name: name, done_note: note, next_at: null })
    await data.updateMeasure(tx, measure)
    addFact(desk, 'measure_done', { measure: measureId, name }, note)
    record(desk, 'finishMeasure', { measure: measureId })
    tell(desk, measureDone, { measureId }, { only: true })
    notify(desk, [desk.incident.leader_id], 'incident_measure')
    await saveIncidentDesk(desk)
  })
}

/** What falls to the reader from reviews: open ones, and those done in the last two weeks. */
export function myMeasures(ctx: Ctx): Promise<MyMeasure[]> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    const now = ctx.now()
    const rows = await data.measuresHeldBy(tx, staffId, new Date(now.getTime() - DONE_SHOWN_MS), MOST)
    if (!rows.length) return []
    const [names, rooms] = await Promise.all([
      findStaffNames(tx, [staffId]),
      data.incidentsNamed(tx, [...new Set(rows.map((row) => row.incident_id))]),
    ])
    const titleOf = await roomTitlesFor(ctx, tx, rooms)
    return rows.flatMap((row) => {
      const room = rooms.find((r) => r.id === row.incident_id)
      if (!room) return []
      return [
        {
          ...viewMeasure(row, names, now),
          incidentId: room.id,
          incidentNumber: numberOf(room),
          incidentTitle: titleOf(room),
          drill: room.drill,
        },
      ]
    })
  })
}
