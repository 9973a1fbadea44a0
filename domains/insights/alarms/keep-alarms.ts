import { type AlarmPlot, type AlarmState, alarmChanged, alarmRaised } from '#contracts/insights'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type Audience, type EventRow, eventRow, publish } from '#platform/events/publish'
import type { Hearing } from '../listen/hearing.ts'
import { readSeries } from '../listen/listen-data.ts'
import { nameOf, refOf } from '../listen/series-of.ts'
import * as data from './alarm-data.ts'
import { insertCall } from './call-data.ts'
import { type Alarm, STANDS_MS, Standing, tellsOfHarm } from './standing.ts'

/** A ticket of two days ago may still be listened to. */
const LATE_MS = 2 * 86_400_000
/** So many of its newest tickets an alarm keeps; those before them are only counted. */
const MOST_TICKETS = 300
const FIRST_WAIT_MS = 5 * 60_000
export const LONGEST_WAIT_MS = 60 * 60_000

export async function loadStanding(ctx: Ctx, tx: Tx, newId: () => string): Promise<Standing> {
  const now = ctx.now()
  const rows = await data.alarmsLately(tx, new Date(now.getTime() - STANDS_MS - LATE_MS), now)
  return new Standing(rows.map(toAlarm), newId)
}

function toAlarm(row: data.AlarmData): Alarm {
  return {
    id: row.id,
    state: row.state as AlarmState,
    urgent: row.urgent,
    named: refOf(`${row.kind}:${row.key}`),
    series: row.series,
    raisedAt: row.raised_at.getTime(),
    signAt: row.sign_at.getTime(),
    quietUntil: row.quiet_until?.getTime() ?? null,
    ticketIds: row.ticket_ids,
    earlier: row.earlier
      ? { tickets: row.earlier, firstAt: row.first_at.getTime(), shopIds: row.shop_ids }
      : null,
    usualWeek: row.usual_week,
    everyDays: row.every_days,
    plot: row.plot as unknown as AlarmPlot,
    change: 'none',
  }
}

/** Writes down what was raised and what has grown, and announces it: each alarm is raised once. */
export async function saveStanding(ctx: Ctx, tx: Tx, standing: Standing, hearing: Hearing): Promise<void> {
  const events: EventRow[] = []
  const changed = standing.alarms.filter((one) => one.change !== 'none')
  const unknown = changed.map((one) => one.named).filter((ref) => !hearing.knows(ref))
  if (unknown.length) hearing.add(await readSeries(tx, unknown))
  for (const alarm of changed) {
    const row = await toRow(ctx, tx, alarm, hearing)
    const audience = audienceOf(row.shop_ids)
    if (alarm.change === 'new') {
      await data.insertAlarm(tx, row)
      await insertCall(tx, row.brand_id, { alarmId: row.id, level: 0, at: row.raised_at })
      events.push(eventRow(alarmRaised, { alarmId: alarm.id }, audience))
      await audit(tx, ctx, {
        action: 'insights.raiseAlarm',
        subjectKind: 'alarm',
        subjectId: alarm.id,
        data: { series: nameOf(alarm.named), tickets: alarm.ticketIds.length },
      })
    } else {
      await data.updateAlarm(tx, alarm.id, grownOf(row))
      events.push(eventRow(alarmChanged, { alarmId: alarm.id }, audience))
    }
  }
  await publish(tx, ctx, ...events)
}

/** What a person has decided stays as it is. */
function grownOf(row: data.AlarmData): Partial<data.AlarmData> {
  const { urgent, kind, key, series, shop_ids, sign_at, first_at, last_at, heard, usual, usual_week } = row
  const { every_days, ticket_ids, earlier, plot } = row
  return {
    urgent,
    kind,
    key,
    series,
    shop_ids,
    sign_at,
    first_at,
    last_at,
    heard,
    usual,
    usual_week,
    every_days,
    ticket_ids,
    earlier,
    plot,
  }
}

/** Whoever reaches the shop; of several shops whoever reaches any: the list is asked for again with the own reach. */
export function audienceOf(shopIds: readonly string[]): Audience {
  return shopIds.length === 1 ? { shopId: shopIds[0]! } : shopIds.length ? { everyShop: true } : {}
}

/** After five minutes, then each time twice as long after, at most an hour; never silent until somebody looks. */
export function nextCallAt(now: Date, level: number): Date {
  return new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** Math.min(level, 10), LONGEST_WAIT_MS))
}

async function toRow(ctx: Ctx, tx: Tx, alarm: Alarm, hearing: Hearing): Promise<data.AlarmData> {
  const said = await data.saidBy(tx, alarm.ticketIds)
  // Somebody may have corrected what a ticket is about: it speaks for the alarm no more.
  const named = said.filter((one) => one.said.includes(nameOf(alarm.named)))
  const own = named.length ? named : said
  const inShift = alarm.named.kind === 'shift'
  const times = own.map((one) => ((inShift && one.bought_at) || one.at).getTime())
  const { earlier } = alarm
  const first = Math.min(...times, earlier?.firstAt ?? Number.POSITIVE_INFINITY)
  const last = Math.max(...times)
  const ownIds = new Set(own.map((one) => one.ticket_id))
  const kept = alarm.ticketIds.filter((id) => ownIds.has(id)).slice(-MOST_TICKETS)
  const before = earlier?.tickets ?? 0
  const now = ctx.now()
  const serious = own.filter((one) => one.urgent).length * 2 >= own.length
  const urgent = tellsOfHarm(alarm) || (alarm.change === 'new' ? serious : alarm.urgent)
  return {
    brand_id: ctx.actor.brandId,
    id: alarm.id,
    state: alarm.state,
    urgent,
    kind: alarm.named.kind,
    key: alarm.named.key,
    series: alarm.series,
    shop_ids: [...new Set([...(earlier?.shopIds ?? []), ...own.flatMap((one) => one.shop_id ?? [])])],
    raised_at: now,
    sign_at: new Date(alarm.signAt),
    first_at: new Date(first),
    last_at: new Date(last),
    heard: before + own.length,
    usual: hearing.usual(alarm.named, first, last),
    usual_week: alarm.usualWeek,
    every_days: alarm.everyDays,
    ticket_ids: kept,
    earlier: before + own.length - kept.length,
    plot: hearing.plot(alarm.named, first, last) as unknown as data.AlarmData['plot'],
    decided_by: null,
    decided_at: null,
    cause: '',
    reason: '',
    quiet_until: null,
    incident_id: null,
    level: 0,
    next_at: urgent ? nextCallAt(now, 0) : null,
  }
}
