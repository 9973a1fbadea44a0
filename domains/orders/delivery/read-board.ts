import type { z } from 'zod'
import type { BoardStop, DeliveryReport, DeliveryState, DispatchBoard } from '#contracts/orders/delivery'
import { findShops, findStaffNames, type ShopName } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import { pointOf } from '../taking/confirm-order.ts'
import { orderNumber } from '../taking/order-desk.ts'
import * as data from './delivery-data.ts'
import { weekOfEtas } from './eta-report.ts'
import { isLocated } from './reckon-round.ts'

const DAY_MS = 86_400_000
const READY = ['ready', 'delivering']

/** Riders, their rounds and what waits, as far as this reader reaches (O3). `shopId` narrows it to one shop. */
export function readBoard(ctx: Ctx, shopId: string | null = null): Promise<z.infer<typeof DispatchBoard>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.dispatch')
    const now = ctx.now()
    const [stops, riders, { playbook }, report] = await Promise.all([
      data.boardStops(tx, scope, shopId),
      ridersFor(tx, scope, shopId),
      playbookInForce(tx),
      weekOfEtas(tx, ctx, scope),
    ])
    const riderIds = riders.map((r) => r.staff_id)
    const [shops, names, elsewhere] = await Promise.all([
      findShops(tx, [...new Set([...stops.map((s) => s.shop_id), ...(shopId ? [shopId] : [])])]),
      findStaffNames(tx, riderIds),
      data.countRounds(tx, riderIds),
    ])
    const { most } = playbook.orders.rider
    const view = (stop: data.StopData) => viewStop(stop, shops, now)
    return {
      shops: [...shops.values()].filter((s) => covers(scope, { shopId: s.id })).map(shopView),
      riders: riders.map((rider) => {
        const own = stops.filter((s) => s.rider_id === rider.staff_id && s.state !== 'failed')
        return {
          id: rider.staff_id,
          name: names.get(rider.staff_id) ?? '',
          point: pointOf(rider),
          positionAt: rider.position_at?.toISOString() ?? null,
          located: isLocated(rider, now),
          most: rider.most ?? most,
          heldUntil: rider.held_until && rider.held_until > now ? rider.held_until.toISOString() : null,
          stops: own.sort((a, b) => a.seq - b.seq).map(view),
          elsewhere: Math.max(0, (elsewhere.get(rider.staff_id) ?? 0) - own.length),
        }
      }),
      waiting: stops.filter((s) => s.state === 'waiting' || s.state === 'failed').map(view),
      report: {
        stops: report.stops,
        late: report.late,
        errorP50Min: tenth(report.p50),
        errorP90Min: tenth(report.p90),
      },
    }
  })
}

/** Riders on duty who ride for a shop in reach. */
function ridersFor(tx: Tx, scope: Scope | null, shopId: string | null): Promise<data.RiderData[]> {
  if (!shopId) return data.ridersOnDuty(tx, scope?.shops ?? [])
  return data.ridersOnDuty(tx, covers(scope, { shopId }) ? [shopId] : [])
}

function shopView({ id, name, point }: ShopName) {
  return { id, name, point }
}

/** As clocks show it: what is promised and expected for 12:05 is not late by its seconds. */
const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)

function viewStop(stop: data.StopData, shops: ReadonlyMap<string, ShopName>, now: Date): BoardStop {
  const reckoned = stop.eta_at ?? (stop.promised_at && stop.promised_at < now ? now : null)
  const late = reckoned && stop.promised_at ? minuteOf(reckoned) - minuteOf(stop.promised_at) : 0
  return {
    id: stop.id,
    orderId: stop.order_id,
    number: orderNumber(stop),
    shopId: stop.shop_id,
    shopName: shops.get(stop.shop_id)?.name ?? '',
    state: stop.state as DeliveryState,
    ready: READY.includes(stop.status),
    area: stop.address_masked,
    point: pointOf(stop),
    summary: stop.summary,
    promisedAt: stop.promised_at?.toISOString() ?? null,
    etaAt: stop.eta_at?.toISOString() ?? null,
    lateMin: Math.max(0, late),
    fixed: stop.fixed,
    trouble: stop.trouble,
    updatedAt: stop.updated_at.toISOString(),
  }
}

/** What was brought per rider, shop and hour, and how honest the told arrivals were. */
export function readDeliveryReport(ctx: Ctx, days: number): Promise<z.infer<typeof DeliveryReport>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.dispatch')
    const rows = await data.deliveryReport(tx, scope, new Date(ctx.now().getTime() - days * DAY_MS))
    const shops = await findShops(tx, [...new Set(rows.flatMap((r) => r.shop_id ?? []))])
    const names = await findStaffNames(tx, [...new Set(rows.flatMap((r) => r.rider_id ?? []))])
    return {
      rows: rows.map((r) => ({
        shopId: r.shop_id!,
        shopName: shops.get(r.shop_id!)?.name ?? '',
        riderId: r.rider_id,
        riderName: names.get(r.rider_id ?? '') ?? '',
        hour: r.hour!.toISOString(),
        stops: r.stops ?? 0,
        late: r.late ?? 0,
        errorP50Min: tenth(r.eta_error_p50_min),
        errorP90Min: tenth(r.eta_error_p90_min),
      })),
    }
  })
}

function tenth(n: number | null): number | null {
  return n === null ? null : Math.round(n * 10) / 10
}
