import { type Services, systemContext } from '#platform/context'
import { dueOrders } from '../due-data.ts'
import { ANY_ORDER, addTrace, type OrderDesk, openOrder, saveOrder } from '../taking/order-desk.ts'
import { tellCustomer } from '../taking/tell-customer.ts'
import { aftercareOf, setAftercare } from './aftercare-data.ts'

const AT_ONCE = 200

/** Asks whoever was treated how the skin is, on the days of the playbook, once each. What was slept over is not asked twice: only the latest day counts. */
export async function sweepAftercare(services: Services): Promise<number> {
  const due = await dueOrders(services.db.open, 'aftercare_due', services.now(), AT_ONCE)
  for (const { brand_id, order_id } of due) {
    const ctx = systemContext(services, brand_id)
    await ctx.transaction(async (tx) => {
      const desk = await openOrder(ctx, tx, order_id, ANY_ORDER, { skipLocked: true })
      if (!desk) return
      await ask(desk)
      await saveOrder(desk)
    })
  }
  return due.length
}

async function ask(desk: OrderDesk): Promise<void> {
  const { tx, order, now } = desk
  const due = (await aftercareOf(tx, order.id)).filter((row) => row.state === 'due' && row.due_at <= now)
  const latest = due.at(-1)
  if (!latest) return
  for (const row of due) if (row !== latest) await setAftercare(tx, row.id, { state: 'skipped' })
  const way = await tellCustomer(desk, 'aftercare', { day: String(latest.day) })
  await setAftercare(tx, latest.id, { state: 'asked', asked_at: now, way })
  addTrace(desk, 'aftercare', { what: 'asked', day: latest.day })
}
