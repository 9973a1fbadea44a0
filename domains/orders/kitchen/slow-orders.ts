import { promisedFor } from '../taking/promise-time.ts'
import type { BoardTask } from './board-data.ts'
import { isSlow, type ShopPlan } from './shop-plan.ts'
import { slowReason } from './slow-words.ts'

export type Slow = {
  orderId: string
  number: number
  summary: string
  promisedAt: Date
  /** When the customer would have it, as things stand. */
  expectedAt: Date
  /** The time that could be promised; null while the promise can still be kept. */
  proposedAt: Date | null
  /** The dish everything waits for, and where it is made. */
  item: string
  station: string
  reason: string
  tasks: string[]
}

/** The orders whose dishes come too late by the plan, the most urgent first. */
export function slowOrders({ tasks, planned, stations }: ShopPlan, now: Date): Slow[] {
  const byOrder = Map.groupBy(tasks, (task) => task.order_id)
  return [...byOrder.values()].flatMap((dishes) => {
    const timed = dishes.flatMap((task) => {
      const plan = planned.get(task.id)
      return plan ? [{ task, expectedAt: plan.expectedAt }] : []
    })
    const slow = timed.filter(({ task, expectedAt }) => isSlow(task, expectedAt))
    const last = slow.sort((a, b) => b.expectedAt.getTime() - a.expectedAt.getTime())[0]
    if (!last?.task.promised_at) return []
    const { task } = last
    return [
      {
        orderId: task.order_id,
        number: task.number,
        summary: task.summary,
        promisedAt: last.task.promised_at,
        ...forecast(task, last.expectedAt, now),
        item: task.name,
        station: stations.find((s) => s.id === task.station_id)?.name ?? task.station,
        reason: slowReason(task.locale, dishes.some((d) => d.rework > 0) ? 'rework' : 'busy'),
        tasks: slow.map((s) => s.task.id),
      },
    ]
  })
}

/** What comes after the kitchen takes as long as it was reckoned with when the order was promised. */
function forecast(
  task: Pick<BoardTask, 'promised_at' | 'due_at'>,
  readyAt: Date,
  now: Date,
): { expectedAt: Date; proposedAt: Date | null } {
  const promised = task.promised_at!
  const afterMs = Math.max(0, promised.getTime() - task.due_at.getTime())
  const expectedAt = new Date(readyAt.getTime() + afterMs)
  if (expectedAt <= promised) return { expectedAt: promised, proposedAt: null }
  const makeS = (readyAt.getTime() - now.getTime()) / 1000
  return {
    expectedAt,
    proposedAt: promisedFor(now, { makeS, afterKitchenMin: afterMs / 60_000, wantedAt: null }),
  }
}
