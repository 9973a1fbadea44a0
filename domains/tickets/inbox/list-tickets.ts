import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { TicketPage, TicketQuery, TicketRow, View } from '#contracts/tickets'
import { channelNames } from '#domains/channels'
import { findShops, findStaffNames } from '#domains/people'
import { playbookInForce, playbookVersion, say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import * as data from './inbox-data.ts'
import { viewClock } from './view-clock.ts'

export const VIEWS: readonly View[] = [
  'mine',
  'team',
  'unassigned',
  'due_soon',
  'breached',
  'p1',
  'waiting_customer',
  'all',
]

/** One page of the inbox, as this reader may see it. */
export function listTickets(ctx: Ctx, query: TicketQuery): Promise<z.infer<typeof TicketPage>> {
  return ctx.transaction(async (tx) => {
    const reader = await readerOf(tx, ctx)
    const rows = await data.listTickets(tx, reader, query, query.cursor ? readCursor(query.cursor) : null)
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    return {
      rows: await viewRows(tx, ctx, page),
      next: last ? makeCursor(last[data.sortOf(query).column], last.id) : null,
    }
  })
}

/** Each view counted to 1000. */
export function countTickets(ctx: Ctx): Promise<Record<string, number>> {
  return ctx.transaction(async (tx) => data.countViews(tx, await readerOf(tx, ctx), VIEWS))
}

export async function readerOf(tx: Tx, ctx: Ctx): Promise<data.Reader> {
  const staff = staffOf(ctx)
  const { playbook } = await playbookInForce(tx)
  const roles = new Set(staff.grants.map((g) => g.role))
  return {
    staffId: staff.staffId,
    scope: scopeOf(staff, 'tickets.read'),
    teams: playbook.teams.filter((t) => t.roles.some((r) => roles.has(r))).map((t) => t.key),
    now: ctx.now(),
  }
}

/** Rows as the inbox shows them, with names from the rooms that own them, each asked once. */
export async function viewRows(tx: Tx, ctx: Ctx, rows: data.ListRow[]): Promise<z.infer<typeof TicketRow>[]> {
  const ids = rows.map((r) => r.id)
  const [shops, names, channels, seen, clocks, playbooks] = await Promise.all([
    findShops(tx, present(rows.map((r) => r.shop_id))),
    findStaffNames(tx, present(rows.map((r) => r.assignee_id))),
    channelNames(
      tx,
      rows.map((r) => r.channel_id),
    ),
    data.seenAt(tx, staffOf(ctx).staffId, ids),
    data.firstClocks(
      tx,
      rows.map((r) => ({ id: r.id, metric: r.due_metric, cycle: r.cycle })),
    ),
    playbooksOf(
      tx,
      rows.map((r) => r.playbook_version_id),
    ),
  ])
  return rows.map((row) => {
    const playbook = playbooks.get(row.playbook_version_id)!
    const team = playbook.teams.find((t) => t.key === row.team)
    const at = seen.get(row.id)
    const clock = clocks.get(row.id)
    return {
      id: row.id,
      number: `HY-${row.number}`,
      title: row.title,
      excerpt: row.excerpt,
      customerName: row.customer_name,
      kind: row.kind as 'praise',
      category: row.categories
        .map((key) => categoryName(playbook, key, ctx.locale))
        .join(ctx.locale === 'en' ? ', ' : '、'),
      priority: row.priority as 'P1',
      status: row.status as 'new',
      channel: row.channel_kind as 'qr',
      channelName: row.place
        ? `${channels.get(row.channel_id) ?? ''} ${row.place}`
        : (channels.get(row.channel_id) ?? ''),
      shop: row.shop_id ? { id: row.shop_id, name: shops.get(row.shop_id)?.name ?? '' } : null,
      assignee: row.assignee_id ? { id: row.assignee_id, name: names.get(row.assignee_id) ?? '' } : null,
      teamName: team ? say(team.name, ctx.locale) : row.team,
      openedAt: row.opened_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      unread: !at || at < row.updated_at,
      escalation: row.escalation,
      cycle: row.cycle,
      photos: row.photos,
      tags: row.tags,
      openTasks: row.open_tasks,
      clock: clock ? viewClock(clock) : null,
    }
  })
}

function present(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id !== null))]
}

async function playbooksOf(tx: Tx, ids: string[]) {
  const versions = await Promise.all([...new Set(ids)].map((id) => playbookVersion(tx, id)))
  return new Map(versions.map((v) => [v.versionId, v.playbook]))
}

export function categoryName(
  playbook: Awaited<ReturnType<typeof playbookVersion>>['playbook'],
  key: string,
  locale: Locale,
): string {
  const [parent, child] = key.split('.')
  const sub = playbook.categories.find((c) => c.key === parent)?.children.find((s) => s.key === child)
  return sub ? say(sub.name, locale) : key
}

function makeCursor(value: Date | null, id: string): string {
  return Buffer.from(JSON.stringify([value?.toISOString() ?? null, id])).toString('base64url')
}

/** Errors: http.badInput when the cursor is not one of ours. */
function readCursor(text: string): { value: Date | null; id: string } {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string | null, string]
    const at = value === null ? null : new Date(value)
    if ((at && Number.isNaN(at.getTime())) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { value: at, id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
