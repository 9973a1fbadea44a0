import type { z } from 'zod'
import type { AlarmCount, AlarmPage, AlarmPlot, AlarmQuery, AlarmRow, AlarmState } from '#contracts/insights'
import { roomsInReach } from '#domains/incidents'
import { findShops, findStaffNames } from '#domains/people'
import { newestCards, type TicketCard } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { readPlace, writePlace } from '#platform/keyset'
import { type Scope, scopeOf } from '#platform/permissions'
import { readUsual } from '../listen/listen-data.ts'
import { placeOf, refOf, type SeriesRef } from '../listen/series-of.ts'
import * as data from './alarm-data.ts'
import { type NameSeries, nameSeries } from './name-series.ts'
import { besides } from './standing.ts'
import { viewCalls } from './view-calls.ts'

const A_PAGE = 20
const MOST_COUNTED = 100
const MOST_VOICES = 10_000
const WEEK_MS = 7 * 86_400_000
/** So many tickets of an alarm are listed. */
const LISTED = 50

/** Alarms within the reader's reach, the newest first. */
export function readAlarms(ctx: Ctx, query: z.infer<typeof AlarmQuery>): Promise<AlarmPage> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'insights.readAlarms')
    const place = readPlace(query.cursor)
    const after = place && { raisedAt: place.at, id: place.id }
    const rows = await data.listAlarms(tx, scope, query.view, after, A_PAGE + 1)
    const shown = rows.slice(0, A_PAGE)
    const last = rows.length > A_PAGE ? shown.at(-1)! : null
    const usual = await readUsual(tx)
    return {
      rows: await viewAlarms(ctx, tx, shown),
      next: last && writePlace({ at: last.raised_at, id: last.id }),
      watched: {
        series: Object.values(usual?.there ?? {}).reduce((sum, n) => sum + n, 0),
        voices: await data.voicesSince(tx, new Date(ctx.now().getTime() - WEEK_MS), MOST_VOICES),
        since: usual?.since.toISOString() ?? null,
      },
    }
  })
}

export function countNewAlarms(ctx: Ctx): Promise<z.infer<typeof AlarmCount>> {
  return ctx.transaction((tx) => data.countNew(tx, scopeOf(ctx.actor, 'insights.readAlarms'), MOST_COUNTED))
}

/** Shape: everybody in reach sees why and how many; tickets, shops, the emergency room and what else is said of a shop only within the reader's own reach. */
export async function viewAlarms(ctx: Ctx, tx: Tx, rows: readonly data.AlarmData[]): Promise<AlarmRow[]> {
  const names = await nameSeries(
    ctx,
    tx,
    rows.flatMap((row) => row.series.map(refOf)),
  )
  const tickets = await newestCards(
    tx,
    scopeOf(ctx.actor, 'tickets.read'),
    rows.map((row) => row.ticket_ids),
    LISTED,
  )
  const shops = await findShops(tx, [...new Set(rows.flatMap((row) => row.shop_ids))])
  const staff = await findStaffNames(
    tx,
    rows.flatMap((row) => row.decided_by ?? []),
  )
  const rooms = await roomsInReach(
    ctx,
    tx,
    rows.flatMap((row) => row.incident_id ?? []),
  )
  const shopName = (id: string | null) => shops.get(id ?? '')?.name ?? ''
  const reach = scopeOf(ctx.actor, 'insights.readAlarms')
  const calls = await viewCalls(tx, rows, (row) => reaches(reach, row.shop_ids))
  const isOwn = (ref: SeriesRef) => reaches(reach, placeOf(ref).shopId ? [placeOf(ref).shopId!] : [])
  return rows.map((row, n) => ({
    ...viewAlarm(row, names, isOwn),
    shops: row.shop_ids.filter((id) => reaches(reach, [id])).map((id) => ({ id, name: shopName(id) })),
    tickets: tickets[n]!.map((one) => viewTicket(one, shopName(one.shopId))),
    incidentId: rooms.has(row.incident_id ?? '') ? row.incident_id : null,
    decidedBy: staff.get(row.decided_by ?? '') ?? '',
    called: calls(row),
    can: canDo(ctx, row),
  }))
}

function viewAlarm(
  row: data.AlarmData,
  name: NameSeries,
  isOwn: (ref: SeriesRef) => boolean,
): Omit<AlarmRow, 'shops' | 'tickets' | 'incidentId' | 'decidedBy' | 'called' | 'can'> {
  const named = refOf(`${row.kind}:${row.key}`)
  return {
    id: row.id,
    state: row.state as AlarmState,
    urgent: row.urgent,
    about: name(named),
    also: besides({ series: row.series, named }).filter(isOwn).map(name),
    raisedAt: row.raised_at.toISOString(),
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    heard: row.heard,
    spanMin: Math.max(1, Math.ceil((row.last_at.getTime() - row.first_at.getTime()) / 60_000)),
    usual: row.usual,
    usualWeek: row.usual_week,
    everyDays: row.every_days,
    count: row.earlier + row.ticket_ids.length,
    plot: row.plot as unknown as AlarmPlot,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    quietUntil: row.quiet_until?.toISOString() ?? null,
  }
}

const viewTicket = (one: TicketCard, shopName: string) => ({
  id: one.id,
  number: one.number,
  title: one.title,
  shopName,
  openedAt: one.openedAt.toISOString(),
  priority: one.priority,
  closed: one.closed,
})

const reaches = (scope: Scope | null, shopIds: readonly string[]) =>
  scope !== null && (scope.shops === 'all' || shopIds.every((id) => scope.shops.includes(id)))

/** Whoever judges an alarm reaches all of its shops: that of the neighbour is not theirs to call a false one. */
export function mayJudge(ctx: Ctx, row: data.AlarmData): boolean {
  return reaches(scopeOf(ctx.actor, 'insights.judgeAlarms'), row.shop_ids)
}

function canDo(ctx: Ctx, row: data.AlarmData): AlarmRow['can'] {
  const can: AlarmRow['can'] = []
  if (mayJudge(ctx, row)) {
    if (row.state === 'new' || row.state === 'dismissed') can.push('see')
    if (row.state === 'new' || row.state === 'seen') can.push('dismiss')
  }
  const opens = reaches(scopeOf(ctx.actor, 'incidents.open'), row.shop_ids)
  if (opens && (row.state === 'new' || row.state === 'seen')) can.push('open_incident')
  return can
}
