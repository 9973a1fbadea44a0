import {
  type Carrier,
  type Job,
  type Leg,
  type Pace,
  roundCost,
  startOf,
  step,
  type Walk,
} from './round-cost.ts'

export type Fit = { legs: Leg[]; cost: number }

/**
 * The cheapest way to take one more order into a round, keeping the order of what is in it.
 * Shape: null when it fits nowhere. The round up to the pick-up is walked once, not for every place of the door.
 */
export function cheapestFit(pace: Pace, carrier: Carrier, round: readonly Leg[], job: Job): Fit | null {
  if (job.carried) return bestDrop(pace, carrier, round, job)
  let best: Fit | null = null
  let head = startOf(carrier, round)
  const most = Math.max(carrier.most, head.load)
  for (let n = 0; n <= round.length; n += 1) {
    const pick: Leg = { job, kind: 'pick' }
    const taken = step(pace, head, pick, n === 0)
    if (taken.load <= most && (!best || taken.cost < best.cost))
      best = doorsAfter(pace, taken, most, round, n, { job, best })
    if (n < round.length) head = step(pace, head, round[n]!, n === 0)
  }
  return best
}

/** Tries every place of the door behind a pick-up at place `n`. */
function doorsAfter(
  pace: Pace,
  taken: Walk,
  most: number,
  round: readonly Leg[],
  n: number,
  { job, best }: { job: Job; best: Fit | null },
): Fit | null {
  let found = best
  let walk = taken
  for (let m = n; m <= round.length; m += 1) {
    const cost = restCost(pace, step(pace, walk, { job, kind: 'drop' }, false), most, round, m, found?.cost)
    if (cost !== null && (!found || cost < found.cost)) {
      const legs = [
        ...round.slice(0, n),
        { job, kind: 'pick' as const },
        ...round.slice(n, m),
        { job, kind: 'drop' as const },
        ...round.slice(m),
      ]
      found = { legs, cost }
    }
    if (m === round.length) break
    walk = step(pace, walk, round[m]!, false)
    if (walk.load > most) break
  }
  return found
}

/** The rest of the round from a state; null when it is over the load, or dearer than what is known. */
function restCost(
  pace: Pace,
  from: Walk,
  most: number,
  round: readonly Leg[],
  m: number,
  limit = Number.POSITIVE_INFINITY,
): number | null {
  let walk = from
  for (let i = m; i < round.length; i += 1) {
    walk = step(pace, walk, round[i]!, false)
    if (walk.load > most || walk.cost >= limit) return null
  }
  return walk.cost
}

/** What is on board needs only a place for its door. */
function bestDrop(pace: Pace, carrier: Carrier, round: readonly Leg[], job: Job): Fit | null {
  let best: Fit | null = null
  for (let m = 0; m <= round.length; m += 1) {
    const legs: Leg[] = [...round.slice(0, m), { job, kind: 'drop' }, ...round.slice(m)]
    const cost = roundCost(pace, carrier, legs)
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { legs, cost }
  }
  return best
}

export function without(round: readonly Leg[], job: Job): Leg[] {
  return round.filter((leg) => leg.job !== job)
}
