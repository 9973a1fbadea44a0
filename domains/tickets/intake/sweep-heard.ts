import { customerContext, hearStored, waitingMessages } from '#domains/channels'
import type { Services } from '#platform/context'
import { sideBySide } from '#platform/jobs/side-by-side'
import type { World } from './decide-opening.ts'
import { loadWorld } from './open-tickets.ts'
import { takeHeard } from './take-heard.ts'

const hearSideBySide = sideBySide('heard', 16)
/** From so many on they look at roster and loads together; a single one looks afresh. */
const STORM = 4

/** Reads what channels have stored: messages of one conversation after each other, conversations side by side (I3). */
export function sweepHeard(services: Services): Promise<number> {
  return hearSideBySide(services, async (most) => {
    const waiting = await waitingMessages(services, services.now(), most)
    const worlds = await worldsOf(services, waiting.length >= STORM ? waiting.map((w) => w.brand_id) : [])
    return waiting.map(({ brand_id, id }) => {
      const ctx = customerContext(services, brand_id, 'zh-CN')
      const world = worlds.get(brand_id)
      return { key: id, run: () => hearStored(ctx, id, (tx, heard) => takeHeard(tx, ctx, heard, world)) }
    })
  })
}

/** Before any of them begins: whoever waited for it inside a transaction would hold the connection that it needs. */
async function worldsOf(services: Services, brandIds: string[]): Promise<Map<string, World>> {
  const worlds = new Map<string, World>()
  for (const brandId of new Set(brandIds)) {
    const ctx = customerContext(services, brandId, 'zh-CN')
    worlds.set(brandId, await ctx.transaction((tx) => loadWorld(tx, ctx)))
  }
  return worlds
}
