import type { OrderKind, OrderStatus } from '#contracts/orders'
import type { KitchenBoard, KitchenStop, KitchenTask } from '#contracts/orders/kitchen'
import { maskNumbersIn } from '#domains/customers'
import { findShops, findStaffNames } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { orderNumber } from '../taking/order-desk.ts'
import { type BoardTask, type StopOnTask, stopsInKitchen } from './board-data.ts'
import { clashes, isHarmful } from './clashes.ts'
import { isSlow, planShop, type ShopPlan } from './shop-plan.ts'
import { slowOrders } from './slow-orders.ts'

/**
 * What a kitchen has to do now (O2, G1): dishes, options, notes and taboos, by station and person; never for whom and where to.
 * Errors: orders.notFound for a shop out of reach.
 */
export function readBoard(ctx: Ctx, shopId: string): Promise<KitchenBoard> {
  if (!covers(scopeOf(ctx.actor, 'orders.cook'), { shopId })) throw orderErrors.notFound()
  return ctx.transaction(async (tx) => {
    const now = ctx.now()
    const [shops, { playbook }, plan, stops] = await Promise.all([
      findShops(tx, [shopId]),
      playbookInForce(tx),
      planShop(tx, shopId, now),
      stopsInKitchen(tx, shopId),
    ])
    const shop = shops.get(shopId)
    if (!shop) throw orderErrors.notFound()
    const holders = plan.tasks.flatMap((t) => plan.planned.get(t.id)?.staffId ?? t.staff_id ?? [])
    const names = new Map(plan.stations.flatMap((s) => s.people.map((p) => [p.id, p.name] as const)))
    const others = [...new Set(holders)].filter((id) => !names.has(id))
    for (const [id, name] of await findStaffNames(tx, others)) names.set(id, name)
    const stopped = new Set(stops.flatMap((s) => s.task_id ?? []))
    return {
      shopId,
      shopName: shop.name,
      now: now.toISOString(),
      check: playbook.orders.check,
      stations: plan.stations,
      tasks: plan.tasks.map((task) => viewTask(task, plan, names, stopped)),
      slow: slowOrders(plan, now).map(({ tasks: _tasks, expectedAt: _at, ...slow }) => ({
        ...slow,
        number: orderNumber(slow),
        promisedAt: slow.promisedAt.toISOString(),
        proposedAt: slow.proposedAt?.toISOString() ?? null,
      })),
      stops: viewStops(stops, plan.tasks),
      mayPromise: covers(scopeOf(ctx.actor, 'orders.handle'), { shopId }),
    }
  })
}

function viewTask(
  task: BoardTask,
  { planned }: ShopPlan,
  names: ReadonlyMap<string, string>,
  stopped: ReadonlySet<string>,
): KitchenTask {
  const plan = planned.get(task.id)
  const staffId = plan ? plan.staffId : task.staff_id
  const wishes = [task.note, task.order_note].map(maskNumbersIn)
  const taboos = [...new Set([...task.taboos, ...wishes.filter(isHarmful)])]
  const [note, orderNote] = wishes.map((wish) => (isHarmful(wish) ? '' : wish))
  const expectedAt = plan?.expectedAt ?? task.made_at ?? task.expected_at
  return {
    id: task.id,
    orderId: task.order_id,
    number: orderNumber(task),
    orderKind: task.kind as OrderKind,
    orderStatus: task.status as OrderStatus,
    stationId: task.station_id,
    state: task.state,
    name: task.name,
    quantity: task.quantity,
    options: task.option_words,
    note: note!,
    orderNote: orderNote!,
    taboos,
    allergens: task.allergens,
    clash: clashes(task.allergens, taboos),
    makeS: task.make_s,
    startBy: task.start_by.toISOString(),
    dueAt: task.due_at.toISOString(),
    expectedAt: expectedAt.toISOString(),
    startedAt: task.started_at?.toISOString() ?? null,
    madeAt: task.made_at?.toISOString() ?? null,
    staffId,
    staffName: names.get(staffId ?? '') ?? '',
    fixed: task.fixed,
    rework: task.rework,
    backReason: task.back_reason,
    slow: plan ? isSlow(task, plan.expectedAt) : false,
    stopped: stopped.has(task.id),
    later: plan?.later ?? false,
  }
}

function viewStops(rows: readonly StopOnTask[], tasks: readonly BoardTask[]): KitchenStop[] {
  return [...Map.groupBy(rows, (row) => row.id).values()].map((lines) => {
    const { id, what, reason, at } = lines[0]!
    const hit = new Set(lines.map((l) => l.task_id))
    return {
      id,
      what,
      reason,
      at: at.toISOString(),
      tasks: tasks
        .filter((t) => hit.has(t.id))
        .map((t) => ({ id: t.id, number: orderNumber(t), name: t.name, state: t.state })),
    }
  })
}
