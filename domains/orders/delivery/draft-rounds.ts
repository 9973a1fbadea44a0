import { cheapestFit, type Fit } from './insertion.ts'
import { type Carrier, type Job, type Leg, type Pace, roundCost } from './round-cost.ts'

export type Round = { carrier: Carrier; legs: Leg[]; cost: number }
/** The whole plan while it is being made. `left` fits into no round. */
export type Draft = { rounds: Round[]; left: Job[] }
export type Allowed = (carrier: Carrier, job: Job) => boolean
/** Giving a stop to another rider than before must save so much, or rounds would change under people's feet. */
const SWITCH = 3
/** An order goes to somebody of whom nobody knows the place only where that saves an hour's way, or six minutes of lateness. */
const UNLOCATED = 60
const LEFT = 10_000

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
  return fit && { ...fit, more: fit.cost - round.cost + giveCost(round.carrier, job) }
}

/** What is given to another rider than before costs more than its way; what a rider has already stays, located or not. */
function giveCost(carrier: Carrier, job: Job): number {
  if (job.riderId === carrier.id) return 0
  return (job.riderId ? SWITCH : 0) + (carrier.located ? 0 : UNLOCATED)
}

export function draftCost({ rounds, left }: Draft): number {
  let cost = left.length * LEFT
  for (const { carrier, legs, cost: own } of rounds) {
    cost += own
    for (const leg of legs) if (leg.kind === 'drop') cost += giveCost(carrier, leg.job)
  }
  return cost
}

/** The round with these places; used where the order itself changes. */
export function withLegs(pace: Pace, { carrier }: Round, legs: Leg[]): Round {
  return { carrier, legs, cost: roundCost(pace, carrier, legs) }
}
