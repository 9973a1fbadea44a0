import { customerContext, hearStored, waitingMessages } from '#domains/channels'
import type { Services } from '#platform/context'
import { takeHeard } from './take-heard.ts'

const TOGETHER = 16

/** Reads what channels have stored: messages of one conversation after each other, conversations side by side (I3). */
export async function sweepHeard(services: Services): Promise<number> {
  const waiting = await waitingMessages(services, services.now(), TOGETHER)
  await Promise.all(
    waiting.map(({ brand_id, id }) => {
      const ctx = customerContext(services, brand_id, 'zh-CN')
      return hearStored(ctx, id, (tx, heard) => takeHeard(tx, ctx, heard))
    }),
  )
  return waiting.length
}
