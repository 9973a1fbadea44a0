import { noteOrder, refillFacts } from '#domains/customers'
import type { Ctx, Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { standing } from './know-customer.ts'
import { ordersAfter } from './refill-data.ts'

const AT_ONCE = 1000

/** Orders of before the customers' figures are said to them, once. */
export function sweepPastOrders(services: Services): Promise<number> {
  return refillFacts(services, 'orders', sayOrders)
}

async function sayOrders(tx: Tx, ctx: Ctx, after: string): Promise<string | null> {
  const found = await ordersAfter(tx, after, AT_ONCE)
  const counted = found.filter((order) => order.customer_id && order.status !== 'draft')
  await noteOrder(
    tx,
    ctx,
    counted.map((order) => standing(order, order.items)),
  )
  return found.at(-1)?.id ?? null
}
