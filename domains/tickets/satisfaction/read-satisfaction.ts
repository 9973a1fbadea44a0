import type { z } from 'zod'
import {
  FEW_RATINGS,
  type RatingPage,
  type RatingsQuery,
  type Satisfaction,
  type SatisfactionBy,
  type SatisfactionQuery,
} from '#contracts/tickets/followup'
import { findShops, findStaffNames } from '#domains/people'
import { playbookInForce, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import { categoryName } from '../inbox/list-tickets.ts'
import * as data from './satisfaction-data.ts'

const DAY_MS = 86_400_000
const PAGE = 40
type PlaybookOf = Awaited<ReturnType<typeof playbookInForce>>['playbook']

/** F3: how content customers were in the last days, and where least; with the days before for comparison. */
export function readSatisfaction(ctx: Ctx, query: SatisfactionQuery): Promise<Satisfaction> {
  return ctx.transaction(async (tx) => {
    const range = rangeOf(ctx, query)
    const span = range.to.getTime() - range.from.getTime()
    const earlier = { ...range, to: range.from, from: new Date(range.from.getTime() - span) }
    const [total, before, groups, reasons, { playbook }] = await Promise.all([
      data.totalOf(tx, range),
      data.totalOf(tx, earlier),
      data.groupsOf(tx, range, query.by, FEW_RATINGS),
      data.reasonsOf(tx, range),
      playbookInForce(tx),
    ])
    const names = await namesOf(tx, ctx, playbook, query.by, groups)
    return {
      total: { ...figures(total), stars: total.stars, before: figures(before) },
      rows: groups.map((group) => ({
        ...figures(group),
        key: group.key ?? 'none',
        name: names.get(group.key ?? '') ?? '',
        stars: group.stars,
        few: group.count < FEW_RATINGS,
      })),
      reasons: reasons.map(({ key, count }) => ({ key, count, label: reasonLabel(ctx, playbook, key) })),
    }
  })
}

/** The single ratings behind the figures. Errors: http.badInput for a cursor that is not ours. */
export function listRatings(
  ctx: Ctx,
  query: z.infer<typeof RatingsQuery>,
): Promise<z.infer<typeof RatingPage>> {
  return ctx.transaction(async (tx) => {
    const group =
      query.by && query.key !== undefined
        ? { by: query.by, key: query.key === 'none' ? null : query.key }
        : null
    const after = query.cursor ? readCursor(query.cursor) : null
    const rows = await data.ratingsOf(tx, rangeOf(ctx, query), group, after, PAGE)
    const page = rows.slice(0, PAGE)
    const last = rows.length > PAGE ? page.at(-1) : undefined
    const [{ playbook }, shops, people] = await Promise.all([
      playbookInForce(tx),
      findShops(tx, ids(page.map((r) => r.shop_id))),
      findStaffNames(tx, ids(page.map((r) => r.staff_id))),
    ])
    return {
      ratings: page.map((row) => ({
        ticketId: row.ticket_id,
        cycle: row.cycle,
        number: `HY-${row.number}`,
        title: row.title,
        stars: row.stars,
        reasons: row.reasons.map((key) => reasonLabel(ctx, playbook, key)),
        words: row.words,
        via: row.via as 'page',
        at: row.at.toISOString(),
        staff: row.staff_id ? { id: row.staff_id, name: people.get(row.staff_id) ?? '' } : null,
        shop: row.shop_id ? { id: row.shop_id, name: shops.get(row.shop_id)?.name ?? '' } : null,
      })),
      next: last ? makeCursor({ stars: last.stars, at: last.at, ticketId: last.ticket_id }) : null,
    }
  })
}

function rangeOf(ctx: Ctx, query: { days: string; shop?: string | undefined }): data.Range {
  const to = ctx.now()
  const from = new Date(to.getTime() - Number(query.days) * DAY_MS)
  return { scope: scopeOf(ctx.actor, 'tickets.readSatisfaction'), from, to, shop: query.shop }
}

function figures({ count, sum }: data.Group): { count: number; average: number | null } {
  return { count, average: count ? Math.round((sum / count) * 100) / 100 : null }
}

async function namesOf(
  tx: Tx,
  ctx: Ctx,
  playbook: PlaybookOf,
  by: SatisfactionBy,
  groups: data.Group[],
): Promise<Map<string, string>> {
  const keys = ids(groups.map((g) => g.key))
  if (by === 'shop') return new Map([...(await findShops(tx, keys))].map(([id, shop]) => [id, shop.name]))
  if (by === 'person') return findStaffNames(tx, keys)
  if (by === 'category') return new Map(keys.map((key) => [key, categoryName(playbook, key, ctx.locale)]))
  return new Map(playbook.teams.map((team) => [team.key, say(team.name, ctx.locale)]))
}

function reasonLabel(ctx: Ctx, { closing }: PlaybookOf, key: string): string {
  const found = closing.ratingReasons.find((r) => r.key === key)
  return found ? say(found.label, ctx.locale) : key
}

function ids(list: (string | null)[]): string[] {
  return [...new Set(list.filter((id): id is string => id !== null && id !== ''))]
}

function makeCursor({ stars, at, ticketId }: data.RatingAfter): string {
  return Buffer.from(JSON.stringify([stars, at.toISOString(), ticketId])).toString('base64url')
}

function readCursor(text: string): data.RatingAfter {
  try {
    const [stars, iso, ticketId] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [
      number,
      string,
      string,
    ]
    const at = new Date(iso)
    if (!Number.isInteger(stars) || Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(ticketId))
      throw new Error('not a cursor')
    return { stars, at, ticketId }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
