import { setTimeout } from 'node:timers/promises'
import type { Locale } from '#contracts/kit'
import type { RobotKind } from '#contracts/notify'
import { findStaffNames, findStaffPhones } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { addressesOf } from '../own/addresses.ts'
import { readPreferences } from '../own/preference-data.ts'
import { findRobot, givePlacesBack, type RobotRow, saveHealth, takePlaces } from '../robots/robot-data.ts'
import { ROBOTS } from '../robots/robot-kind.ts'
import type { Mention } from '../robots/robot-seam.ts'
import { secretsOf } from '../robots/robot-secrets.ts'
import { type Composed, compose, groupText } from './compose.ts'
import * as data from './delivery-data.ts'
import { gather, linesWithin } from './gather.ts'
import { healthOf } from './health.ts'
import { noted } from './noted.ts'
import { LEASE_MS, putOff, setAside } from './retry.ts'
import { asSendFault, SendFault } from './send-fault.ts'

const MOST_WAITING = 200
/** After these the next message would fare no better: it is not waited for eight seconds each, which would outlast the lease. */
const ENDS_TURN: readonly string[] = ['quota', 'timedOut', 'unreachable']
/** The same for a service that answers, but ever so slowly. */
const SLOW = new SendFault('timedOut', { again: true, afterS: 1 })
const isSlow = (began: number) => performance.now() - began > LEASE_MS * 0.6
type One = { row: data.DeliveryRow; said: Composed; mentions: Mention[] }
type Turn = { robot: RobotRow; single: One[]; together: One[] }

/** Sends what waits for one robot, as far as its service allows; what goes beyond is told together. */
export async function sendToRobot(ctx: Ctx, robotId: string): Promise<void> {
  const turn = await ctx
    .transaction((tx) => takeTurn(ctx, tx, robotId))
    .catch((error: unknown) => setAsideOf(ctx, robotId, error))
  if (!turn) return
  const { robot, single, together } = turn
  const { gapMs } = ROBOTS[robot.kind as RobotKind]
  const began = performance.now()
  for (const [place, one] of single.entries()) {
    if (place && gapMs) await setTimeout(gapMs)
    const fault = await send(
      ctx,
      robot,
      groupText(one.said, robot.locale as Locale),
      one.mentions,
      [one],
      false,
    )
    const ends = fault && ENDS_TURN.includes(fault.code) ? fault : isSlow(began) ? SLOW : null
    if (!ends) continue
    const rest = single.slice(place + 1)
    const rows = [...rest, ...together].map((o) => o.row)
    return noted(ctx, async (tx) => {
      await putOff(ctx, tx, rows, ends, true)
      await givePlacesBack(tx, robotId, rest.length + (together.length ? 1 : 0))
    })
  }
  if (together.length)
    await send(ctx, robot, togetherText(robot, together), mentionsOf(together), together, true)
}

async function takeTurn(ctx: Ctx, tx: Tx, robotId: string): Promise<Turn | null> {
  const now = ctx.now()
  const robot = await findRobot(tx, robotId)
  if (!robot) return null
  const waiting = await data.waitingOf(tx, robotId, now, MOST_WAITING)
  if (!robot.on) {
    await data.settle(tx, idsOf(waiting), { state: 'dropped', at: now, problem: 'robotOff' })
    return null
  }
  const all: One[] = []
  for (const row of waiting) all.push(await prepare(ctx, tx, robot, row))
  const over = all.filter((one) => one.said.over)
  await data.settle(tx, idsOf(over.map((o) => o.row)), { state: 'dropped', at: now, problem: 'taken' })
  const items = all.filter((one) => !over.includes(one))
  if (!items.length) return null
  const { perMinute, mostBytes } = ROBOTS[robot.kind as RobotKind]
  const { given, freeAt } = await takePlaces(tx, robotId, {
    wanted: (free) => Math.min(free, items.length),
    perMinute,
    now,
  })
  const lines = items.map((i) => ({ id: i.row.id, alarm: i.said.alarm, line: lineOf(i.said) }))
  const plan = gather(lines, given, mostBytes - HEAD_BYTES)
  const pick = (ids: string[]) => items.filter((i) => ids.includes(i.row.id))
  await data.leaseAll(tx, [...plan.single, ...plan.together], new Date(now.getTime() + LEASE_MS), true)
  await data.leaseAll(tx, plan.wait, freeAt, false)
  const counted = (ones: One[]) => ones.map((o) => ({ ...o, row: { ...o.row, tries: o.row.tries + 1 } }))
  return { robot, single: counted(pick(plan.single)), together: counted(pick(plan.together)) }
}

/** Finds whichever of a robot's messages can't be made and puts it off, so that the group hears the others. Errors: the first one when there is none. */
async function setAsideOf(ctx: Ctx, robotId: string, error: unknown): Promise<null> {
  const waiting = await ctx.transaction((tx) => data.waitingOf(tx, robotId, ctx.now(), MOST_WAITING))
  let found = 0
  for (const row of waiting) {
    try {
      await ctx.transaction(async (tx) => {
        const robot = await findRobot(tx, robotId)
        if (robot) await prepare(ctx, tx, robot, row)
      })
    } catch (own) {
      await setAside(ctx, row.id, own)
      found += 1
    }
  }
  if (!found) throw error
  return null
}

const idsOf = (rows: readonly data.DeliveryRow[]) => rows.map((r) => r.id)
const HEAD_BYTES = 200
/** More are not called by name: nobody reads a message of names only. */
const MOST_NAMED = 30

async function prepare(ctx: Ctx, tx: Tx, robot: RobotRow, row: data.DeliveryRow): Promise<One> {
  const said = await compose(ctx, tx, row, robot.locale as Locale)
  const staffIds = (row.data as { staffIds?: string[] }).staffIds ?? []
  if (!robot.mention || !staffIds.length || staffIds.length > MOST_NAMED) return { row, said, mentions: [] }
  const [names, phones, stored] = await Promise.all([
    findStaffNames(tx, staffIds),
    findStaffPhones(tx, ctx, staffIds),
    readPreferences(tx, staffIds),
  ])
  const { userId } = ROBOTS[robot.kind as RobotKind]
  const mentions = staffIds.map((id) => ({
    name: names.get(id) ?? '',
    phone: phones.get(id) ?? '',
    userId: addressesOf(ctx, stored.get(id))[userId],
  }))
  return { row, said, mentions }
}

const lineOf = (said: Composed) => `${said.line} ${said.url}`

function togetherText(robot: RobotRow, ones: readonly One[]): string {
  const { mostBytes } = ROBOTS[robot.kind as RobotKind]
  const { shown, more } = linesWithin(
    ones.map((one) => lineOf(one.said)),
    mostBytes - HEAD_BYTES,
  )
  const locale = robot.locale as Locale
  const head = sentence(locale, 'notify', 'text.together', { count: ones.length })
  const tail = more ? [sentence(locale, 'notify', 'text.more', { count: more })] : []
  return [head, ...shown, ...tail].join('\n')
}

/** Those whom an alarm calls are called in the message that tells several together as well. */
function mentionsOf(ones: readonly One[]): Mention[] {
  const all = ones.filter((one) => one.said.alarm).flatMap((one) => one.mentions)
  return [...new Map(all.map((m) => [`${m.userId} ${m.phone} ${m.name}`, m])).values()]
}

async function send(
  ctx: Ctx,
  robot: RobotRow,
  text: string,
  mentions: Mention[],
  ones: readonly One[],
  gathered: boolean,
): Promise<SendFault | null> {
  const rows = ones.map((o) => o.row)
  try {
    await ROBOTS[robot.kind as RobotKind].send(secretsOf(ctx, robot), { text, mentions }, ctx.now())
  } catch (error) {
    const fault = asSendFault(error)
    ctx.log.warn({ robot: robot.id, code: fault.code, err: fault.cause }, 'a robot could not be used')
    await noted(ctx, async (tx) => {
      await putOff(ctx, tx, rows, fault)
      const rest = fault.code === 'quota' ? new Date(ctx.now().getTime() + (fault.afterS ?? 60) * 1000) : null
      await saveHealth(tx, robot.id, healthOf(ctx, fault), rest)
    })
    return fault
  }
  await noted(ctx, async (tx) => {
    await data.settle(tx, idsOf(rows), { state: 'sent', at: ctx.now(), gathered })
    if ((robot.health as { state?: string }).state !== 'ok')
      await saveHealth(tx, robot.id, healthOf(ctx), null)
  })
  return null
}
