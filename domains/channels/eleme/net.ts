import { asFault } from '../connect/channel-fault.ts'
import type { Raw, Tools } from '../connect/connector.ts'
import { fieldsOf, listOf, textOf } from '../platforms/lossless-json.ts'
import { shopLines } from '../platforms/shop-lines.ts'
import { callEleme } from './call.ts'
import type { PushRaw } from './pushes.ts'
import type { Settings } from './settings.ts'

/** What is still to be dealt with at the platform, and the push that tells of it. */
const LISTS = [
  ['10', 'eleme.order.getUnprocessOrders'],
  ['20', 'eleme.order.getCancelOrders'],
  ['30', 'eleme.order.getRefundOrders'],
] as const
const MOST_SEEN = 2000

/**
 * The net under the pushes (integrations §4.4): orders that nobody has accepted, cancellations and refunds that wait for us.
 * Shape: `seen` is what stood there the last time; only what is new becomes a message, and what was pushed as well is known by its order.
 */
export async function netOf(
  tools: Tools<Settings>,
  seen: readonly string[],
): Promise<{ messages: Raw[]; seen: string[] }> {
  const before = new Set(seen)
  const now: string[] = []
  const messages: Raw[] = []
  for (const shop of shopLines(tools.settings.shops))
    for (const [type, action] of LISTS)
      for (const order of await idsIn(tools, action, shop.platform)) {
        const key = `${type}:${order}`
        now.push(key)
        if (before.has(key)) continue
        const message =
          type === '10' ? await orderOf(tools, order) : { orderId: order, shopId: shop.platform }
        messages.push(
          rawOf(tools, { sort: 'push', type, shop: shop.platform, message: text(message), net: true }, order),
        )
      }
  return { messages, seen: now.slice(0, MOST_SEEN) }
}

const text = (message: unknown): string => JSON.stringify(message ?? {})

/** A shop that the platform does not know holds up no other: the reviews tell of it. */
async function idsIn(tools: Tools<Settings>, action: string, shopId: string): Promise<string[]> {
  const result = await callEleme(tools, action, { shopId }).catch((error: unknown) => {
    const fault = asFault(error)
    if (fault.again || fault.side === 'channel') throw error
    return []
  })
  const fields = fieldsOf(result)
  const found = listOf(Array.isArray(result) ? result : (fields.orderIds ?? fields.orders ?? fields.list))
  return found.map((one) => textOf({ one }, 'one') || textOf(one, 'orderId', 'id')).filter((id) => id !== '')
}

async function orderOf(tools: Tools<Settings>, orderId: string): Promise<Record<string, unknown>> {
  return { orderId, ...fieldsOf(await callEleme(tools, 'eleme.order.getOrder', { orderId })) }
}

function rawOf({ ctx }: Tools<Settings>, push: PushRaw, order: string): Raw {
  const externalId = `net:${push.type}:${order}:${ctx.now().getTime()}`
  return { externalId, thread: `order:${order}`, payload: push }
}
