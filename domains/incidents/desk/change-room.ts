import { incidentChanged, incidentNoticed } from '#contracts/incidents'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { loadRoster, type Roster } from '#domains/people'
import { type AuditFact, audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { announceRoom } from '#platform/events/announce'
import { type EventRow, eventRow, publish } from '#platform/events/publish'
import { incidentErrors } from '../errors.ts'
import * as data from './desk-data.ts'
import { reaches } from './reach.ts'

export type NoticeKind = (typeof incidentNoticed.body.shape.notices.element.shape.kind.options)[number]

/**
 * One emergency room on somebody's desk for the length of one deed: locked once, changed by the moves in `moves.ts`, then saved with its
 * timeline, events and audit in the same transaction.
 */
export type IncidentDesk = {
  ctx: Ctx
  tx: Tx
  now: Date
  /** Changed in memory, saved at the end. */
  incident: data.IncidentRow
  plan: EmergencyPlan
  members: data.MemberRow[]
  /** Read when it is first asked for. */
  roster: () => Promise<Roster>
  entries: data.NewEntry[]
  notices: { staffId: string; kind: NoticeKind }[]
  events: EventRow[]
  audits: AuditFact[]
}

type More = {
  /** Measures live on after the closing; everything else is then only read. */
  closedToo?: boolean
}

/**
 * Does one deed in one room within the actor's reach for `action`: the one way by which a room changes.
 * Shape:  deeds of one room follow each other; each makes `version` grow and tells every open screen of the room.
 * Errors: incidents.notFound out of reach, incidents.notAllowed when it may only be read, incidents.closed.
 */
export function atIncident<T>(
  ctx: Ctx,
  id: string,
  action: string,
  work: (desk: IncidentDesk) => Promise<T>,
  more: More = {},
): Promise<T> {
  return ctx.transaction(async (tx) => {
    const desk = await openIncidentDesk(ctx, tx, id)
    if (!desk || !reaches(ctx.actor, 'incidents.read', desk)) throw incidentErrors.notFound()
    if (!reaches(ctx.actor, action, desk)) throw incidentErrors.notAllowed()
    if (desk.incident.status === 'closed' && !more.closedToo) throw incidentErrors.closed()
    const result = await work(desk)
    await saveIncidentDesk(desk)
    return result
  })
}

/** For sweeps and events: no permission is asked. Null when there is no such room, or `skipLocked` and somebody else has it. */
export async function openIncidentDesk(
  ctx: Ctx,
  tx: Tx,
  id: string,
  more: { skipLocked?: boolean } = {},
): Promise<IncidentDesk | null> {
  const incident = await data.lockIncident(tx, id, more)
  if (!incident) return null
  return deskOf(ctx, tx, incident, await data.membersOf(tx, id))
}

export function deskOf(
  ctx: Ctx,
  tx: Tx,
  incident: data.IncidentRow,
  members: data.MemberRow[],
): IncidentDesk {
  const now = ctx.now()
  let roster: Promise<Roster> | undefined
  return {
    ctx,
    tx,
    now,
    incident,
    plan: incident.plan as EmergencyPlan,
    members,
    roster: () => {
      roster ??= loadRoster(tx, now)
      return roster
    },
    entries: [],
    notices: [],
    events: [],
    audits: [],
  }
}

/** Saves what the moves have gathered; the row itself too. */
export async function saveIncidentDesk(desk: IncidentDesk): Promise<void> {
  const { ctx, tx, incident } = desk
  incident.version += 1
  const { brand_id, id, number, plan, ...row } = incident
  await Promise.all([
    data.updateIncident(tx, id, { ...row, score: row.score === null ? null : JSON.stringify(row.score) }),
    data.insertEntries(tx, desk.entries),
    publish(tx, ctx, ...desk.events, ...noticedEvent(desk)),
    audit(tx, ctx, ...desk.audits),
    announceRoom(tx, ctx, incidentChanged.name, {
      incidentId: id,
      version: incident.version,
      shopIds: incident.shop_ids,
      staffIds: desk.members.map((m) => m.staff_id),
    }),
  ])
}

function noticedEvent({ incident, notices }: IncidentDesk): EventRow[] {
  if (!notices.length) return []
  const staffIds = notices.map((n) => n.staffId)
  return [
    eventRow(
      incidentNoticed,
      { incidentId: incident.id, notices },
      { incidentId: incident.id, staffIds, only: true },
    ),
  ]
}
