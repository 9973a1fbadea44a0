import type { Ctx } from '#platform/context'
import { gatherer } from '#platform/jobs/gather'
import { headsOf } from './head-data.ts'
import type { Head } from './personal.ts'

/**
 * Who may read what of a room, as it is now: those who ask while another answer is under way get theirs together, of one later look.
 * Shape: never older than the asking, so whoever is told of a version finds it.
 */
export const roomHead: (ctx: Ctx, id: string) => Promise<Head | undefined> = gatherer(
  async (ctx: Ctx, ids: string[]) => {
    const found = await ctx.transaction((tx) => headsOf(tx, [...new Set(ids)]))
    return ids.map((id) => found.get(id))
  },
  { most: 500, atOnce: 2 },
)
