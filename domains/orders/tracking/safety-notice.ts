import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { TraceData } from '../taking/order-data.ts'
import { ANY_ORDER, addTrace, openOrder, recordOrder, saveOrder } from '../taking/order-desk.ts'

/** The order's own page: messages that can carry no words of ours (templates) lead there. */
export function orderPageLink({ origin, keys }: Pick<Ctx, 'origin' | 'keys'>, orderId: string): string {
  return `${origin}/o/${keys.tokenFor('order', orderId)}`
}

/**
 * Puts a message about safety into the order's trace and onto its page, where it stands in full (E3).
 * Shape: `way` is the kind of channel by which it went out besides; `page` when there was none.
 */
export async function noteSafety(
  tx: Tx,
  ctx: Ctx,
  orderId: string,
  said: { text: string; way: string; messageId?: string },
): Promise<void> {
  const desk = await openOrder(ctx, tx, orderId, ANY_ORDER)
  if (!desk) return
  addTrace(desk, 'told', { what: SAFETY, ...said })
  recordOrder(desk, 'orders.noteSafety', { way: said.way })
  await saveOrder(desk)
}

const SAFETY = 'safety'

/** The latest word about safety that belongs to this order. */
export function safetyNoticeOf(trace: readonly TraceData[]): { at: string; text: string } | null {
  const line = trace.findLast((one) => one.kind === 'told' && (one.data as { what?: string }).what === SAFETY)
  return line ? { at: line.at.toISOString(), text: String((line.data as { text?: string }).text) } : null
}
