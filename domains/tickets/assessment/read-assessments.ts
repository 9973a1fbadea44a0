import type { AttachmentView } from '#contracts/channels'
import type { Assessment, Opinion, Stance } from '#contracts/tickets/assessment'
import { photoViews } from '#domains/channels'
import { findStaffNames } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { isOwnCase } from '../investigation/own-case.ts'
import { type TaskRow, tasksOf } from '../tasks/task-data.ts'
import * as data from './assessment-data.ts'
import { isLate } from './assessment-rules.ts'
import { opinionOf, ownerOf } from './give-opinion.ts'

type Seen = {
  ctx: Ctx
  ticket: TicketRow
  tasks: TaskRow[]
  self: string | null
  nameOf: (id: string | null) => string
  teamOf: (key: string) => string
  photosOf: (ids: string[]) => AttachmentView[]
}

/** The joint assessments of a ticket as minutes, newest first. Errors: tickets.notFound out of reach. */
export function readAssessments(
  ctx: Ctx,
  id: string,
  reach = scopeOf(ctx.actor, 'tickets.read'),
): Promise<Assessment[]> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, reach, id)
    if (!ticket) throw ticketErrors.notFound()
    const rows = await data.assessmentsOf(tx, id)
    const [opinions, tasks, { playbook }] = await Promise.all([
      data.opinionsOf(
        tx,
        rows.map((row) => row.id),
      ),
      tasksOf(tx, id),
      playbookVersion(tx, ticket.playbook_version_id),
    ])
    const ids = [
      ...rows.flatMap((r) => [r.accountable_id, r.created_by, r.decided_by]),
      ...opinions.map((o) => o.staff_id),
      ...tasks.map((t) => t.owner_id),
    ].filter((one) => one !== null)
    const [names, photos] = await Promise.all([
      findStaffNames(tx, [...new Set(ids)]),
      photoViews(
        tx,
        ctx,
        opinions.flatMap((o) => o.photos),
        '/api/attachments',
      ),
    ])
    const seen: Seen = {
      ctx,
      ticket,
      tasks,
      self: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
      nameOf: (one) => (one ? (names.get(one) ?? '') : ''),
      teamOf: (key) => {
        const team = playbook.teams.find((t) => t.key === key)
        return team ? say(team.name, ctx.locale) : key
      },
      photosOf: (list) => list.flatMap((photo) => photos.get(photo) ?? []),
    }
    return rows.map((row) =>
      viewAssessment(
        seen,
        row,
        opinions.filter((o) => o.assessment_id === row.id),
      ),
    )
  })
}

function viewAssessment(seen: Seen, row: data.AssessmentRow, opinions: data.OpinionRow[]): Assessment {
  const decider = row.state === 'open' ? ownerOf(seen.tasks, row.id, row.accountable_id) : row.accountable_id
  return {
    id: row.id,
    question: row.question,
    state: row.state as Assessment['state'],
    askedBy: seen.nameOf(row.created_by),
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    accountable: { id: decider, name: seen.nameOf(decider) },
    opinions: opinions.map((o) => viewOpinion(seen, row, o, opinions)),
    decision: row.decision,
    earlyReason: row.early_reason,
    decidedBy: seen.nameOf(row.decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    cancelledReason: row.cancelled_reason,
    can: row.state === 'open' ? mayDo(seen, decider) : [],
  }
}

function viewOpinion(
  seen: Seen,
  row: data.AssessmentRow,
  opinion: data.OpinionRow,
  all: readonly data.OpinionRow[],
): Opinion {
  const open = row.state === 'open'
  const who = open && !opinion.given_at ? ownerOf(seen.tasks, opinion.id, opinion.staff_id) : opinion.staff_id
  const mine = open && seen.self ? opinionOf(all, seen.tasks, seen.self) : undefined
  return {
    id: opinion.id,
    team: opinion.team,
    teamName: seen.teamOf(opinion.team),
    who: { id: who, name: seen.nameOf(who) },
    stance: opinion.stance as Stance | null,
    text: opinion.text,
    photos: seen.photosOf(opinion.photos),
    givenAt: opinion.given_at?.toISOString() ?? null,
    late: (open || opinion.given_at !== null) && isLate(opinion, row.due_at, seen.ctx.now()),
    mine: mine?.id === opinion.id && !isOwnCase(seen),
  }
}

function mayDo(seen: Seen, decider: string): Assessment['can'] {
  if (isOwnCase(seen)) return []
  const { shop_id, assignee_id } = seen.ticket
  const record = { shopId: shop_id, ownerId: assignee_id }
  const may: Assessment['can'] = []
  if (decider === seen.self) may.push('decide')
  if (covers(scopeOf(seen.ctx.actor, 'tickets.assess'), record)) may.push('cancel')
  return may
}
