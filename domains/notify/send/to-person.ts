import type { Locale } from '#contracts/kit'
import type { Means } from '#contracts/notify'
import { notToday } from '#domains/channels'
import { findAtWork, findStaffPhones } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sortOf } from '../hear/notice-groups.ts'
import { ALL_MEANS } from '../means/all-means.ts'
import { SPOKEN_IN } from '../means/call.ts'
import { limitsOf } from '../means/limits.ts'
import type { Person } from '../means/person-message.ts'
import { saveSenderHealth } from '../means/sender-data.ts'
import { addressesOf } from '../own/addresses.ts'
import { readPreferences, sentSince } from '../own/preference-data.ts'
import { rungLately } from './call-data.ts'
import { type Composed, compose } from './compose.ts'
import * as data from './delivery-data.ts'
import { healthOf } from './health.ts'
import { noted } from './noted.ts'
import { LEASE_MS, putOff, setAside } from './retry.ts'
import { asSendFault, OF_THE_PERSON, SendFault } from './send-fault.ts'
import { withinTime } from './within-time.ts'

/** WeCom drops silently what a member gets beyond 30 messages a minute: we stop short of it. */
const WECOM_A_MINUTE = 28
/** After a call about something else the phone is left alone so long. */
const BETWEEN_CALLS_S = 60

/** A call may ring by then. */
const TOO_LATE = {
  call: new SendFault('callUnsure'),
  other: new SendFault('timedOut', { again: true }),
}

/** Sends one notice to one person. At least once: each means gets our id to know a repeat by. */
export async function sendToPerson(ctx: Ctx, id: string): Promise<void> {
  const taken = await ctx
    .transaction((tx) => take(ctx, tx, id))
    .catch((error: unknown) => setAside(ctx, id, error))
  if (!taken) return
  const { row, said, person } = taken
  const means = row.means as Means
  const message = {
    id: row.id,
    title: said.title,
    body: said.body,
    url: said.url,
    urgent: said.alarm,
    number: said.number,
    sort: sortOf(row.kind),
    repeat: row.tries > 1,
    spoken: said.spoken,
  }
  try {
    if (taken.tooMany) throw taken.tooMany
    await withinTime(ALL_MEANS[means](ctx, person, message), TOO_LATE[means === 'call' ? 'call' : 'other'])
  } catch (error) {
    const fault = asSendFault(error)
    ctx.log.warn({ means, code: fault.code, err: fault.cause }, 'a notice could not be sent')
    return noted(ctx, async (tx) => {
      await putOff(ctx, tx, [row], fault)
      if (!OF_THE_PERSON.includes(fault.code)) await saveSenderHealth(tx, means, healthOf(ctx, fault))
    })
  }
  await noted(ctx, async (tx) => {
    await data.settle(tx, [row.id], { state: 'sent', at: ctx.now() })
    await saveSenderHealth(tx, means, healthOf(ctx))
  })
}

type Taken = { row: data.DeliveryRow; said: Composed; person: Person; tooMany: SendFault | null }

async function take(ctx: Ctx, tx: Tx, id: string): Promise<Taken | null> {
  const now = ctx.now()
  const row = await data.leaseDelivery(tx, id, now, new Date(now.getTime() + LEASE_MS))
  if (!row?.staff_id) return null
  const staffId = row.staff_id
  const person = await findAtWork(tx, staffId)
  const calls = row.means === 'call'
  const said = await compose(ctx, tx, row, calls ? SPOKEN_IN : ((person?.locale ?? 'zh-CN') as Locale))
  const rung = calls ? await rungLately(tx, row, now) : null
  const over = said.over ? 'taken' : rung?.same ? 'rung' : person ? '' : 'personLeft'
  if (over) {
    await data.settle(tx, [id], { state: 'dropped', at: now, problem: over })
    return null
  }
  const stored = await readPreferences(tx, [staffId])
  const addresses = addressesOf(ctx, stored.get(staffId))
  const phones = calls || row.means === 'sms' ? await findStaffPhones(tx, ctx, [staffId]) : null
  const whom = { id: staffId, name: person!.name, addresses, phone: phones?.get(staffId) ?? '' }
  return { row, said, person: whom, tooMany: rung?.other ? RINGING : await overLimit(tx, row, now) }
}

const RINGING = new SendFault('ringing', { again: true, afterS: BETWEEN_CALLS_S })

/** WeCom's limit of a minute is waited for; the text messages and calls of a day are not: tomorrow they are of no use. */
async function overLimit(tx: Tx, row: data.DeliveryRow, now: Date): Promise<SendFault | null> {
  const since = (ms: number) => sentSince(tx, row.staff_id!, row.means as Means, new Date(now.getTime() - ms))
  if (row.means === 'wecom' && (await since(60_000)).reduce((sum, { n }) => sum + n, 0) >= WECOM_A_MINUTE)
    return new SendFault('quota', { again: true, afterS: 30 })
  if (row.means !== 'sms' && row.means !== 'call') return null
  const { mostADay } = await limitsOf(tx, row.means)
  const used = new Map<string, number>()
  for (const { kind, n } of await since(86_400_000)) used.set(sortOf(kind), (used.get(sortOf(kind)) ?? 0) + n)
  const no = notToday(sortOf(row.kind), used, mostADay)
  if (no !== 'full') return no && new SendFault(no)
  return new SendFault(row.means === 'sms' ? 'dayFull' : 'callDayFull', { data: { most: mostADay } })
}
