import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { BoardVisit, VisitBoard, VisitBoardQuery } from '#contracts/orders/visits'
import { findShops, loadRoster, rotaOf, type Span, spansOf } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { orderNumber } from '../taking/order-desk.ts'
import { openAftercare } from './aftercare-data.ts'
import { therapistsOf } from './hold-place.ts'
import { waitOf } from './run-over.ts'
import { type BoardRow, firstWithVisits, roomsOf, visitsBetween } from './visit-data.ts'
import { visitState } from './visit-state.ts'
import { busyUntil, overMin, running } from './visit-times.ts'

const DAY_MS = 86_400_000
const ROOM_DAYS = 60
const ASKED_DAYS = 14

/** One day of one shop: who treats whom when, and who has not said yet how the skin is. Errors: orders.notFound for a shop out of reach. */
export function readVisitBoard(ctx: Ctx, query: z.infer<typeof VisitBoardQuery>): Promise<VisitBoard> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.read')
    const shops = await shopsIn(tx, ctx, scope)
    const now = ctx.now()
    if (query.shopId && !shops.some((shop) => shop.id === query.shopId)) throw orderErrors.notFound()
    const shopId = query.shopId ?? (await firstShop(tx, shops, now))
    const shop = shopId ? (await findShops(tx, [shopId])).get(shopId) : undefined
    const zone = shop?.zone ?? 'Asia/Shanghai'
    const on = query.on ?? DateTime.fromJSDate(now, { zone }).toISODate()!
    const begins = DateTime.fromISO(on, { zone })
    const [from, to] = [begins.toJSDate(), begins.plus({ days: 1 }).toJSDate()]
    const empty = {
      shopId: null,
      shopName: '',
      open: [],
      therapists: [],
      visits: [],
      rooms: [],
      aftercare: [],
    }
    const head = { shops, zone, on, begins: from.toISOString(), now: now.toISOString() }
    if (!shop) return { ...head, ...empty, can: [] }
    const rows = await visitsBetween(tx, shop.id, { from, to }, running(now))
    const asked = await openAftercare(tx, shop.id, new Date(now.getTime() - ASKED_DAYS * DAY_MS))
    return {
      ...head,
      shopId: shop.id,
      shopName: shop.name,
      open: spansOf(shop.hours, zone, from, to).map(viewSpan),
      therapists: await columns(tx, ctx, shop.id, rows, from, to),
      visits: rows.map((row) => viewRow(row, rows, now)),
      rooms: await roomsOf(tx, shop.id, new Date(now.getTime() - ROOM_DAYS * DAY_MS)),
      aftercare: asked.map((row) => ({
        orderId: row.order_id,
        number: orderNumber(row),
        customer: row.customer_name || row.contact_masked,
        day: row.day,
        askedAt: row.asked_at!.toISOString(),
        call: row.way === 'page',
      })),
      can: covers(scopeOf(ctx.actor, 'orders.book'), { shopId: shop.id }) ? ['book'] : [],
    }
  })
}

/** Where nobody has said which shop: the first that has something booked from today on, else simply the first. */
async function firstShop(tx: Tx, shops: readonly { id: string }[], now: Date): Promise<string | undefined> {
  const ids = shops.map((shop) => shop.id)
  return (await firstWithVisits(tx, ids, new Date(now.getTime() - DAY_MS))) ?? ids[0]
}

async function shopsIn(tx: Tx, ctx: Ctx, scope: Scope | null): Promise<{ id: string; name: string }[]> {
  const { shops } = await loadRoster(tx, ctx.now())
  return shops
    .filter((shop) => shop.state !== 'closed' && covers(scope, { shopId: shop.id }))
    .map(({ id, name }) => ({ id, name }))
}

/** Whoever treats here, and whoever has an appointment on this day although not any more. */
async function columns(tx: Tx, ctx: Ctx, shopId: string, rows: readonly BoardRow[], from: Date, to: Date) {
  const ids = new Set([
    ...(await therapistsOf(tx, shopId, ctx.now())),
    ...rows.flatMap((row) => row.therapist_id ?? []),
  ])
  const rota = await rotaOf(tx, [...ids], from, to)
  return [...rota].map(([id, { name, spans }]) => ({ id, name, duty: spans.map(viewSpan) }))
}

const viewSpan = ({ from, to }: Span) => ({ from: from.toISOString(), to: to.toISOString() })

function viewRow(row: BoardRow, day: readonly BoardRow[], now: Date): BoardVisit {
  return {
    orderId: row.order_id,
    number: orderNumber(row),
    state: visitState(row),
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    busyUntil: busyUntil(row, now).toISOString(),
    overMin: overMin(row, now),
    therapistId: row.therapist_id,
    room: row.room,
    customer: row.customer_name || row.contact_masked,
    summary: row.summary,
    taboos: row.taboos,
    note: row.note,
    incomplete: row.gaps.length > 0,
    waits: waitOf(row, day, now),
  }
}
