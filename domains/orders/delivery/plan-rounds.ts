import { improve } from './improve-rounds.ts'
import { cheapestFit, type Fit } from './insertion.ts'
import { type Carrier, type Job, type Leg, type Pace, roundCost, type Timed, timesOf } from './round-cost.ts'

export type Round = { carrier: Carrier; legs: Leg[]; cost: number }
/** The whole plan while it is being made. `left` fits into no round. */
export type Draft = { rounds: Round[]; left: Job[] }
export type Allowed = (carrier: Carrier, job: Job) => boolean
export type RoundPlan = {
  rounds: { riderId: string; way: Timed[]; cost: number }[]
  left: string[]
  cost: number
}
/** Giving a stop to another rider than before must save so much, or rounds would change under people's feet. */
const SWITCH = 3
const LEFT = 10_000

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

export function isBound(job: Job): boolean {
  return job.riderId !== null && (job.carried || job.fixed)
}

/** Puts in next what would lose most by waiting: the difference between its best and its second-best rider. Fits are kept until their round changes. */
export function insertByRegret(pace: Pace, draft: Draft, jobs: readonly Job[], allowed: Allowed): void {
  const open = new Map(
    jobs.map((job) => [job, draft.rounds.map((round) => fitFor(pace, round, job, allowed))] as const),
  )
  while (open.size) {
    const next = mostUrgent(open)
    if (!next) break
    const round = draft.rounds[next.n]!
    Object.assign(round, next.fit)
    open.delete(next.job)
    for (const [job, fits] of open) fits[next.n] = fitFor(pace, round, job, allowed)
  }
  draft.left.push(...open.keys())
}

function mostUrgent(open: Map<Job, (Fit | null)[]>): { job: Job; n: number; fit: Fit } | null {
  let best: { job: Job; n: number; fit: Fit; regret: number } | null = null
  for (const [job, fits] of open) {
    let [first, second, at] = [LEFT, LEFT, -1]
    for (const [n, fit] of fits.entries()) {
      if (!fit) continue
      const more = (fit as Fit & { more: number }).more
      if (more < first) [second, first, at] = [first, more, n]
      else if (more < second) second = more
    }
    if (at < 0) continue
    const regret = second - first
    if (!best || regret > best.regret || (regret === best.regret && job.dueMin < best.job.dueMin))
      best = { job, n: at, fit: fits[at]!, regret }
  }
  return best && { job: best.job, n: best.n, fit: { legs: best.fit.legs, cost: best.fit.cost } }
}

function fitFor(pace: Pace, round: Round, job: Job, allowed: Allowed): (Fit & { more: number }) | null {
  if (!allowed(round.carrier, job)) return null
  const fit = cheapestFit(pace, round.carrier, round.legs, job)
  return fit && { ...fit, more: fit.cost - round.cost + switchCost(round.carrier, job) }
}

function switchCost(carrier: Carrier, job: Job): number {
  return job.riderId && job.riderId !== carrier.id ? SWITCH : 0
}

export function draftCost({ rounds, left }: Draft): number {
  let cost = left.length * LEFT
  for (const { carrier, legs, cost: own } of rounds) {
    cost += own
    for (const leg of legs) if (leg.kind === 'drop') cost += switchCost(carrier, leg.job)
  }
  return cost
}

/** The round with these places; used where the order itself changes. */
export function withLegs(pace: Pace, { carrier }: Round, legs: Leg[]): Round {
  return { carrier, legs, cost: roundCost(pace, carrier, legs) }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
