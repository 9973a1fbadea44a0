import { channelForImport, channelOfKind } from '#domains/channels'
import { loadRoster } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../../errors.ts'

/**
 * Id of the brand's channel for what staff register by hand; made on first use.
 * Errors: tickets.channelOff; tickets.shopUnknown for a shop that is not the brand's or out of the person's reach.
 */
export async function handChannel(
  tx: Tx,
  ctx: Ctx,
  kind: 'authority' | 'public_post',
  shopId: string | null,
): Promise<string> {
  if (shopId) {
    const { shops } = await loadRoster(tx, ctx.now())
    const known = shops.some((s) => s.id === shopId)
    if (!known || !covers(scopeOf(staffOf(ctx), 'tickets.register'), { shopId }))
      throw ticketErrors.shopUnknown({}, 'shopId')
  }
  const { id } = await channelForImport(tx, ctx, kind)
  if (!(await channelOfKind(tx, kind))?.on) throw ticketErrors.channelOff()
  return id
}
