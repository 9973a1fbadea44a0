import { v7 as uuidv7 } from 'uuid'
import {
  type OrderKind,
  type OrderStatus,
  orderChanged,
  orderMoved,
  type TraceKind,
  ticketOrderKnown,
} from '#contracts/orders'
import { type PlaybookInForce, playbookVersion } from '#domains/playbook'
import { type AuditFact, audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type EventRow, eventRow, publish } from '#platform/events/publish'
import { type Scope, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { move, OVER } from '../lifecycle.ts'
import { ticketIdsOfOrder } from '../links/link-data.ts'
import { noteMoney } from '../settlement/fold-money.ts'
import * as data from './order-data.ts'

/** One order in somebody's hands for the length of one deed: loaded and locked once, changed in memory, saved with its trace, events and audit. */
export type OrderDesk = {
  ctx: Ctx
  tx: Tx
  now: Date
  order: data.OrderData
  /** As it was when it was taken up; null: it is new. */
  before: data.OrderData | null
  items: data.ItemData[]
  playbook: PlaybookInForce
  trace: data.NewTrace[]
  events: EventRow[]
  audits: AuditFact[]
  /** Who acts, where that is not the actor: a platform's push is read by the system. */
  by?: 'platform' | undefined
}

export const ANY_ORDER: Scope = { shops: 'all', own: false, staffId: null }
export const orderNumber = (order: { number: number }): string => `D${order.number}`

/** Does one deed on one order within the actor's reach for `action`. Errors: orders.notFound when it is out of reach. */
export function atOrder<T>(
  ctx: Ctx,
  id: string,
  action: string,
  work: (desk: OrderDesk) => Promise<T> | T,
): Promise<T> {
  return ctx.transaction(async (tx) => {
    const desk = await openOrder(ctx, tx, id, scopeOf(ctx.actor, action))
    if (!desk) throw orderErrors.notFound()
    const result = await work(desk)
    await saveOrder(desk)
    return result
  })
}

export async function openOrder(
  ctx: Ctx,
  tx: Tx,
  id: data.OrderId,
  scope: Scope | null,
  more: { skipLocked?: boolean } = {},
): Promise<OrderDesk | null> {
  const [order, items] = await Promise.all([data.lockOrder(tx, scope, id, more), data.itemsOf(tx, id)])
  return order ? deskFor(ctx, tx, order, items) : null
}

export async function deskFor(
  ctx: Ctx,
  tx: Tx,
  order: data.OrderData,
  items: data.ItemData[],
): Promise<OrderDesk> {
  const playbook = await playbookVersion(tx, order.playbook_version_id)
  const before = { ...order }
  return { ctx, tx, now: ctx.now(), order, before, items, playbook, trace: [], events: [], audits: [] }
}

export async function saveOrder(desk: OrderDesk): Promise<void> {
  const { ctx, tx, order } = desk
  order.updated_at = desk.now
  if (desk.trace.length && !desk.events.length) tellOrder(desk, orderChanged, {})
  await tellTickets(desk)
  await Promise.all([
    data.updateOrder(tx, order.id, order),
    data.insertTrace(tx, desk.trace),
    noteMoney(tx, desk.before, order, desk.now),
    publish(tx, ctx, ...desk.events),
    audit(tx, ctx, ...desk.audits),
  ])
}

/** Trace lines after which more is known of what somebody complained about: what went into it, and who brought it. */
const TELLS_MORE: readonly TraceKind[] = ['batches', 'dispatched']

async function tellTickets(desk: OrderDesk): Promise<void> {
  if (!desk.trace.some(({ kind }) => TELLS_MORE.includes(kind as TraceKind))) return
  for (const { ticket_id: ticketId } of await ticketIdsOfOrder(desk.tx, desk.order.id))
    tellOrder(desk, ticketOrderKnown, { ticketId })
}

const BY = { staff: 'staff', customer: 'customer', api_key: 'platform', system: 'system' } as const

/** One line of the trace, by whoever acts (O5). `at` is when it happened, if that is not now: a screen that was offline says so later. */
export function addTrace(
  desk: OrderDesk,
  kind: TraceKind,
  facts: Record<string, unknown> = {},
  at: Date = desk.now,
): string {
  const { actor } = desk.ctx
  const id = uuidv7()
  desk.trace.push({
    brand_id: desk.order.brand_id,
    id,
    order_id: desk.order.id,
    at,
    kind,
    by_kind: desk.by ?? BY[actor.kind],
    by_staff: actor.kind === 'staff' ? actor.staffId : null,
    data: facts,
  })
  return id
}

const REACHED: Partial<Record<OrderStatus, 'confirmed_at' | 'preparing_at' | 'ready_at' | 'delivered_at'>> = {
  confirmed: 'confirmed_at',
  preparing: 'preparing_at',
  ready: 'ready_at',
  delivered: 'delivered_at',
}

/** Moves the order by the one table, with its line in the trace, its event and its audit entry (O1). Errors: orders.illegalMove. */
export function setStatus(
  desk: OrderDesk,
  to: OrderStatus,
  facts: Record<string, unknown> = {},
  at = desk.now,
): void {
  const { order } = desk
  const from = order.status as OrderStatus
  if (from === to) return
  order.status = move(from, to, order.kind as OrderKind)
  const reached = REACHED[to]
  if (reached) order[reached] ??= at
  if (to === 'delivered')
    order.review_ask_at = new Date(at.getTime() + desk.playbook.playbook.orders.reviewAfterMin * 60_000)
  order.closed_at = OVER.includes(order.status as OrderStatus) ? (order.closed_at ?? at) : null
  if (order.closed_at) {
    order.contact_by = null
    order.warnings = []
  }
  addTrace(desk, 'moved', { from, to, ...facts }, at)
  desk.events.push(eventRow(orderMoved, { orderId: order.id, from, to }, audienceOf(order)))
  recordOrder(desk, 'orders.move', { from, to, ...facts })
}

export function audienceOf(order: { shop_id: string }) {
  return { shopId: order.shop_id }
}

export function tellOrder(
  desk: OrderDesk,
  event: Parameters<typeof eventRow>[0],
  more: Record<string, unknown>,
): void {
  desk.events.push(eventRow(event, { orderId: desk.order.id, ...more }, audienceOf(desk.order)))
}

export function recordOrder(desk: OrderDesk, action: string, facts: Record<string, unknown> = {}): void {
  desk.audits.push({
    action,
    subjectKind: 'order',
    subjectId: desk.order.id,
    subject: orderNumber(desk.order),
    data: facts,
  })
}

/** A mark that lists and pages show until it is taken away. */
export function warn(desk: OrderDesk, warning: string): boolean {
  if (desk.order.warnings.includes(warning)) return false
  desk.order.warnings = [...desk.order.warnings, warning]
  return true
}

export function unwarn(desk: OrderDesk, ...warnings: string[]): void {
  desk.order.warnings = desk.order.warnings.filter((w) => !warnings.includes(w))
}
