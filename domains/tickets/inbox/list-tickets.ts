import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { Sort, TicketPage, TicketRow, View } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'
import { type FilterCount, type InboxQuery, MOST_IN_BULK } from '#contracts/tickets/inbox'
import { channelNames } from '#domains/channels'
import { findShops, findStaffNames } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { draftedIn } from '../composer/composer-data.ts'
import { askedOf, conditionsOf, readerOf } from '../filter/asked.ts'
import type { Asked, Place } from '../filter/asked-data.ts'
import { countAll } from '../filter/count-data.ts'
import { type ListRow, listPage } from '../filter/filter-data.ts'
import { askFor } from '../search/ask.ts'
import { loadView } from '../views/saved-views.ts'
import { inboxErrors } from './errors.ts'
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

/**
 * One page of the inbox, as this reader may see it.
 * Errors: inbox.viewNotFound when the saved view is gone or somebody else's own.
 */
export function listTickets(ctx: Ctx, query: InboxQuery): Promise<z.infer<typeof TicketPage>> {
  return ctx.transaction(async (tx) => {
    const asked = await askedOf(tx, ctx, await wantedOf(tx, ctx, query))
    const page = await listPage(
      tx,
      { ...asked, ...searched(ctx, query, asked.reader.now) },
      {
        after: query.cursor ? readCursor(query.cursor) : null,
        limit: query.limit,
      },
    )
    return {
      rows: await viewRows(tx, ctx, page.rows),
      next: page.next && makeCursor(page.next),
      lookedTo: page.lookedTo?.toISOString() ?? null,
    }
  })
}

/** A saved view, and whatever stands in the address before it. */
async function wantedOf(
  tx: Tx,
  ctx: Ctx,
  query: InboxQuery,
): Promise<{ view: View; conditions: Conditions; sort: Sort }> {
  const saved = query.saved ? await loadView(tx, ctx, query.saved) : null
  return {
    view: query.view ?? (saved?.view as View | undefined) ?? 'mine',
    conditions: [
      ...(query.conditions ?? (saved?.conditions as Conditions | undefined) ?? []),
      ...conditionsOf(query),
    ],
    sort: query.sort ?? (saved?.sort as Sort | undefined) ?? 'updated',
  }
}

/** What was typed, as the search would look for it; a ticket's number finds just that ticket. */
function searched(ctx: Ctx, { q, ...filters }: InboxQuery, now: Date): Pick<Asked, 'number' | 'found'> {
  if (!q) return {}
  const { question, asked } = askFor(ctx, q, filters, now)
  if (question.number) return { number: question.number.value }
  return asked ? { found: asked } : { number: -1 }
}

/**
 * How many tickets a filter finds, as far as a bulk deed may reach. For an act that a person is about to confirm, not for a page.
 * Errors: inbox.tooWide when counting takes too long.
 */
export function countFiltered(ctx: Ctx, query: InboxQuery): Promise<z.infer<typeof FilterCount>> {
  return ctx.reading(async (tx) => {
    const asked = await askedOf(tx, ctx, await wantedOf(tx, ctx, query))
    const whole = { ...asked, ...searched(ctx, query, asked.reader.now) }
    const count = await countAll(tx, whole, MOST_IN_BULK + 1)
    if (count === null) throw inboxErrors.tooWide()
    return { count: Math.min(count, MOST_IN_BULK), more: count > MOST_IN_BULK }
  })
}

/** Each view counted to 1000. */
export function countTickets(ctx: Ctx): Promise<Record<string, number>> {
  return ctx.transaction(async (tx) => data.countViews(tx, await readerOf(tx, ctx), VIEWS))
}

/** Rows as the inbox shows them, with names from the rooms that own them, each asked once. */
export async function viewRows(tx: Tx, ctx: Ctx, rows: ListRow[]): Promise<z.infer<typeof TicketRow>[]> {
  const ids = rows.map((r) => r.id)
  const [shops, names, channels, seen, clocks, playbooks, drafted] = await Promise.all([
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
    draftedIn(tx, staffOf(ctx).staffId, ids),
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
      stars: (row.fields as { stars?: number | null }).stars ?? null,
      cause: causeName(playbook, row.cause, ctx.locale),
      draft: drafted.has(row.id),
      lateReason: row.late_reason,
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

/** The playbook's name of a cause; the key itself when the playbook has dropped it. */
export function causeName(
  playbook: Awaited<ReturnType<typeof playbookVersion>>['playbook'],
  key: string,
  locale: Locale,
): string {
  const cause = playbook.causes.find((c) => c.key === key)
  return cause ? say(cause.name, locale) : key
}

function makeCursor({ section, value, id }: Place): string {
  return Buffer.from(JSON.stringify([section, value?.toISOString() ?? null, id])).toString('base64url')
}

/** Errors: http.badInput when the cursor is not one of ours. */
function readCursor(text: string): Place {
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string | null, string]
    const [section, value, id] = read
    const at = value === null ? null : new Date(value)
    const whole = ['', 'P1', 'P2', 'P3', 'P4'].includes(section) && /^[0-9a-f-]{36}$/.test(id)
    if (!whole || (at && Number.isNaN(at.getTime()))) throw new Error('not a cursor')
    return { section, value: at, id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
