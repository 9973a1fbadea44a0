import type { SeriesKind } from '#contracts/insights'
import { countSold, orderHours } from '#domains/orders'
import { findZone, listShops } from '#domains/people'
import { holidaysOf, playbookInForce } from '#domains/playbook'
import { dissatisfiedHours } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { allBrands } from '#platform/jobs/worker'
import {
  BusyTime,
  HOURS,
  type OtherDay,
  otherDays,
  type Season,
  type Seasons,
  seasonOf,
} from '../early/seasons.ts'
import * as data from './listen-data.ts'

const DAY_MS = 86_400_000
/** Out of so many days the hours of the week are reckoned. */
const SEASON_DAYS = 56
/** So many orders of a shop say more of its hours than the brand's do. */
const OWN_ORDERS = 200
/** What was heard fades to half in so many busy days, as it does in each series. */
const HALF_LIFE_DAYS = 42
const FORGET_DAYS = 150
const AHEAD_DAYS = 30
const PARTS_OF_DAY = 4

/** The seasons of a brand and how many series there can be: once a day, and before it is first listened to. */
export async function reckon(ctx: Ctx, tx: Tx, since: Date): Promise<data.Usual> {
  const now = ctx.now()
  const [zone, known] = [await findZone(tx), await data.readUsual(tx)]
  const seasons = await seasonsNow(
    tx,
    ctx.actor.brandId,
    zone,
    new Date(now.getTime() - SEASON_DAYS * DAY_MS),
  )
  await data.saveSeasons(tx, ctx.actor.brandId, seasons)
  const usual: data.Usual = {
    ...(known
      ? faded(
          known,
          now,
          new BusyTime(seasons.get(ctx.actor.brandId)!.hours, zone, await holidaysAround(tx, now)),
        )
      : begun(since)),
    there: await countThere(tx),
  }
  await data.saveUsual(tx, ctx.actor.brandId, usual)
  return usual
}

/** The public holidays that what is still kept, and what comes next, is measured by. */
export async function holidaysAround(tx: Tx, now: Date): Promise<OtherDay[]> {
  const table = await holidaysOf(tx)
  const today = Math.floor(now.getTime() / DAY_MS)
  return otherDays(table.ruleOn, today - FORGET_DAYS, today + AHEAD_DAYS)
}

const begun = (since: Date) => ({ since, heard: {}, days: 0, there: {}, reckonedAt: since })

function faded(known: data.Usual, now: Date, time: BusyTime): data.Usual {
  const passed = Math.max(0, time.at(now.getTime()) - time.at(known.reckonedAt.getTime()))
  const fade = 0.5 ** (passed / HALF_LIFE_DAYS)
  const heard = Object.entries(known.heard).map(([kind, n]) => [kind, n * fade])
  return { ...known, heard: Object.fromEntries(heard), days: (known.days + passed) * fade, reckonedAt: now }
}

/**
 * By shop, and the brand's under its own id. What was said makes the brand's season, orders its shape where little was said; a shop differs from
 * the brand as its orders do. That of the shifts goes by when it was bought, where most voices have an order.
 */
async function seasonsNow(tx: Tx, brandId: string, zone: string, since: Date): Promise<Map<string, Seasons>> {
  const orders = await orderHours(tx, zone, since)
  const sold = counts(orders)
  const ordered = seasonOf(sold)
  const hours = seasonOf(counts(await dissatisfiedHours(tx, zone, since)), sum(sold) ? ordered : undefined)
  const bought = await data.boughtHours(tx, zone, since)
  const known = sum(bought.map((row) => row.known)) * 2 >= sum(bought.map((row) => row.n))
  const shifts = seasonOf(counts(bought), sum(sold) && known ? ordered : hours)
  const seasons = new Map<string, Seasons>([[brandId, { hours, shifts }]])
  for (const [shopId, rows] of Map.groupBy(orders, (row) => row.shop_id)) {
    const own = counts(rows)
    if (sum(own) < OWN_ORDERS) continue
    const shop = seasonOf(own, ordered)
    const led = (brand: Season) => asOften(brand.map((n, hour) => (n * shop[hour]!) / ordered[hour]!))
    seasons.set(shopId, { hours: led(hours), shifts: led(shifts) })
  }
  return seasons
}

function counts(rows: readonly { hour: number; n: number }[]): number[] {
  const all = Array.from({ length: HOURS }, () => 0)
  for (const { hour, n } of rows) all[hour]! += n
  return all
}

const asOften = (all: readonly number[]) => all.map((n) => (n * HOURS) / sum(all))
const sum = (all: readonly number[]) => all.reduce((total, n) => total + n, 0)

/** How many series of each kind there can be. */
async function countThere(tx: Tx): Promise<Record<SeriesKind, number>> {
  const [shops, sold, { playbook }, kept] = [
    (await listShops(tx, 'all')).length,
    await countSold(tx),
    await playbookInForce(tx),
    await data.countKept(tx),
  ]
  const category = sum(playbook.categories.map((c) => c.children.length))
  const [shop, product, batch] = [shops, sold.items, sold.batches].map((n) => Math.max(1, n)) as [
    number,
    number,
    number,
  ]
  return {
    batch_category: batch * category,
    emergency_batch: batch,
    batch,
    emergency_product: product,
    emergency_shop: shop,
    product_category: product * category,
    shop_category: shop * category,
    rider: Math.max(1, kept.get('rider') ?? 0),
    product,
    shift: shop * PARTS_OF_DAY,
    shop,
    category,
    topic: playbook.categories.length,
    emergency: 1,
  }
}

/** Each brand that is listened to, once in 24 hours. */
export async function sweepReckoning(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await allBrands(services)) {
    const ctx = systemContext(services, brandId)
    const due = await ctx.transaction(async (tx) => {
      const usual = await data.readUsual(tx)
      return usual && ctx.now().getTime() - usual.reckonedAt.getTime() >= DAY_MS
    })
    if (!due) continue
    await ctx.transaction(async (tx) => {
      if (!(await data.listenAlone(tx, brandId))) return
      await reckon(ctx, tx, ctx.now())
      await data.forgetOld(tx, new Date(ctx.now().getTime() - FORGET_DAYS * DAY_MS))
      done += 1
    })
  }
  return done
}
