import { v7 as uuidv7 } from 'uuid'
import type { OrderDesk } from '../taking/order-desk.ts'
import { makeTimeS, type StationLoad } from '../taking/promise-time.ts'
import { insertTasks } from './plan-data.ts'

/**
 * Gives every line of a confirmed order to its station (O2): ready when the order must leave the counter, begun early enough for it.
 * Shape: a shop without that station still has the task; it stands under none until somebody takes it. The margin by which a task is
 *        announced as slow is the playbook's, and never more than half of what the promise left: an order in its ordinary course is quiet.
 */
export async function planKitchen(
  desk: OrderDesk,
  stations: readonly (StationLoad & { id: string })[],
  readyBy: Date,
): Promise<void> {
  const { order, items, tx, now } = desk
  const warnS = desk.playbook.playbook.orders.warnBeforeMin * 60
  const leftS = (readyBy.getTime() - now.getTime()) / 1000
  await insertTasks(
    tx,
    items.map((item) => {
      const line = { station: item.station, makeS: item.make_s, quantity: item.quantity }
      const station = stations.find((s) => s.key === item.station)
      const workS = item.make_s * Math.ceil(item.quantity / (station?.capacity ?? 1))
      const startBy = new Date(Math.max(now.getTime(), readyBy.getTime() - workS * 1000))
      const slackS = Math.max(0, leftS - Math.max(workS, makeTimeS([line], stations)))
      return {
        brand_id: order.brand_id,
        id: uuidv7(),
        order_id: order.id,
        order_item_id: item.id,
        shop_id: order.shop_id,
        station_id: station?.id ?? null,
        state: 'waiting',
        quantity: item.quantity,
        make_s: item.make_s,
        start_by: startBy,
        due_at: readyBy,
        first_due_at: readyBy,
        expected_at: new Date(startBy.getTime() + workS * 1000),
        margin_s: Math.floor(Math.min(warnS, slackS / 2)),
        updated_at: now,
      }
    }),
  )
}
