import { customerContext, hearStored, waitingMessages } from '#domains/channels'
import type { Services } from '#platform/context'
import { sideBySide } from '#platform/jobs/side-by-side'
import { takeHeard } from './take-heard.ts'

const hearSideBySide = sideBySide('heard', 16)

/** Reads what channels have stored: messages of one conversation after each other, conversations side by side (I3). */
export function sweepHeard(services: Services): Promise<number> {
  return hearSideBySide(services, async (most) => {
    const waiting = await waitingMessages(services, services.now(), most)
    return waiting.map(({ brand_id, id }) => {
      const ctx = customerContext(services, brand_id, 'zh-CN')
      return { key: id, run: () => hearStored(ctx, id, (tx, heard) => takeHeard(tx, ctx, heard)) }
    })
  })
}
