import type { Playbook } from '#contracts/playbook'
import { FINISHED_HERE, type Task, type TaskKind } from '#contracts/tickets/tasks'
import { photoViews } from '#domains/channels'
import { findStaffNames } from '#domains/people'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import type { TaskRow } from './task-data.ts'

type Of = { shop_id: string | null; accused_id: string | null }

/** Tasks as their reader may see them; names and photos are asked for once. `of` is the ticket of a task. */
export async function viewTasks(
  tx: Tx,
  ctx: Ctx,
  rows: readonly TaskRow[],
  of: (row: TaskRow) => Of & { playbook: Playbook },
): Promise<Task[]> {
  const ids = rows.flatMap((r) => [r.owner_id, r.created_by, r.done_by]).filter((id) => id !== null)
  const [names, photos] = await Promise.all([
    findStaffNames(tx, [...new Set(ids)]),
    photoViews(
      tx,
      ctx,
      rows.flatMap((r) => r.photos),
      '/api/attachments',
    ),
  ])
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? '') : '')
  return rows.map((row) => {
    const { playbook, ...ticket } = of(row)
    const team = playbook.teams.find((t) => t.key === row.team)
    return {
      id: row.id,
      ticketId: row.ticket_id,
      kind: row.kind as TaskKind,
      title: row.title,
      details: row.details,
      resources: row.resources,
      aboutId: row.about_id,
      teamName: team ? say(team.name, ctx.locale) : row.team,
      owner: row.owner_id ? { id: row.owner_id, name: nameOf(row.owner_id) } : null,
      state: row.state as 'open',
      dueAt: row.due_at.toISOString(),
      overdue: row.state === 'open' && row.due_at <= ctx.now(),
      result: row.result,
      photos: row.photos.flatMap((id) => photos.get(id) ?? []),
      createdBy: nameOf(row.created_by),
      createdAt: row.created_at.toISOString(),
      doneBy: nameOf(row.done_by),
      doneAt: row.done_at?.toISOString() ?? null,
      can: allowed(ctx, row, ticket),
    }
  })
}

/** What this reader may do with a task: the owner and whoever plans for the shop finish it; the latter change and cancel it. */
function allowed(ctx: Ctx, row: TaskRow, ticket: Of): Task['can'] {
  if (row.state !== 'open' || !FINISHED_HERE.includes(row.kind as TaskKind)) return []
  const record = { shopId: ticket.shop_id, ownerId: row.owner_id }
  const self = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const ownCase = self !== null && ticket.accused_id === self
  const can: Task['can'] = []
  if (covers(scopeOf(ctx.actor, 'tickets.doTasks'), record) && (!ownCase || row.owner_id === self))
    can.push('finish')
  if (covers(scopeOf(ctx.actor, 'tickets.plan'), record) && !ownCase) can.push('change', 'cancel')
  return can
}
