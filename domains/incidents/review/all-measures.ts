import type { z } from 'zod'
import type { MeasurePage, MeasureQuery } from '#contracts/incidents/measures'
import { findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import { readPlace, writePlace } from '#platform/keyset'
import { scopeOf } from '#platform/permissions'
import { numberOf } from '../desk/moves.ts'
import { roomTitlesFor } from '../reading/room-title.ts'
import { roomsInReach } from '../reading/rooms-in-reach.ts'
import { countMeasures, measuresOf } from './measures-data.ts'
import { viewMeasure } from './view-review.ts'

const PAGE = 50

/** What came of the reviews of all rooms, drills too: of the brand, or of rooms in which one of the reader's shops is involved. */
export function allMeasures(
  ctx: Ctx,
  { view, cursor }: z.infer<typeof MeasureQuery>,
): Promise<z.infer<typeof MeasurePage>> {
  const shops = scopeOf(ctx.actor, 'incidents.allMeasures')?.shops ?? []
  const now = ctx.now()
  return ctx.transaction(async (tx) => {
    const found = await measuresOf(tx, shops, { view, now, after: readPlace(cursor), most: PAGE + 1 })
    const rows = found.slice(0, PAGE)
    const last = found.length > PAGE ? rows.at(-1) : undefined
    const [count, names, readable, titleOf] = await Promise.all([
      countMeasures(tx, shops, now),
      findStaffNames(tx, [...new Set(rows.map((row) => row.owner_id))]),
      roomsInReach(ctx, tx, [...new Set(rows.map((row) => row.incident_id))]),
      roomTitlesFor(ctx, tx, rows),
    ])
    return {
      rows: rows.map((row) => ({
        ...viewMeasure(row, names, now),
        incidentId: row.incident_id,
        incidentNumber: numberOf(row),
        incidentTitle: titleOf(row),
        drill: row.drill,
        readable: readable.has(row.incident_id),
      })),
      next: last ? writePlace({ at: last.done_at ?? last.due_at, id: last.id }) : null,
      count,
    }
  })
}
