import type { z } from 'zod'
import type { OrderStatus } from '#contracts/orders'
import type { KitchenTap, TapOutcome, TapResult, TapsTaken } from '#contracts/orders/kitchen'
import { findShops, findStaffNames } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { batchesForTask } from '../menu/batch-data.ts'
import { stationsOf } from '../menu/menu-data.ts'
import type { OrderId } from '../taking/order-data.ts'
import { type OrderDesk, openOrder, orderNumber, saveOrder } from '../taking/order-desk.ts'
import { applyTap, type TapDesk, undoTap } from './apply-tap.ts'
import { type StopOnTask, stopsInKitchen } from './board-data.ts'
import { judgeTap } from './progress.ts'
import { beforeOf, findTap, insertTap, orderOfTask, saveTask, tasksOf } from './tap-data.ts'

type KitchenNow = Pick<TapDesk, 'tasks' | 'stations' | 'batches'> & {
  stops: StopOnTask[]
  names: Map<string, string>
}
type TapNow = TapDesk & KitchenNow

const KITCHEN: readonly OrderStatus[] = ['confirmed', 'preparing', 'quality_check', 'ready']

/**
 * Takes the taps of one screen in the order in which they were made (O2): each in a transaction of its own, each once by its key.
 * Shape:  a tap that no longer fits is answered with why, and the ones after it are still taken.
 * Errors: orders.notFound for a shop out of reach.
 */
export async function takeTaps(
  ctx: Ctx,
  shopId: string,
  taps: readonly KitchenTap[],
): Promise<z.infer<typeof TapsTaken>> {
  const scope = scopeOf(ctx.actor, 'orders.cook')
  if (!covers(scope, { shopId })) throw orderErrors.notFound()
  // Whoever reaches a whole brand reaches no shop of another one; a named shop is of the own brand.
  if (scope?.shops === 'all') await knownShop(ctx, shopId)
  const results: TapResult[] = []
  for (const tap of taps) results.push(await ctx.transaction((tx) => takeTap(ctx, tx, scope, shopId, tap)))
  return { now: ctx.now().toISOString(), results }
}

async function knownShop(ctx: Ctx, shopId: string): Promise<void> {
  const known = await ctx.transaction((tx) => findShops(tx, [shopId]))
  if (!known.has(shopId)) throw orderErrors.notFound()
}

async function takeTap(
  ctx: Ctx,
  tx: Tx,
  scope: Scope | null,
  shopId: string,
  tap: KitchenTap,
): Promise<TapResult> {
  const unknown = { key: tap.key, outcome: 'unknown' as const, number: '', item: '', byName: '' }
  const orderId = orderOfTask(shopId, tap.taskId)
  // The order's lock comes first: two screens, or one screen twice, follow one another.
  const [order, known, kitchen] = await Promise.all([
    openOrder(ctx, tx, orderId, scope),
    findTap(tx, tap.key),
    kitchenOf(ctx, tx, shopId, tap, orderId),
  ])
  const desk = order && deskOf(order, kitchen, tap)
  if (!desk) return unknown
  if (known) return resultOf(await withHolder(desk), known.outcome as TapOutcome)
  const before = beforeOf(desk.task)
  const outcome = await work(desk)
  const kept = insertTap(tx, {
    brand_id: order.order.brand_id,
    key: tap.key,
    task_id: desk.task.id,
    order_id: order.order.id,
    kind: tap.kind,
    at: desk.at,
    received_at: desk.now,
    by_staff: staffOf(ctx).staffId,
    outcome,
    before: outcome === 'done' ? before : null,
  })
  await Promise.all([kept, ...(outcome === 'done' ? [saveTask(tx, desk.task), saveOrder(order)] : [])])
  return resultOf(outcome === 'done' ? desk : await withHolder(desk), outcome)
}

async function work(desk: TapNow): Promise<TapOutcome> {
  const { tap, task, order } = desk
  const inKitchen = KITCHEN.includes(order.order.status as OrderStatus)
  if (tap.kind === 'undo') return undoTap(desk, inKitchen)
  const hits = desk.stops.filter((stop) => stop.task_id === task.id)
  const outcome = judgeTap(tap.kind, {
    state: task.state as 'waiting',
    mine: task.staff_id === desk.person.id,
    // What was really done before quality said stop is written down as it was.
    stopped: hits.some((hit) => hit.at <= desk.at),
    inKitchen,
  })
  if (outcome === 'done') await applyTap(tap.kind === 'take' ? await withHolder(desk) : desk, tap.kind)
  return outcome
}

/** What stands at the shop's stations of this order, what quality has stopped there, what goes into a dish that is begun, and who taps. */
async function kitchenOf(
  ctx: Ctx,
  tx: Tx,
  shopId: string,
  { kind, taskId, staffId }: KitchenTap,
  orderId: OrderId,
): Promise<KitchenNow> {
  const [tasks, stations, stops, batches, names] = await Promise.all([
    tasksOf(tx, orderId),
    stationsOf(tx, shopId),
    stopsInKitchen(tx, shopId, orderId),
    kind === 'start' ? batchesForTask(tx, shopId, taskId) : [],
    findStaffNames(tx, [staffOf(ctx).staffId, ...(staffId ? [staffId] : [])]),
  ])
  return { tasks, stations, stops, batches, names }
}

/** With the name of whoever has the dish: for an answer that says so, and for one that takes it over. */
async function withHolder(desk: TapNow): Promise<TapNow> {
  const { task, names, order } = desk
  if (!task.staff_id) return desk
  const known = names.has(task.staff_id) ? names : await findStaffNames(order.tx, [task.staff_id])
  return { ...desk, holder: known.get(task.staff_id) ?? '' }
}

/** Everything about the dish that the tap means. Shape: null when the order was planned anew and the dish is another one. */
function deskOf(order: OrderDesk, kitchen: KitchenNow, tap: KitchenTap): TapNow | null {
  const { tasks, stations, names } = kitchen
  const task = tasks.find((t) => t.id === tap.taskId)
  const item = order.items.find((i) => i.id === task?.order_item_id)
  if (!task || !item) return null
  const me = staffOf(order.ctx)
  // A screen that a whole station shares says who it is; nobody outside of the kitchen is named by it.
  const named =
    tap.staffId && stations.some((s) => s.staff_ids.includes(tap.staffId!)) ? tap.staffId : me.staffId
  const last = [task.started_at, task.made_at, task.checked_at, order.order.confirmed_at]
  const earliest = Math.max(...last.map((at) => at?.getTime() ?? 0))
  const given = new Date(tap.at).getTime()
  return {
    ...kitchen,
    order,
    task,
    item,
    tap,
    person: { id: named, name: names.get(named) ?? me.name },
    holder: '',
    now: order.now,
    at: new Date(Math.min(order.now.getTime(), Math.max(earliest, given))),
  }
}

function resultOf({ order, item, tap, holder }: TapDesk, outcome: TapOutcome): TapResult {
  return { key: tap.key, outcome, number: orderNumber(order.order), item: item.name, byName: holder }
}
