import type { z } from 'zod'
import {
  PLACE_OF,
  type TaskKind,
  type Todo,
  type TodoCounts,
  type TodoPage,
  type TodoQuery,
} from '#contracts/tickets/tasks'
import { findShops } from '#domains/people'
import { playbookVersion } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { covers, scopeOf } from '#platform/permissions'
import { countTodos, listTodos, type TodoRow } from './todo-data.ts'
import { viewTasks } from './view-task.ts'

/** 我的待办: one page of what I owe, what is owed in my shops, what I asked of others, or what I have done. */
export function readTodos(ctx: Ctx, query: TodoQuery): Promise<z.infer<typeof TodoPage>> {
  return ctx.transaction(async (tx) => {
    const reader = {
      staffId: staffOf(ctx).staffId,
      scope: scopeOf(ctx.actor, 'tickets.doTasks'),
      now: ctx.now(),
    }
    const rows = await listTodos(tx, reader, query, query.cursor ? readCursor(query.cursor) : null)
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    return { todos: await viewTodos(tx, ctx, page), next: last ? cursorOf(last) : null }
  })
}

export function readTodoCounts(ctx: Ctx): Promise<TodoCounts> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'tickets.doTasks')
    const shops = scope?.shops ?? []
    return {
      ...(await countTodos(tx, staffOf(ctx).staffId, ctx.now())),
      reach: shops === 'all' ? 'brand' : shops.length ? 'shop' : 'own',
    }
  })
}

async function viewTodos(tx: Tx, ctx: Ctx, rows: TodoRow[]): Promise<Todo[]> {
  const versions = await Promise.all(
    [...new Set(rows.map((r) => r.playbook_version_id))].map((id) => playbookVersion(tx, id)),
  )
  const playbooks = new Map(versions.map((v) => [v.versionId, v.playbook]))
  const byTask = new Map(rows.map((r) => [r.id, r]))
  const [shops, tasks] = await Promise.all([
    findShops(tx, [...new Set(rows.flatMap((r) => r.ticket_shop_id ?? []))]),
    viewTasks(tx, ctx, rows, (task) => {
      const row = byTask.get(task.id)!
      return {
        shop_id: row.ticket_shop_id,
        accused_id: row.accused_id,
        playbook: playbooks.get(row.playbook_version_id)!,
      }
    }),
  ])
  return tasks.map((task) => {
    const row = byTask.get(task.id)!
    return {
      ...task,
      place: PLACE_OF[row.kind as TaskKind],
      opens: mayOpen(ctx, row),
      ticket: {
        id: row.ticket_id,
        number: `HY-${row.number}`,
        title: row.ticket_title,
        kind: row.ticket_kind as 'complaint',
        priority: row.priority as 'P1',
        shop: row.ticket_shop_id
          ? { id: row.ticket_shop_id, name: shops.get(row.ticket_shop_id)?.name ?? '' }
          : null,
      },
    }
  })
}

/** The same rule as `findTicket`: in reach, the own, or asked to take part. */
function mayOpen(ctx: Ctx, row: TodoRow): boolean {
  const scope = scopeOf(ctx.actor, 'tickets.read')
  if (!scope) return false
  const { staffId } = staffOf(ctx)
  return (
    covers(scope, { shopId: row.ticket_shop_id, ownerId: row.assignee_id }) ||
    row.participants.includes(staffId)
  )
}

function cursorOf(row: TodoRow): string {
  const at = row.state === 'done' && row.done_at ? row.done_at : row.due_at
  return Buffer.from(JSON.stringify([at.toISOString(), row.id])).toString('base64url')
}

/** Errors: http.badInput when the cursor is not one of ours. */
function readCursor(text: string): { at: Date; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string]
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { at: new Date(at), id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
