import { findStaffNames } from '#domains/people'
import { noteAlarmTold } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import * as data from './delivery-data.ts'

const MOST = 50

/** Rounds of alarms of which everything has been tried once: the timeline says who was told by which means (T3). */
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
    const names = await findStaffNames(
      tx,
      rows.flatMap((r) => r.staff_id ?? []),
    )
    const nameOf = (r: (typeof rows)[number]) => r.robot ?? names.get(r.staff_id ?? '') ?? ''
    const by: Record<string, string[]> = {}
    for (const r of rows) if (r.state === 'sent') by[r.means] = [...(by[r.means] ?? []), nameOf(r)]
    const reached = Object.values(by).flat()
    const missed = rows.filter((r) => r.state === 'failed' || r.state === 'queued').map(nameOf)
    const told = { level: round.level, by, missed: [...new Set(missed)].filter((n) => !reached.includes(n)) }
    if (reached.length || told.missed.length) await noteAlarmTold(ctx, tx, round.ticket_id, told)
    await data.noteRound(tx, roundId)
  })
}
