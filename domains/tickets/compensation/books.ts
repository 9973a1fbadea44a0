import { DateTime } from 'luxon'
import type { z } from 'zod'
import type {
  CompensationQuery,
  CompensationTotals,
  ExportCompensation,
  IssuedPage,
  IssuedRow,
  SettleCompensation,
  TotalsQuery,
} from '#contracts/tickets/compensation'
import { compensationSettled } from '#contracts/tickets/compensation'
import { refundsGiven } from '#domains/orders'
import { findShops, findStaffNames, loadRoster } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { type Scope, scopeOf } from '#platform/permissions'
import * as data from './books-data.ts'
import { updateCompensation } from './compensation-data.ts'
import { compensationErrors } from './errors.ts'

const READ = 'tickets.readCompensation'
const MONTHS_SHOWN = 12

/** Executives see sums of everything and single rows of nothing (G1): the reach of the person's other roles. */
function rowScope(ctx: Ctx): Scope | null {
  const { actor } = ctx
  if (actor.kind !== 'staff') return null
  return scopeOf({ ...actor, grants: actor.grants.filter((g) => g.role !== 'executive') }, READ)
}

/** What was issued, newest first: for the books, without customer and content (G1). No rows for whoever sees sums only. */
export function listIssued(
  ctx: Ctx,
  query: z.infer<typeof CompensationQuery>,
): Promise<z.infer<typeof IssuedPage>> {
  return ctx.reading(async (tx) => {
    const scope = rowScope(ctx)
    if (!scope) return { rows: [], next: null }
    const filter = await filterOf(tx, query)
    const rows = await data.issuedRows(tx, scope, filter, readCursor(query.cursor), query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      rows: await viewRows(tx, shown),
      next: rows.length > shown.length && last ? `${last.issued_at.toISOString()}~${last.id}` : null,
    }
  })
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const [at = '', id = ''] = cursor?.split('~') ?? []
  const date = new Date(at)
  return id && !Number.isNaN(date.getTime()) ? { at: date, id } : null
}

async function filterOf(
  tx: Tx,
  { month, shop, kind, settled }: Omit<ExportCompensation, 'format'>,
): Promise<data.BookFilter> {
  if (!month) return { shop, kind, settled }
  const begin = DateTime.fromISO(`${month}-01`, { zone: await zoneOf(tx) })
  return { from: begin.toJSDate(), to: begin.plus({ months: 1 }).toJSDate(), shop, kind, settled }
}

async function zoneOf(tx: Tx): Promise<string> {
  return (await loadRoster(tx, new Date(0))).zone
}

async function viewRows(tx: Tx, rows: readonly data.BookRow[]): Promise<IssuedRow[]> {
  const people = rows.flatMap((r) => [r.proposed_by, ...r.approvers, ...(r.settled_by ? [r.settled_by] : [])])
  const names = await findStaffNames(tx, [...new Set(people)])
  const shops = await findShops(tx, [...new Set(rows.flatMap((r) => r.shop_id ?? []))])
  const name = (id: string) => names.get(id) ?? ''
  return rows.map((row) => ({
    id: row.id,
    number: `HY-${row.number}`,
    shop: row.shop_id ? { id: row.shop_id, name: shops.get(row.shop_id)?.name ?? '' } : null,
    kind: row.kind as IssuedRow['kind'],
    amountMinor: row.amount_minor,
    points: row.points,
    currency: row.currency,
    proposedBy: name(row.proposed_by),
    approvers: row.approvers.map(name),
    proposedAt: row.proposed_at.toISOString(),
    issuedAt: row.issued_at.toISOString(),
    settled: row.settled_at
      ? { at: row.settled_at.toISOString(), by: name(row.settled_by ?? ''), reference: row.reference }
      : null,
  }))
}

/** Sums of a month, by shop and by kind, and of the twelve months up to it. */
export function readTotals(ctx: Ctx, query: z.infer<typeof TotalsQuery>): Promise<CompensationTotals> {
  return ctx.reading(async (tx) => {
    const scope = scopeOf(ctx.actor, READ)
    const zone = await zoneOf(tx)
    const month = query.month ?? DateTime.fromJSDate(ctx.now(), { zone }).toFormat('yyyy-MM')
    const filter = await filterOf(tx, { ...query, month })
    const first = DateTime.fromISO(`${month}-01`, { zone }).minus({ months: MONTHS_SHOWN - 1 })
    const [sums, onOrders, unpaid, months, { playbook }] = await Promise.all([
      data.sumsOf(tx, scope, filter),
      givenOnOrders(tx, scope, filter),
      data.sumsOf(tx, scope, { ...filter, settled: 'no' }),
      data.sumsByMonth(tx, scope, { ...filter, from: first.toJSDate() }, zone),
      playbookInForce(tx),
    ])
    const ids = [...new Set([...sums.map((s) => s.shop_id), ...onOrders.keys()])]
    const shops = await findShops(
      tx,
      ids.filter((id) => id !== null),
    )
    const { currency, shopMonthMinor } = playbook.compensation
    return {
      month,
      currency,
      ...total(sums),
      unpaidCount: total(unpaid).count,
      unpaidMinor: total(unpaid).amountMinor,
      rows: rowScope(ctx) !== null,
      shops: ids
        .map((id) => ({
          shop: id ? { id, name: shops.get(id)?.name ?? '' } : null,
          ...total(sums.filter((s) => s.shop_id === id)),
          onOrdersMinor: id ? (onOrders.get(id) ?? 0) : 0,
          budgetMinor: id ? (shopMonthMinor ?? null) : null,
        }))
        .sort((a, b) => b.amountMinor + b.onOrdersMinor - a.amountMinor - a.onOrdersMinor),
      kinds: [...Map.groupBy(sums, (s) => s.kind)]
        .map(([kind, own]) => ({ kind: kind as IssuedRow['kind'], ...total(own) }))
        .sort((a, b) => b.amountMinor - a.amountMinor),
      months: Array.from({ length: MONTHS_SHOWN }, (_, i) => {
        const key = first.plus({ months: i }).toFormat('yyyy-MM')
        const found = months.find((m) => m.month === key)
        return { month: key, count: found?.count ?? 0, amountMinor: Number(found?.amount ?? 0) }
      }),
    }
  })
}

/** By shop, what was given back straight on orders; none of another kind than a refund. */
async function givenOnOrders(
  tx: Tx,
  scope: Scope | null,
  { from, to, shop, kind }: data.BookFilter,
): Promise<Map<string, number>> {
  if (!from || !to || (kind && kind !== 'refund')) return new Map()
  const given = await refundsGiven(tx, scope, { from, to, shopId: shop })
  return new Map(given.map(({ shopId, amountMinor }) => [shopId, amountMinor]))
}

function total(sums: readonly data.SumRow[]): { count: number; amountMinor: number } {
  return {
    count: sums.reduce((n, s) => n + s.count, 0),
    amountMinor: sums.reduce((n, s) => n + Number(s.amount), 0),
  }
}

/**
 * A refund is paid: finance's own reference, once.
 * Errors: compensation.notFound, onlyRefunds, alreadySettled (with another reference; the same one changes nothing).
 */
export function settleCompensation(
  ctx: Ctx,
  id: string,
  { reference }: z.infer<typeof SettleCompensation>,
): Promise<IssuedRow> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'tickets.settleCompensation')
    const row = await data.lockIssued(tx, scope, id)
    if (!row) throw compensationErrors.notFound()
    if (row.kind !== 'refund') throw compensationErrors.onlyRefunds()
    if (row.settled_at && row.reference !== reference) throw compensationErrors.alreadySettled()
    if (!row.settled_at) {
      const settled_by = staffOf(ctx).staffId
      await updateCompensation(tx, id, { settled_at: ctx.now(), settled_by, reference })
      await audit(tx, ctx, {
        action: 'tickets.settleCompensation',
        subjectKind: 'ticket',
        subjectId: row.ticket_id,
        subject: `HY-${await data.ticketNumber(tx, row.ticket_id)}`,
        data: { id, reference, amountMinor: row.amount_minor, currency: row.currency },
      })
      await publish(tx, ctx, eventRow(compensationSettled, { ticketId: row.ticket_id, compensationId: id }))
    }
    const [shown] = await viewRows(tx, await data.issuedRows(tx, scope, { id }, null, 1))
    return shown!
  })
}

/** The same rows in pages of `size`, for the export. */
export async function* issuedInPages(
  ctx: Ctx,
  query: Omit<ExportCompensation, 'format'>,
  size: number,
): AsyncGenerator<IssuedRow[]> {
  const scope = rowScope(ctx)
  if (!scope) return
  let after: { at: Date; id: string } | null = null
  for (;;) {
    const from: typeof after = after
    const rows = await ctx.reading(async (tx) => {
      const found = await data.issuedRows(tx, scope, await filterOf(tx, query), from, size)
      const last = found.at(-1)
      return { views: await viewRows(tx, found), last: last ? { at: last.issued_at, id: last.id } : null }
    })
    if (rows.views.length) yield rows.views
    if (rows.views.length < size || !rows.last) return
    after = rows.last
  }
}
