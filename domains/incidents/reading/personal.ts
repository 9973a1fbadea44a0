import type { IncidentAction, Room } from '#contracts/incidents'
import type { AffectedSummary } from '#contracts/incidents/affected'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { Actor } from '#platform/context'
import type { IncidentRow, MemberRow } from '../desk/desk-data.ts'
import { reaches } from '../desk/reach.ts'
import type { RoomParts } from './room-data.ts'

export type Head = { incident: IncidentRow; members: MemberRow[] }
type Personal = Pick<Room, 'callsMe' | 'can' | 'statements' | 'affected'>
/** Who has written what the customers are to be told; kept beside the summary, not shown. */
export type AffectedWithWriter = { summary: AffectedSummary; writerIds: string[] } | null

const AGREED = ['approved', 'released']

/** Whoever reads a room for the sake of a shop sees what the house has agreed to say, and the own drafts. */
export function seesStatement(
  staffId: string,
  { state, writers }: Pick<RoomParts['statements'][number], 'state' | 'writers'>,
  whole: boolean,
): boolean {
  return whole || AGREED.includes(state) || writers.includes(staffId)
}

/** States in which the words to the customers are agreed. */
const SAID = ['approved', 'sending', 'sent']

const unsaid = (summary: AffectedSummary): AffectedSummary => ({
  ...summary,
  query: { ...summary.query, shopIds: [] },
  text: '',
  also: {},
  refusedWhy: '',
})

/** What of a room is this reader's own. `whole`: reads all of it, not only what concerns a shop. */
export function personalPart(
  actor: Actor,
  head: Head,
  statements: RoomParts['statements'],
  affected: AffectedWithWriter,
  whole: boolean,
): Personal {
  const self = actor.kind === 'staff' ? actor.staffId : ''
  const shown = statements.filter((row) => seesStatement(self, row, whole))
  const can = actionsOf(actor, head)
  const approves = can.includes('approve')
  return {
    callsMe: callsMe(head, self),
    can,
    statements: shown.map((row) => ({
      id: row.id,
      audience: row.audience as Room['statements'][number]['audience'],
      title: row.title,
      text: row.text,
      state: row.state as Room['statements'][number]['state'],
      version: row.version,
      saves: row.saves,
      savedBy: row.saved_by_name,
      savedAt: row.saved_at?.toISOString() ?? null,
      draftedBy: row.drafted_by_name,
      draftedAt: row.drafted_at.toISOString(),
      approvedBy: row.approved_by_name,
      approvedAt: row.approved_at?.toISOString() ?? null,
      refusedWhy: row.refused_why,
      releasedBy: row.released_by_name,
      releasedAt: row.released_at?.toISOString() ?? null,
      releasedWhere: row.released_where,
      mayApprove: approves && row.state === 'asked' && !row.writers.includes(self),
    })),
    affected: affected && {
      ...(whole || SAID.includes(affected.summary.state) ? affected.summary : unsaid(affected.summary)),
      lost: whole ? affected.summary.lost : [],
      mayApprove:
        approves && affected.summary.state === 'message_asked' && !affected.writerIds.includes(self),
    },
  }
}

export function callsMe({ incident, members }: Head, staffId: string): boolean {
  return incident.status !== 'closed' && members.some((m) => m.staff_id === staffId && m.state === 'called')
}

function actionsOf(actor: Actor, head: Head): IncidentAction[] {
  const { incident } = head
  const plan = incident.plan as EmergencyPlan
  const open = incident.status !== 'closed'
  const may = (action: string) => reaches(actor, `incidents.${action}`, head)
  const lead = open && may('lead')
  const callsAfterwards = !open && !incident.drill && may('lead')
  const offered: Record<IncidentAction, boolean> = {
    answer_call: actor.kind === 'staff' && callsMe(head, actor.staffId),
    work: open && may('work'),
    lead,
    grade: lead && plan.grades.length > 1,
    change_plan: lead,
    add_member: lead,
    seal: open && plan.seal && may('seal'),
    acknowledge_seal: open && plan.seal && may('acknowledgeSeal'),
    affected: open && plan.affected && may('affected'),
    call_affected: (open || callsAfterwards) && plan.affected && may('affected'),
    approve: open && may('approve'),
    release: open && actor.kind === 'staff' && incident.spokesperson_id === actor.staffId,
    reveal: plan.sheet.some((f) => f.sensitive) && may('reveal'),
    contain: lead && incident.status === 'open',
    review: lead,
    close: lead,
    print: may('print'),
  }
  return (Object.keys(offered) as IncidentAction[]).filter((action) => offered[action])
}
