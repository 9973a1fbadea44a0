import type { PlatformOrder } from '#contracts/orders/outside'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard } from '../connect/connector.ts'
import { fieldsOf, listOf, numberOf, textOf } from '../platforms/lossless-json.ts'
import { linesOf, minorOf, placeOf } from '../platforms/order-fields.ts'
import { jsonOr, timeOf } from '../platforms/platform-fields.ts'
import { shopCodeOf } from '../platforms/shop-lines.ts'
import type { Settings } from './settings.ts'

type Body = Record<string, unknown>
type HeardOrder = Extract<Heard, { sort: 'order' }>

const EVENTS: Record<string, HeardOrder['event']> = {
  'order-paid': 'placed',
  'order-confirmed': 'confirmed',
  'order-done': 'delivered',
  'order-cancelled': 'cancelled',
}

/** A push about an order itself; undefined for any other. Errors: unreadable without an order number. */
export function heardOrder(settings: Settings, path: string, body: Body): HeardOrder | undefined {
  const event = EVENTS[path]
  if (!event) return undefined
  const externalId = textOf(body, 'order_id', 'orderId')
  if (!externalId) throw new ChannelFault('unreadable')
  return {
    sort: 'order',
    externalId,
    event,
    shopCode: shopCodeOf(settings.shops, textOf(body, 'app_poi_code', 'ePoiId')),
    order: contentOf(settings, body),
    reason: event === 'cancelled' ? textOf(body, 'reason', 'cancelReason').slice(0, 200) : '',
  }
}

/** What was ordered, where the push tells it (integrations §4.1: `detail` is JSON in text). */
function contentOf(settings: Settings, body: Body): PlatformOrder | null {
  const detail = listOf(listIn(body.detail))
  if (!detail.length) return null
  const wanted = textOf(body, 'delivery_time', 'deliveryTime')
  const pickedUp = textOf(body, 'pick_type', 'pickType') === '1'
  const total = minorOf(numberOf(body, 'total'))
  const shipping = minorOf(numberOf(body, 'shipping_fee', 'shippingFee'))
  const original = minorOf(numberOf(body, 'original_price', 'originalPrice'))
  return {
    shown: textOf(body, 'wm_order_id_view', 'wmOrderIdView'),
    name: textOf(body, 'recipient_name', 'recipientName').slice(0, 60),
    phone: textOf(body, 'recipient_phone', 'recipientPhone').slice(0, 40),
    address: textOf(body, 'recipient_address', 'recipientAddress').slice(0, 200),
    point: placeOf(numberOf(body, 'latitude'), numberOf(body, 'longitude')),
    items: linesOf(detail.map(lineOf)),
    note: textOf(body, 'caution').slice(0, 200),
    wantedAt: wanted && wanted !== '0' ? (timeOf(wanted)?.toISOString() ?? null) : null,
    deliveryFeeMinor: shipping,
    discountMinor: Math.max(0, original - total),
    totalMinor: total,
    carried: pickedUp || !settings.ownDelivery.includes(textOf(body, 'logistics_code', 'logisticsCode')),
  }
}

function lineOf(value: unknown) {
  const line = fieldsOf(value)
  const options = [textOf(line, 'spec'), textOf(line, 'food_property', 'foodProperty')]
  return {
    name: textOf(line, 'food_name', 'foodName'),
    sku: textOf(line, 'app_food_code', 'sku_id', 'appFoodCode', 'skuId'),
    quantity: numberOf(line, 'quantity'),
    priceMinor: minorOf(numberOf(line, 'price')),
    options: options.filter(Boolean).join(' · '),
  }
}

const listIn = (value: unknown): unknown => (typeof value === 'string' ? jsonOr(value) : value)
