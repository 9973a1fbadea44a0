import type { Evidence, Investigation, InvestigationAction } from '#contracts/tickets/investigation'
import { photoViews } from '#domains/channels'
import { findStaffNames } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { type TaskRow, tasksOf } from '../tasks/task-data.ts'
import { isOwnStatement, statementIn, statementTask } from './hearing.ts'
import * as data from './investigation-data.ts'
import { isOwnCase } from './own-case.ts'

type Seen = {
  evidence: data.EvidenceRow[]
  looks: data.LookRow[]
  tasks: TaskRow[]
  nameOf: (id: string | null) => string
}

/** Why it happened, on what it rests, who looked at it, and whom it is about. Errors: tickets.notFound out of reach. */
export function readInvestigation(
  ctx: Ctx,
  id: string,
  reach = scopeOf(ctx.actor, 'tickets.read'),
): Promise<Investigation> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, reach, id)
    if (!ticket) throw ticketErrors.notFound()
    const [{ playbook }, row, evidence, tasks] = await Promise.all([
      playbookVersion(tx, ticket.playbook_version_id),
      data.findInvestigation(tx, id),
      data.evidenceOf(tx, id),
      tasksOf(tx, id),
    ])
    const looks = await data.looksAt(
      tx,
      evidence.map((e) => e.id),
    )
    const ids = [
      ticket.accused_id,
      row?.updated_by ?? null,
      row?.concluded_by ?? null,
      ...evidence.flatMap((e) => [e.staff_id, e.added_by, e.withdrawn_by]),
      ...looks.map((look) => look.staff_id),
    ].filter((one) => one !== null)
    const [names, photos] = await Promise.all([
      findStaffNames(tx, [...new Set(ids)]),
      photoViews(
        tx,
        ctx,
        evidence.flatMap((e) => e.photos),
        '/api/attachments',
      ),
    ])
    const seen: Seen = { evidence, looks, tasks, nameOf: (one) => (one ? (names.get(one) ?? '') : '') }
    const causes = playbook.causes.map((c) => ({ ...c, name: say(c.name, ctx.locale) }))
    return {
      whys: row?.whys ?? [],
      cause: ticket.cause || null,
      causeName: causes.find((c) => c.key === ticket.cause)?.name ?? ticket.cause,
      causeNote: row?.cause_note ?? '',
      measure: row?.measure ?? '',
      conclusion: row?.conclusion ?? '',
      concluded: row?.concluded_at
        ? { by: seen.nameOf(row.concluded_by), at: row.concluded_at.toISOString() }
        : null,
      updatedBy: seen.nameOf(row?.updated_by ?? null),
      updatedAt: row?.updated_at.toISOString() ?? null,
      causes,
      evidence: evidence.map((e) => viewEvidence(seen, e, ticket, photos)),
      accused: viewAccused(seen, ticket, ctx.now()),
      can: actionsOn(ctx, ticket, seen, Boolean(row?.concluded_at)),
    }
  })
}

function viewEvidence(
  { looks, nameOf }: Seen,
  row: data.EvidenceRow,
  ticket: TicketRow,
  photos: Awaited<ReturnType<typeof photoViews>>,
): Evidence {
  return {
    id: row.id,
    kind: row.kind as Evidence['kind'],
    title: row.title,
    details: row.details,
    reference: row.reference,
    happenedAt: row.happened_at?.toISOString() ?? null,
    untilAt: row.until_at?.toISOString() ?? null,
    photos: row.photos.flatMap((photo) => photos.get(photo) ?? []),
    saidBy: row.staff_id ? { id: row.staff_id, name: nameOf(row.staff_id) } : null,
    byAccused: isOwnStatement(row) && row.staff_id === ticket.accused_id,
    addedBy: nameOf(row.added_by),
    addedAt: row.added_at.toISOString(),
    withdrawn: row.withdrawn_at
      ? { by: nameOf(row.withdrawn_by), at: row.withdrawn_at.toISOString(), reason: row.withdrawn_reason }
      : null,
    looks: looks
      .filter((look) => look.evidence_id === row.id)
      .map((look) => ({
        who: { id: look.staff_id, name: nameOf(look.staff_id) },
        firstAt: look.first_at.toISOString(),
        lastAt: look.last_at.toISOString(),
      })),
  }
}

function viewAccused(
  { evidence, tasks, nameOf }: Seen,
  ticket: TicketRow,
  now: Date,
): Investigation['accused'] {
  const id = ticket.accused_id
  if (!id) return null
  const dueAt = statementTask(tasks, id)?.due_at ?? null
  return {
    who: { id, name: nameOf(id) },
    dueAt: dueAt?.toISOString() ?? null,
    late: dueAt !== null && dueAt < now,
    statedAt: statementIn(evidence, id)?.added_at.toISOString() ?? null,
  }
}

function actionsOn(ctx: Ctx, ticket: TicketRow, seen: Seen, concluded: boolean): InvestigationAction[] {
  if (isOwnCase({ ctx, ticket })) return statementIn(seen.evidence, ticket.accused_id!) ? [] : ['state']
  const record = { shopId: ticket.shop_id, ownerId: ticket.assignee_id }
  if (ticket.status === 'merged' || !covers(scopeOf(ctx.actor, 'tickets.investigate'), record)) return []
  return concluded ? ['reopen', 'addEvidence', 'accuse'] : ['change', 'conclude', 'addEvidence', 'accuse']
}
