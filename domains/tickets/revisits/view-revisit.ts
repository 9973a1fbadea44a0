import type { Revisit, RevisitRow as RevisitRowView } from '#contracts/tickets/followup'
import { findShops, findStaffNames } from '#domains/people'
import { type playbookVersion, playbookVersion as versionOf } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { categoryName } from '../inbox/list-tickets.ts'
import type { ListRow } from './list-data.ts'
import { isOpen } from './plan-visits.ts'
import type { RevisitRow, StoredTry } from './revisit-data.ts'

type PlaybookOf = Awaited<ReturnType<typeof playbookVersion>>['playbook']

/** A revisit as this reader may see it; `accusedId` is whom the ticket is about, who records nothing. */
export function viewRevisit(
  ctx: Ctx,
  row: RevisitRow,
  names: Map<string, string>,
  accusedId: string | null,
): Revisit {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    cycle: row.cycle,
    afterDays: row.after_days,
    means: row.means as Revisit['means'],
    state: row.state as Revisit['state'],
    owner: row.owner_id ? { id: row.owner_id, name: names.get(row.owner_id) ?? '' } : null,
    plannedAt: row.planned_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    overdue: row.state === 'due' && row.due_at !== null && row.due_at < ctx.now(),
    tries: row.tries as StoredTry[],
    result: (row.result || null) as Revisit['result'],
    stars: row.stars,
    words: row.words,
    doneBy: row.done_by ? (names.get(row.done_by) ?? '') : '',
    doneAt: row.done_at?.toISOString() ?? null,
    can: deedsOn(ctx, row, accusedId),
  }
}

function deedsOn(ctx: Ctx, row: RevisitRow, accusedId: string | null): Revisit['can'] {
  const own = { shopId: row.shop_id, ownerId: row.owner_id }
  const self = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  if (!covers(scopeOf(ctx.actor, 'tickets.revisit'), own) || (accusedId && accusedId === self)) return []
  if (row.state === 'planned') return ['advance', 'move', 'cancel']
  if (row.state === 'due') return ['record', 'cancel']
  return isOpen(row.state) ? ['cancel'] : []
}

/** Rows of the work list with names from the rooms that own them, each asked once. */
export async function viewRows(tx: Tx, ctx: Ctx, rows: ListRow[]): Promise<RevisitRowView[]> {
  const [people, shops, playbooks] = await Promise.all([
    findStaffNames(tx, ids(rows.flatMap((r) => [r.owner_id, r.done_by]))),
    findShops(tx, ids(rows.map((r) => r.shop_id))),
    playbooksOf(tx, ids(rows.map((r) => r.playbook_version_id))),
  ])
  return rows.map((row) => {
    const playbook = playbooks.get(row.playbook_version_id)
    const [category] = row.categories
    return {
      ...viewRevisit(ctx, row, people, row.accused_id),
      ticket: {
        id: row.ticket_id,
        number: `HY-${row.number}`,
        title: row.title,
        kind: row.kind as 'complaint',
        priority: row.priority as 'P1',
        customerName: row.customer_name,
        category: playbook && category ? categoryName(playbook, category, ctx.locale) : '',
        shop: row.shop_id ? { id: row.shop_id, name: shops.get(row.shop_id)?.name ?? '' } : null,
        closedAt: row.closed_at?.toISOString() ?? null,
      },
    }
  })
}

export function ids(list: (string | null)[]): string[] {
  return [...new Set(list.filter((id): id is string => id !== null))]
}

async function playbooksOf(tx: Tx, versions: string[]): Promise<Map<string, PlaybookOf>> {
  const found = await Promise.all(versions.map((id) => versionOf(tx, id)))
  return new Map(found.map((v) => [v.versionId, v.playbook]))
}
