import type { Tx } from '#platform/db/database'
import * as data from './voices-data.ts'

/** A ticket as this room needs it. `text` is what the customer wrote: dishes are looked for in it. */
type Speaking = { ticketId: string; shopId: string | null; at: Date; text: string }
/** What it is about, as far as orders and menu know. Shape: the shop is that of the order; null where there is none. */
export type SpokenOf = {
  shopId: string | null
  placedAt: Date | null
  riderId: string | null
  itemIds: string[]
  batches: { ingredient: string; code: string }[]
}

/** Of an order with more than this nobody knows which dish is meant, unless it is named. */
const MOST_ITEMS = 4
const MOST_BATCHES = 12

/**
 * What many tickets are about: dishes, batches, rider, shop and time of the order behind each.
 * Shape: a dish that the customer names is meant, else all of a small order; batches are those that the kitchen noted for these dishes, else those
 *        that the shop had open of their ingredients at that time.
 */
export async function spokenOf(tx: Tx, asked: readonly Speaking[]): Promise<Map<string, SpokenOf>> {
  if (!asked.length) return new Map()
  const orders = new Map(
    (
      await data.ordersBehind(
        tx,
        asked.map((a) => a.ticketId),
      )
    ).map((o) => [o.ticket_id, o]),
  )
  const orderIds = [...orders.values()].map((o) => o.order_id)
  const menu = await data.namedItems(tx)
  const items = orderIds.length ? await data.itemsBehind(tx, orderIds) : []
  const noted = orderIds.length ? await data.batchesBehind(tx, orderIds) : []
  const known = asked.map((one) => {
    const order = orders.get(one.ticketId)
    const own = items.filter((i) => i.order_id === order?.order_id)
    const meant = meantItems(one.text, own, menu)
    const used = noted.filter(
      (b) => b.order_id === order?.order_id && (b.item_id === null || meant.some((i) => i.id === b.item_id)),
    )
    return { one, order, meant, used, shopId: order?.shop_id ?? one.shopId }
  })
  const open = await data.batchesOpenAt(
    tx,
    known.flatMap(({ one, order, meant, used, shopId }) => {
      const ingredients = [...new Set(meant.flatMap((i) => i.ingredients))]
      if (used.length || !shopId || !ingredients.length) return []
      return [
        { ticket: one.ticketId, shop: shopId, at: (order?.placed_at ?? one.at).toISOString(), ingredients },
      ]
    }),
  )
  return new Map(
    known.map(({ one, order, meant, used, shopId }) => [
      one.ticketId,
      {
        shopId,
        placedAt: order?.placed_at ?? null,
        riderId: order?.rider_id ?? null,
        itemIds: [...new Set(meant.map((i) => i.id))],
        batches: distinct(used.length ? used : open.filter((b) => b.ticket === one.ticketId)),
      },
    ]),
  )
}

type Item = { id: string; name: string; ingredients: string[] }

function meantItems(text: string, own: readonly data.ItemBehind[], menu: readonly data.NamedItem[]): Item[] {
  const ordered = own.map((i) => ({ id: i.item_id, name: i.name, ingredients: i.ingredients }))
  const named = namedIn(text, own.length ? ordered : menu)
  if (named.length) return named.slice(0, MOST_ITEMS)
  return ordered.length <= MOST_ITEMS ? ordered : []
}

/** Longer names first: 红豆沙冰 is not 沙冰 as well. */
function namedIn(text: string, items: readonly Item[]): Item[] {
  let rest = text
  return items
    .toSorted((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      if (name.length < 2 || !rest.includes(name)) return false
      rest = rest.replaceAll(name, ' ')
      return true
    })
}

function distinct(batches: readonly { ingredient: string; code: string }[]): SpokenOf['batches'] {
  const all = new Map(batches.map(({ ingredient, code }) => [`${ingredient}\n${code}`, { ingredient, code }]))
  return [...all.values()].slice(0, MOST_BATCHES)
}
