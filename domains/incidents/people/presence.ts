import type { z } from 'zod'
import type { Presence } from '#contracts/incidents/record'
import { type Ctx, staffOf } from '#platform/context'
import { withoutDisk } from '#platform/db/database'
import { HERE_MS } from '../reading/load-room.ts'
import { headInReach } from '../reading/read-room.ts'
import { hereNow } from '../reading/room-data.ts'
import { saveHere } from './presence-data.ts'

/** The reader has the room open; answers who else does. Errors: incidents.notFound. */
export async function beHere(ctx: Ctx, id: string): Promise<z.infer<typeof Presence>> {
  await headInReach(ctx, id)
  return ctx.transaction(async (tx) => {
    await withoutDisk(tx)
    await saveHere(tx, {
      brand_id: ctx.actor.brandId,
      incident_id: id,
      staff_id: staffOf(ctx).staffId,
      seen_at: ctx.now(),
    })
    return { here: await hereNow(tx, id, new Date(ctx.now().getTime() - HERE_MS)) }
  })
}
