import type { Identified } from '#domains/customers'
import type { Tx } from '#platform/db/database'
import { HISTORY_DAYS, mayTurnGraver, OFTEN } from '../triage/history.ts'
import { decideAgain, type Incoming, type Opening, type World } from './decide-opening.ts'
import { complaintsSince } from './history-data.ts'

const DAY_MS = 86_400_000

/**
 * Decides once more, on the judgement that is there, where the customer on file has complained often before (triage/history).
 * Shape: openings in the order given, with the ids they had; the load of whoever was picked first is given back.
 */
export async function heedHistory(
  tx: Tx,
  world: World,
  decided: readonly { i: Incoming; opening: Opening }[],
  people: readonly Identified[],
): Promise<Opening[]> {
  const asked = decided.flatMap(({ i, opening }, n) => {
    const { customerId, fresh } = people[n]!
    return customerId && !fresh && !i.history && mayTurnGraver(opening) ? [customerId] : []
  })
  const since = new Date(world.now.getTime() - HISTORY_DAYS * DAY_MS)
  const earlier = await complaintsSince(tx, asked, since)
  return decided.map(({ i, opening }, n) => {
    const times = earlier.get(people[n]!.customerId ?? '') ?? 0
    if (times < OFTEN || i.history || !mayTurnGraver(opening)) return opening
    const picked = opening.picked?.person.id
    if (picked) world.loads.set(picked, (world.loads.get(picked) ?? 1) - 1)
    return decideAgain(i, world, opening, times)
  })
}
