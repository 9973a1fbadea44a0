import { orderLate } from '#contracts/orders'
import { type Ctx, type Services, systemContext } from '#platform/context'
import { dueShops } from '../due-data.ts'
import { promiseAnew } from '../taking/order-deeds.ts'
import {
  ANY_ORDER,
  addTrace,
  type OrderDesk,
  openOrder,
  recordOrder,
  saveOrder,
  tellOrder,
  unwarn,
  warn,
} from '../taking/order-desk.ts'
import { type BoardTask, markWarned, savePlan, unmarkWarned } from './board-data.ts'
import { planShop, type ShopPlan } from './shop-plan.ts'
import { type Slow, slowOrders } from './slow-orders.ts'

const AT_ONCE = 40
/** A forecast that moves by less is not written again. */
const NOTABLE_MS = 60_000

/** Plans every kitchen in which something has changed, and announces what will not be ready in time (O2). */
export async function sweepKitchens(services: Services): Promise<number> {
  const due = await dueShops(services.db.open, 'kitchens_due', services.now(), AT_ONCE)
  for (const { brand_id, shop_id } of due) {
    const ctx = systemContext(services, brand_id)
    const plan = await ctx.transaction(async (tx) => {
      const made = await planShop(tx, shop_id, ctx.now())
      await savePlan(tx, { brandId: brand_id, shopId: shop_id, at: ctx.now() }, changesOf(made))
      return made
    })
    await announce(ctx, plan)
  }
  return due.length
}

function changesOf({ tasks, planned }: ShopPlan) {
  return tasks.flatMap((task) => {
    const plan = planned.get(task.id)
    if (!plan) return []
    const same = plan.staffId === task.staff_id && plan.expectedAt.getTime() === task.expected_at.getTime()
    if (same) return []
    return [{ id: task.id, staffId: plan.staffId, expectedAt: plan.expectedAt, updatedAt: task.updated_at }]
  })
}

async function announce(ctx: Ctx, plan: ShopPlan): Promise<void> {
  const slow = new Map(slowOrders(plan, ctx.now()).map((s) => [s.orderId, s]))
  const orders = new Map(plan.tasks.map((task) => [task.order_id, task]))
  for (const [orderId, task] of orders) {
    const found = slow.get(orderId)
    if (found ? worthSaying(task, found) : task.warnings.includes('slow')) await settle(ctx, orderId, found)
  }
}

function worthSaying(task: BoardTask, found: Slow): boolean {
  if (!task.warnings.includes('slow') && !task.warnings.includes('late')) return true
  const known = task.order_expected_at?.getTime() ?? 0
  return Math.abs(found.expectedAt.getTime() - known) >= NOTABLE_MS
}

/** Somebody who has the order in hand at this moment is not disturbed: the next round comes in seconds. */
function settle(ctx: Ctx, orderId: string, found: Slow | undefined): Promise<void> {
  return ctx.transaction(async (tx) => {
    const desk = await openOrder(ctx, tx, orderId, ANY_ORDER, { skipLocked: true })
    if (!desk?.order.promised_at || desk.order.closed_at) return
    if (found) await markSlow(desk, found)
    else {
      // A door that will be reached too late is the riders' warning: it stays when the kitchen is in time.
      if (!(await unmarkWarned(tx, orderId))) return
      unwarn(desk, 'slow')
      desk.order.expected_at = desk.order.promised_at
    }
    await saveOrder(desk)
  })
}

async function markSlow(desk: OrderDesk, found: Slow): Promise<void> {
  const { order, tx } = desk
  order.expected_at = found.expectedAt
  // What is late already needs no announcement that it will be.
  if (!order.warnings.includes('late') && warn(desk, 'slow')) {
    await markWarned(tx, found.tasks, desk.now)
    addTrace(desk, 'slow', {
      item: found.item,
      station: found.station,
      expectedAt: found.expectedAt.toISOString(),
      promisedAt: found.promisedAt.toISOString(),
      lateMin: Math.max(0, Math.ceil((found.expectedAt.getTime() - found.promisedAt.getTime()) / 60_000)),
      ...(found.proposedAt ? { proposedAt: found.proposedAt.toISOString() } : {}),
      reason: found.reason,
    })
    tellOrder(desk, orderLate, { reason: 'slow' })
  }
  const mayTell = desk.playbook.playbook.orders.tellLate === 'auto'
  if (!mayTell || !found.proposedAt || found.proposedAt <= order.promised_at!) return
  await promiseAnew(desk, found.proposedAt, found.reason, true)
  recordOrder(desk, 'orders.promise', { at: found.proposedAt.toISOString(), reason: found.reason })
}
