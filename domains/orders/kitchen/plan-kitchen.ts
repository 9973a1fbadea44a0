import { v7 as uuidv7 } from 'uuid'
import type { OrderDesk } from '../taking/order-desk.ts'
import type { StationLoad } from '../taking/promise-time.ts'
import { insertTasks } from './plan-data.ts'

/**
 * Gives every line of a confirmed order to its station (O2): ready when the order must leave the counter, begun early enough for it.
 * Shape: a shop without that station still has the task; it stands under none until somebody takes it.
 */
export async function planKitchen(
  desk: OrderDesk,
  stations: readonly (StationLoad & { id: string })[],
  readyBy: Date,
): Promise<void> {
  const { order, items, tx, now } = desk
  await insertTasks(
    tx,
    items.map((item) => {
      const workMs = item.make_s * item.quantity * 1000
      const startBy = new Date(Math.max(now.getTime(), readyBy.getTime() - workMs))
      return {
        brand_id: order.brand_id,
        id: uuidv7(),
        order_id: order.id,
        order_item_id: item.id,
        shop_id: order.shop_id,
        station_id: stations.find((s) => s.key === item.station)?.id ?? null,
        state: 'waiting',
        quantity: item.quantity,
        make_s: item.make_s,
        start_by: startBy,
        due_at: readyBy,
        expected_at: new Date(startBy.getTime() + workMs),
        updated_at: now,
      }
    }),
  )
}
