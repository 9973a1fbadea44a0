import type { z } from 'zod'
import type { IncidentPage, IncidentQuery } from '#contracts/incidents'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { findStaffNames } from '#domains/people'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { readPlace, writePlace } from '#platform/keyset'
import { scopeOf } from '#platform/permissions'
import * as data from './list-data.ts'
import { roomTitlesFor } from './room-title.ts'
import { viewRow } from './view-row.ts'

const PAGE = 30

/** The rooms that the reader reaches. */
export function listIncidents(
  ctx: Ctx,
  query: z.infer<typeof IncidentQuery>,
): Promise<z.infer<typeof IncidentPage>> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    const reader = { staffId, scope: scopeOf(ctx.actor, 'incidents.read') }
    const found = await data.listRooms(tx, reader, query.view, readPlace(query.cursor), PAGE + 1)
    const rows = found.slice(0, PAGE)
    const last = found.length > PAGE ? rows.at(-1) : undefined
    if (!rows.length) return { rows: [], next: null }
    const ids = rows.map((row) => row.id)
    const [steps, calling, names, titleOf] = await Promise.all([
      data.openSteps(tx, ids),
      data.callingMe(tx, ids, staffId),
      findStaffNames(tx, [...new Set(rows.flatMap((row) => row.leader_id ?? []))]),
      roomTitlesFor(ctx, tx, rows),
    ])
    const now = ctx.now()
    return {
      rows: rows.map((row) => {
        const open = row.closed_at ? [] : steps.filter((s) => s.incident_id === row.id)
        const planned = (row.plan as EmergencyPlan).steps.find((s) => s.key === open[0]?.key)
        const counted = {
          title: titleOf(row),
          shops: row.shop_ids.length,
          tickets: row.tickets,
          steps: row.steps,
          stepsDone: row.steps_done,
          overdue: open.filter((s) => s.due_at! < now).length,
          next: open[0]
            ? {
                title: planned ? say(planned.title, ctx.locale) : open[0].added_title,
                dueAt: open[0].due_at!.toISOString(),
                law: open[0].law,
              }
            : null,
        }
        return { ...viewRow(row, counted, names, ctx.locale), callsMe: !row.closed_at && calling.has(row.id) }
      }),
      next: last
        ? writePlace({ at: (query.view === 'closed' && last.closed_at) || last.opened_at, id: last.id })
        : null,
    }
  })
}
