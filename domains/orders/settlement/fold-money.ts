import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import { findShops } from '#domains/people'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { OrderData } from '../taking/order-data.ts'
import { type Money, moneyOf, moved } from './money-of.ts'
import * as data from './settlement-data.ts'

const AT_ONCE = 2000

/** Notes by how much an order's money has moved since it was as `before` (null: it is new); from shop to shop all of it moves. */
export async function noteMoney(tx: Tx, before: OrderData | null, order: OrderData, at: Date): Promise<void> {
  const stays = before === null || before.shop_id === order.shop_id
  const left = stays ? null : moved(moneyOf(before), moneyOf(null))
  const by = moved(stays ? moneyOf(before) : moneyOf(null), moneyOf(order))
  await data.insertMoved(tx, [
    ...(left ? [{ ...left, ...placeOf(before!), at }] : []),
    ...(by ? [{ ...by, ...placeOf(order), at }] : []),
  ])
}

/** The same for many at once, each on the day it was placed. */
export async function noteMoneyOf(
  tx: Tx,
  orders: readonly (Parameters<typeof moneyOf>[0] & Parameters<typeof placeOf>[0] & { placed_at: Date })[],
): Promise<void> {
  await data.insertMoved(
    tx,
    orders.map((order) => ({ ...moneyOf(order), ...placeOf(order), at: order.placed_at })),
  )
}

function placeOf({ brand_id, shop_id, source }: { brand_id: string; shop_id: string; source: string }) {
  return { brand_id, id: uuidv7(), shop_id, source }
}

/** Folds what has moved into the days of the shops' own zones; what is folded is gone in the same transaction. */
export async function sweepMoney(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await data.brandsWithMoved(services))
    done += await services.db.inBrand(brandId, async (tx) => {
      const rows = await data.takeMoved(tx, AT_ONCE)
      if (!rows.length) return 0
      const shops = await findShops(tx, [...new Set(rows.map((row) => row.shop_id))])
      const days = new Map<string, data.SettledDay>()
      for (const row of rows) {
        const zone = shops.get(row.shop_id)?.zone ?? 'Asia/Shanghai'
        const day = DateTime.fromJSDate(row.at, { zone }).toISODate()!
        const key = `${day} ${row.shop_id} ${row.source}`
        const { at: _at, id: _id, ...own } = row
        days.set(key, added({ ...own, day }, days.get(key)))
      }
      const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day)
      await data.addToDays(tx, inOrder)
      return rows.length
    })
  return done
}

function added(day: data.SettledDay, before: data.SettledDay | undefined): data.SettledDay {
  if (!before) return day
  const sums = Object.keys(moneyOf(null)) as (keyof Money)[]
  return { ...day, ...Object.fromEntries(sums.map((key) => [key, day[key] + before[key]])) }
}
