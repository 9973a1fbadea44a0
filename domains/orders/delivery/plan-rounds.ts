import { type Allowed, type Draft, draftCost, insertByRegret, isBound } from './draft-rounds.ts'
import { improve } from './improve-rounds.ts'
import { cheapestFit } from './insertion.ts'
import { type Carrier, type Job, type Pace, type Timed, timesOf } from './round-cost.ts'

export type RoundPlan = {
  rounds: { riderId: string; way: Timed[]; cost: number }[]
  left: string[]
  cost: number
}

/**
 * Who brings what, in which order (O3): insertion with time windows by regret, then local improvement.
 * Shape:  pure and deterministic, whatever order riders and jobs come in. Carried and fixed jobs keep their rider; a job whose rider is not
 *         among the carriers is planned anew. `left` holds what nobody may take.
 * Units:  minutes from now; cost in minutes of a rider's way, lateness ten times as dear.
 * Source: regret insertion and large-neighbourhood search after Ropke and Pisinger (2006), pick-up and delivery with time windows.
 */
export function planRounds(
  pace: Pace,
  carriers: readonly Carrier[],
  jobs: readonly Job[],
  allowed: Allowed = () => true,
): RoundPlan {
  const draft = begin(
    pace,
    [...carriers].sort((a, b) => order(a.id, b.id)),
    [...jobs].sort((a, b) => order(a.id, b.id)),
    allowed,
  )
  const best = improve(pace, draft, allowed)
  return {
    rounds: best.rounds.map(({ carrier, legs, cost }) => ({
      riderId: carrier.id,
      way: timesOf(pace, carrier, legs),
      cost,
    })),
    left: best.left.map((job) => job.id),
    cost: draftCost(best),
  }
}

/** Bound jobs first, whatever it costs: what is carried must be brought by whom carries it. */
function begin(pace: Pace, carriers: readonly Carrier[], jobs: readonly Job[], allowed: Allowed): Draft {
  const draft: Draft = { rounds: carriers.map((carrier) => ({ carrier, legs: [], cost: 0 })), left: [] }
  const free: Job[] = []
  const bound = jobs.filter((job) => isBound(job))
  for (const job of [...bound.filter((j) => j.carried), ...bound.filter((j) => !j.carried)]) {
    const round = draft.rounds.find((r) => r.carrier.id === job.riderId)
    const fit = round && cheapestFit(pace, round.carrier, round.legs, job)
    if (fit) Object.assign(round, fit)
    else if (job.carried) draft.left.push(job)
    else free.push(job)
  }
  free.push(...jobs.filter((job) => !isBound(job)))
  insertByRegret(pace, draft, free, allowed)
  return draft
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
