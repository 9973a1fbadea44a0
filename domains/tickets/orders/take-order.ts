import type { OrderOrigin } from '#contracts/orders'
import { ChannelFault, type Heard, type HeardMessages } from '#domains/channels'
import { takePlatformOrder } from '#domains/orders'
import { findShopByCode } from '#domains/people'
import { type Ctx, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'

type HeardOrder = Extract<Heard, { sort: 'order' }>

/**
 * What a platform has said of an order goes to the orders' room; it belongs to no ticket.
 * Errors: ChannelFault shopNotListed for an order whose shop is none of ours: somebody must see it.
 */
export async function takeOrderNews(
  tx: Tx,
  ctx: Ctx,
  { channel }: Pick<HeardMessages, 'channel'>,
  heard: HeardOrder,
): Promise<void> {
  const shop = heard.shopCode ? await findShopByCode(tx, heard.shopCode) : undefined
  if (!shop && heard.order) throw new ChannelFault('shopNotListed')
  await takePlatformOrder(tx, systemContext(ctx, ctx.actor.brandId), {
    source: channel.kind as Extract<OrderOrigin, 'meituan' | 'eleme' | 'douyin'>,
    externalId: heard.externalId,
    shopId: shop?.id ?? null,
    event: heard.event,
    order: heard.order,
    reason: heard.reason,
  })
}
