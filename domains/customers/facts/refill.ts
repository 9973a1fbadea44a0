import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { brandsToRefill, lockRefill, moveRefill } from './refill-data.ts'

/**
 * What happened before customers' files counted it, said once more by the room that knows it, page by page; goes on where it was, after a crash too.
 * Shape: `say` notes the records after an id (noteTicket, noteOrder …) and returns the last id, or null when there are no more. Returns how many pages.
 */
export async function refillFacts(
  services: Services,
  room: 'orders' | 'tickets',
  say: (tx: Tx, ctx: Ctx, after: string) => Promise<string | null>,
): Promise<number> {
  let pages = 0
  for (const brandId of await brandsToRefill(services, room)) {
    const ctx = systemContext(services, brandId)
    pages += await ctx.transaction(async (tx) => {
      const place = await lockRefill(tx, room)
      if (!place) return 0
      const last = await say(tx, ctx, place.after)
      await moveRefill(tx, room, last ? { after: last } : { done_at: ctx.now() })
      return 1
    })
  }
  return pages
}
