import { storeInbound } from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { checkIncoming } from './check-incoming.ts'
import { decideOpening, type Incoming } from './decide-opening.ts'
import { inboundRows, loadWorld, saveDecided } from './open-tickets.ts'

/**
 * Opens the ticket of one feedback inside a transaction that holds more than it: both are committed, or neither.
 * Shape:  the caller has made sure that it is no repeat; returns the ticket's id.
 * Errors: those of checkIncoming.
 */
export async function openWithin(tx: Tx, ctx: Ctx, incoming: Incoming): Promise<string> {
  const world = await loadWorld(tx, ctx)
  const checked = checkIncoming(incoming, world)
  const opening = decideOpening(checked, world)
  await storeInbound(tx, ctx.actor.brandId, world.now, inboundRows(ctx, [{ i: checked, opening }]))
  await saveDecided(tx, ctx, world, [{ i: checked, opening }])
  return opening.id
}
