import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { OrderOrigin, OrderStatus } from '#contracts/orders'
import type {
  SettledOrder,
  SettledOrderPage,
  SettledOrdersQuery,
  SettledSums,
  Settlement,
  SettlementQuery,
} from '#contracts/orders/settlement'
import { findShops, loadRoster } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import { orderNumber } from '../taking/order-desk.ts'
import { paidMinor } from '../taking/order-money.ts'
import { type Money, moneyOf } from './money-of.ts'
import * as data from './settlement-data.ts'

/** A month of the books: by day, shop and source, beside the one before (G1). */
export function readSettlement(ctx: Ctx, query: z.infer<typeof SettlementQuery>): Promise<Settlement> {
  return ctx.reading(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.readSettlement')
    const { zone } = await loadRoster(tx, new Date(0))
    const { month, span, before } = monthOf(query.month, ctx.now(), zone)
    const own = { ...span, shop: query.shop }
    const [days, shops, sources, earlier, { playbook }] = await Promise.all([
      data.settledBy(tx, scope, own, 'day'),
      data.settledBy(tx, scope, own, 'shop_id'),
      data.settledBy(tx, scope, own, 'source'),
      data.settledBy(tx, scope, { ...before, shop: query.shop }, 'source'),
      playbookInForce(tx),
    ])
    const names = await findShops(
      tx,
      shops.map((s) => s.shop_id),
    )
    return {
      month,
      currency: playbook.compensation.currency,
      sums: sumsOf(sources),
      before: sumsOf(earlier),
      days: days.map((d) => ({ day: d.day, ...view(d) })),
      shops: shops
        .map((s) => ({ id: s.shop_id, name: names.get(s.shop_id)?.name ?? '', ...view(s) }))
        .sort((a, b) => b.totalMinor - a.totalMinor),
      sources: sources
        .map((s) => ({ source: s.source as OrderOrigin, ...view(s) }))
        .sort((a, b) => b.totalMinor - a.totalMinor),
      rows: scopeOf(ctx.actor, 'orders.readSettledOrders') !== null,
    }
  })
}

/**
 * First and last day of a month, and the same stretch of the one before: of the running month only as far as today.
 * Shape: days as `2026-11-22`.
 */
export function monthOf(asked: string | undefined, now: Date, zone: string) {
  const today = DateTime.fromJSDate(now, { zone })
  const first = asked ? DateTime.fromISO(`${asked}-01`, { zone }) : today.startOf('month')
  const runs = today.hasSame(first, 'month')
  const last = first.endOf('month')
  const earlier = first.minus({ months: 1 })
  const until = runs
    ? earlier.set({ day: Math.min(today.day, earlier.daysInMonth!) })
    : earlier.endOf('month')
  return {
    month: first.toFormat('yyyy-MM'),
    span: { from: first.toISODate()!, to: last.toISODate()! },
    before: { from: earlier.toISODate()!, to: until.toISODate()! },
  }
}

export function view(money: Money): SettledSums {
  return {
    orders: money.orders,
    cancelled: money.cancelled,
    totalMinor: money.total_minor,
    discountMinor: money.discount_minor,
    deliveryFeeMinor: money.delivery_fee_minor,
    receivedMinor: money.received_minor,
    refundedMinor: money.refunded_minor,
  }
}

function sumsOf(rows: readonly Money[]): SettledSums {
  const sum = (key: keyof Money) => rows.reduce((n, row) => n + row[key], 0)
  const keys = Object.keys(moneyOf(null)) as (keyof Money)[]
  return view(Object.fromEntries(keys.map((key) => [key, sum(key)])) as Money)
}

/** The orders placed on one day, newest first: numbers and amounts, nobody's name (G1). Errors: http.badInput for a strange cursor. */
export function readSettledOrders(
  ctx: Ctx,
  { day, shop, cursor, limit }: z.infer<typeof SettledOrdersQuery>,
): Promise<z.infer<typeof SettledOrderPage>> {
  return ctx.reading(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.readSettledOrders')
    const { zone } = await loadRoster(tx, new Date(0))
    const from = DateTime.fromISO(day, {
      zone: shop ? ((await findShops(tx, [shop])).get(shop)?.zone ?? zone) : zone,
    })
    if (!from.isValid) throw httpErrors.badInput({ problem: 'day' }, 'day')
    const span = { from: from.toJSDate(), to: from.plus({ days: 1 }).toJSDate(), shop }
    const rows = await data.settledOrders(tx, scope, span, placeIn(cursor), limit + 1)
    const shown = rows.slice(0, limit)
    const shops = await findShops(tx, [...new Set(shown.map((row) => row.shop_id))])
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => rowOf(row, shops.get(row.shop_id)?.name ?? '')),
      next: last ? `${last.placed_at.toISOString()}~${last.id}` : null,
    }
  })
}

function rowOf(row: data.SettledRow, shopName: string): SettledOrder {
  return {
    id: row.id,
    number: orderNumber(row),
    externalId: row.external_id,
    shopName,
    source: row.source as OrderOrigin,
    status: row.status as OrderStatus,
    placedAt: row.placed_at.toISOString(),
    totalMinor: row.total_minor,
    receivedMinor: paidMinor(row),
    refundedMinor: row.refunded_minor,
  }
}

function placeIn(cursor: string | undefined): { at: Date; id: string } | null {
  if (!cursor) return null
  const [at = '', id = ''] = cursor.split('~')
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  return { at: new Date(at), id }
}
