import type { PlatformOrder } from '#contracts/orders/outside'
import type { Heard } from '../connect/connector.ts'
import { fieldsOf, listOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { linesOf, minorOf, placeOf } from '../platforms/order-fields.ts'
import { timeOf } from '../platforms/platform-fields.ts'
import { shopCodeOf } from '../platforms/shop-lines.ts'
import type { Settings } from './settings.ts'

type Body = Record<string, unknown>
type HeardOrder = Extract<Heard, { sort: 'order' }>

/** Integrations §4.4: a new order, accepted, over before or after that, done, and a cancellation that was agreed to or ruled valid. */
const EVENTS: Record<number, HeardOrder['event']> = {
  10: 'placed',
  12: 'confirmed',
  14: 'cancelled',
  15: 'cancelled',
  17: 'cancelled',
  18: 'delivered',
  23: 'cancelled',
  25: 'cancelled',
}

/** A push about an order itself; undefined for any other, and for one that names no order. */
export function heardOrder(
  settings: Settings,
  type: number,
  shop: string,
  body: Body,
): HeardOrder | undefined {
  const event = EVENTS[type]
  const externalId = textOf(body, 'orderId', 'id')
  if (!event || !externalId) return undefined
  return {
    sort: 'order',
    externalId,
    event,
    shopCode: shopCodeOf(settings.shops, shop || textOf(body, 'shopId')),
    order: contentOf(settings, body),
    reason: event === 'cancelled' ? textOf(body, 'reason', 'remark').slice(0, 200) : '',
  }
}

function contentOf(settings: Settings, body: Body): PlatformOrder | null {
  const items = listOf(body.groups).flatMap((group) => listOf(fieldsOf(group).items))
  if (!items.length) return null
  const [lng, lat] = textOf(body, 'deliveryGeo').split(',').map(Number)
  const total = minorOf(numberOf(body, 'totalPrice'))
  const original = minorOf(numberOf(body, 'originalPrice'))
  const [phone] = listOf(body.phoneList)
  return {
    shown: textOf(body, 'daySn'),
    name: textOf(body, 'consignee').slice(0, 60),
    phone: (typeof phone === 'string' ? phone : '').slice(0, 40),
    address: textOf(body, 'deliveryPoiAddress', 'address').slice(0, 200),
    point: placeOf(lat, lng),
    items: linesOf(items.map(lineOf)),
    note: textOf(body, 'description').slice(0, 200),
    wantedAt: timeOf(textOf(body, 'deliverTime'))?.toISOString() ?? null,
    deliveryFeeMinor: minorOf(numberOf(body, 'deliverFee')),
    discountMinor: Math.max(0, original - total),
    totalMinor: total,
    carried: !settings.ownDelivery,
  }
}

function lineOf(value: unknown) {
  const line = fieldsOf(value)
  const chosen = [...listOf(line.newSpecs), ...listOf(line.attributes)].map((one) => textOf(one, 'value'))
  return {
    name: textOf(line, 'name'),
    sku: textOf(line, 'extendCode', 'skuId', 'id'),
    quantity: numberOf(line, 'quantity'),
    priceMinor: minorOf(numberOf(line, 'price')),
    options: chosen.filter(Boolean).join(' · '),
  }
}
