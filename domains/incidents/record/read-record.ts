import type { IncidentRecord } from '#contracts/incidents/record'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { findBrandName, findStaffNames } from '#domains/people'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { allPeople } from '../affected/affected-data.ts'
import { viewAffected } from '../affected/list-affected.ts'
import { plansBefore } from '../checklist/plan-data.ts'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { callsOf } from '../drill/drill-score-data.ts'
import { incidentErrors } from '../errors.ts'
import { loadRoom } from '../reading/load-room.ts'
import { personalPart } from '../reading/personal.ts'
import { viewShared } from '../reading/view-room.ts'
import { viewSheet } from '../sheet/view-sheet.ts'
import { type EntryRow, entriesOf } from '../timeline/timeline-data.ts'
import { viewEntries } from '../timeline/view-entry.ts'
import { markCopy, wasClear } from './copy.ts'

const TOGETHER = 5000

/**
 * Everything about one incident for the authority, the oldest first. The audit keeps who has looked at it; that it was shown in the clear, and why,
 * stands in the timeline too.
 * Errors: incidents.notFound, incidents.notAllowed; with a reason the reader must be one who may reveal the sheet.
 */
export function readRecord(ctx: Ctx, id: string, reason: string | undefined): Promise<IncidentRecord> {
  return atIncident(
    ctx,
    id,
    'incidents.print',
    async (desk) => {
      const { tx } = desk
      const clear = reason !== undefined
      if (clear && !reaches(ctx.actor, 'incidents.reveal', desk)) throw incidentErrors.notAllowed()
      record(desk, 'viewRecord', clear ? { reason } : {})
      if (clear) addFact(desk, 'revealed', {}, reason)
      const loaded = await loadRoom(ctx, tx, id, 'all', true)
      if (!loaded) throw incidentErrors.notFound()
      const { room, affected } = loaded
      const plan = room.incident.plan as EmergencyPlan
      const shared = viewShared(ctx, ctx.locale, desk.now, room)
      const head = { incident: room.incident, members: room.parts.members }
      const before = await plansBefore(tx, id)
      const [entries, calls, people, brand] = await Promise.all([
        allEntries(tx, id),
        callsMade(ctx, tx, id, [plan, ...before.map((one) => one.plan)]),
        allPeople(tx, id),
        findBrandName(tx),
      ])
      return {
        room: {
          ...shared,
          ...personalPart(ctx.actor, head, room.parts.statements, affected, true),
          sheet: viewSheet(ctx, plan, room.parts, ctx.locale, { whole: true, clear }),
        },
        entries: await viewEntries(ctx, tx, { plan, before }, entries.reverse()),
        calls,
        affected: await viewAffected(tx, ctx, people),
        brand,
        printedAt: desk.now.toISOString(),
        printedBy: staffOf(ctx).name,
        clear,
        copy: markCopy(ctx, id, clear),
      }
    },
    { closedToo: true },
  )
}

/** It goes onto paper or into a file: from then on it may leave the house, so the timeline says so. `copy`: the mark of the copy that was read. Errors: those of readRecord, incidents.copyUnknown. */
export function notePrint(ctx: Ctx, id: string, copy: string): Promise<void> {
  return atIncident(
    ctx,
    id,
    'incidents.print',
    async (desk) => {
      const clear = wasClear(ctx, id, copy)
      record(desk, 'print', { clear })
      addFact(desk, 'printed', { clear })
    },
    { closedToo: true },
  )
}

/** The whole timeline, the newest first: of what an authority reads nothing is left out for its length. */
async function allEntries(tx: Tx, id: string): Promise<EntryRow[]> {
  const all: EntryRow[] = []
  for (;;) {
    const page = await entriesOf(tx, id, all.at(-1) ?? null, TOGETHER)
    all.push(...page)
    if (page.length < TOGETHER) return all
  }
}

async function callsMade(
  { locale }: Ctx,
  tx: Tx,
  id: string,
  plans: EmergencyPlan[],
): Promise<IncidentRecord['calls']> {
  const rows = await callsOf(tx, id)
  const names = await findStaffNames(tx, [...new Set(rows.map((row) => row.staff_id))])
  return rows.map((row) => {
    const post = plans.flatMap((plan) => plan.posts).find((p) => p.key === row.post)
    return {
      at: row.at.toISOString(),
      post: row.post,
      postName: post ? say(post.name, locale) : '',
      name: names.get(row.staff_id) ?? '',
      level: row.level + 1,
    }
  })
}
