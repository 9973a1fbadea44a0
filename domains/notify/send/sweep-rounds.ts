import type { CallMeans } from '#contracts/insights'
import { type CallTold, noteCall } from '#domains/insights'
import { findStaffNames } from '#domains/people'
import { noteAlarmTold } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import * as data from './delivery-data.ts'

const MOST = 50

/** Rounds of alarms of which everything has been tried once: the ticket's timeline, or the early warning, says who was told by which means (T3). */
export async function sweepRounds(services: Services): Promise<number> {
  const rounds = await data.toldRounds(services, MOST)
  let noted = 0
  for (const { brand_id, id } of rounds) {
    try {
      await note(systemContext(services, brand_id), id)
      noted += 1
    } catch (error) {
      services.log.error({ err: error, round: id }, 'a round of an alarm could not be noted')
    }
  }
  return noted
}

function note(ctx: Ctx, roundId: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const round = await data.takeRound(tx, roundId)
    if (!round) return
    const rows = await data.deliveriesOfRound(tx, roundId)
    const callsWait = rows.some((r) => r.means === 'call' && r.state === 'queued')
    if (round.ticket_id) {
      // Calls that are still to come get a line of their own.
      const told = rows.filter((r) => (r.means === 'call' ? !callsWait : !round.noted))
      await noteOnTicket(ctx, tx, round.ticket_id, round.level, told)
    }
    if (round.alarm_id)
      await noteCall(ctx, tx, round.alarm_id, { level: round.level, ...toldOf(rows, round.called) })
    await data.noteRound(
      tx,
      roundId,
      round.alarm_id ? rows.some((r) => r.state === 'queued') : callsWait && !round.noted,
    )
  })
}

type Row = Awaited<ReturnType<typeof data.deliveriesOfRound>>[number]
const isMissed = (r: Row) => r.state === 'failed' || r.state === 'queued'

async function noteOnTicket(ctx: Ctx, tx: Tx, ticketId: string, level: number, rows: Row[]): Promise<void> {
  const names = await findStaffNames(
    tx,
    rows.flatMap((r) => r.staff_id ?? []),
  )
  const nameOf = (r: Row) => r.robot ?? names.get(r.staff_id ?? '') ?? ''
  const by: Record<string, string[]> = {}
  for (const r of rows) if (r.state === 'sent') by[r.means] = [...(by[r.means] ?? []), nameOf(r)]
  const reached = Object.values(by).flat()
  const missed = [...new Set(rows.filter(isMissed).map(nameOf))].filter((n) => !reached.includes(n))
  if (reached.length || missed.length) await noteAlarmTold(ctx, tx, ticketId, { level, by, missed })
}

/** Whom a call of an early warning has reached and whom not. Shape: whoever was called and neither has means nor was named in a group is missed, unless somebody had looked by then. */
function toldOf(rows: readonly Row[], called: readonly string[]): CallTold {
  const sent = rows.filter((r) => r.state === 'sent')
  const reached = new Set(sent.map((r) => r.staff_id ?? r.robot))
  const missed = whom(rows.filter((r) => isMissed(r) && !reached.has(r.staff_id ?? r.robot)))
  const over = rows.some((r) => r.problem === 'taken' && r.means !== 'call')
  const known = new Set([...rows.map((r) => r.staff_id), ...sent.flatMap(namedIn)])
  const without = over ? [] : called.filter((id) => !known.has(id))
  const by = Map.groupBy(sent, (r) => r.means as CallMeans)
  return {
    by: [...by].map(([means, ones]) => ({ means, ...whom(ones) })),
    missed: { ...missed, staffIds: [...missed.staffIds, ...without] },
    over,
  }
}

const namedIn = (r: Row) => (r.mention ? ((r.data as { staffIds?: string[] }).staffIds ?? []) : [])
const whom = (rows: readonly Row[]) => ({
  staffIds: [...new Set(rows.flatMap((r) => r.staff_id ?? []))],
  groups: [...new Set(rows.flatMap((r) => r.robot ?? []))],
})
