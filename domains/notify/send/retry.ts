import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type DeliveryRow, leaseDelivery, postpone, settle } from './delivery-data.ts'
import { asSendFault, type SendFault } from './send-fault.ts'

export const LEASE_MS = 60_000
const MOST_TRIES = 12
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 900

/** Later when that may help, with longer and longer waits; otherwise given up, and shown with its reason. `untried`: another one met the fault, which is no failed try of these. */
export async function putOff(
  ctx: Ctx,
  tx: Tx,
  rows: readonly DeliveryRow[],
  fault: SendFault,
  untried = false,
): Promise<void> {
  const now = ctx.now()
  for (const row of rows) {
    const given = untried || fault.code === 'quota'
    if (given || (fault.again && row.tries < MOST_TRIES)) {
      const waitS = fault.afterS ?? Math.min(FIRST_WAIT_S * 2 ** Math.max(0, row.tries - 1), LONGEST_WAIT_S)
      const to = new Date(now.getTime() + waitS * 1000)
      await postpone(tx, [row.id], { to, problem: fault.code, data: fault.data, giveBack: given })
    } else {
      await settle(tx, [row.id], { state: 'failed', at: now, problem: fault.code, data: fault.data })
    }
  }
}

/** Puts one off that could not even be put into words: it neither comes up again at once nor stands before what comes after it. */
export async function setAside(ctx: Ctx, id: string, error: unknown): Promise<null> {
  ctx.log.error({ err: error, delivery: id }, 'a notice could not be made; it is tried again')
  const now = ctx.now()
  await ctx.transaction(async (tx) => {
    const row = await leaseDelivery(tx, id, now, now)
    if (row) await putOff(ctx, tx, [row], asSendFault(error))
  })
  return null
}
