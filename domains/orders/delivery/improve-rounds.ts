import {
  type Allowed,
  type Draft,
  draftCost,
  insertByRegret,
  isBound,
  type Round,
  withLegs,
} from './draft-rounds.ts'
import { without } from './insertion.ts'
import type { Job, Leg, Pace } from './round-cost.ts'

/** So much work is put into one plan, in placed jobs: a decision stays well under 200 ms whatever the size. */
const WORK = 2600
const MOST_TRIES = 400
const MOST_OUT = 4

/**
 * Local improvement until the work is used up: one order to another place (relocate), several at once between rounds (swap), and a piece of a
 * round turned round (2-opt). What is not better is forgotten.
 * Shape: the tries come from a counter, not from chance: the same plan every time.
 */
export function improve(pace: Pace, begun: Draft, allowed: Allowed): Draft {
  const movable = begun.rounds.flatMap(({ legs }) =>
    legs.flatMap(({ job, kind }) => (kind === 'drop' && !isBound(job) ? [job] : [])),
  )
  let best = turned(pace, begun)
  if (!movable.length) return best
  let cost = draftCost(best)
  const next = sequence(movable.length)
  const tries = Math.min(MOST_TRIES, Math.ceil(WORK / (movable.length + 4)))
  for (let n = 0; n < tries; n += 1) {
    const out = n < movable.length ? [movable[n]!] : some(movable, next)
    const tried = turned(pace, moved(pace, best, out, allowed), best)
    const triedCost = draftCost(tried)
    if (triedCost < cost - 1e-9) [best, cost] = [tried, triedCost]
  }
  return best
}

/** The plan with these taken out and put in again where they fit best, what was left over as well. */
function moved(pace: Pace, draft: Draft, out: readonly Job[], allowed: Allowed): Draft {
  const rounds = draft.rounds.map((round) => {
    const legs = out.reduce((rest, job) => without(rest, job), round.legs)
    return legs.length === round.legs.length ? { ...round } : withLegs(pace, round, legs)
  })
  const carried = draft.left.filter((job) => job.carried)
  const tried: Draft = { rounds, left: carried }
  insertByRegret(pace, tried, [...out, ...draft.left.filter((job) => !job.carried)], allowed)
  return tried
}

/** Each changed round with that piece turned round which saves most, if one does (2-opt). */
function turned(pace: Pace, draft: Draft, before?: Draft): Draft {
  const rounds = draft.rounds.map((round, n) => {
    const known = before?.rounds[n]
    return known && sameLegs(known.legs, round.legs) ? known : bestTurn(pace, round)
  })
  return { rounds, left: draft.left }
}

function bestTurn(pace: Pace, round: Round): Round {
  const { legs } = round
  let best = round
  for (let from = 0; from < legs.length - 1; from += 1)
    for (let to = from + 1; to < legs.length; to += 1) {
      // A pick-up and its own door in one piece cannot be turned round, nor can any longer piece.
      if (legs.slice(from, to).some((leg) => leg.job === legs[to]!.job)) break
      const piece = legs.slice(from, to + 1).reverse()
      const tried = withLegs(pace, round, [...legs.slice(0, from), ...piece, ...legs.slice(to + 1)])
      if (tried.cost < best.cost - 1e-9) best = tried
    }
  return best
}

function sameLegs(a: readonly Leg[], b: readonly Leg[]): boolean {
  return a.length === b.length && a.every((leg, n) => leg.job === b[n]!.job && leg.kind === b[n]!.kind)
}

/** Two to four jobs that stand near one another in the list or far apart, in turn. */
function some(jobs: readonly Job[], next: () => number): Job[] {
  const count = Math.min(jobs.length, 2 + (next() % (MOST_OUT - 1)))
  const out = new Set<Job>()
  while (out.size < count) out.add(jobs[next() % jobs.length]!)
  return [...out]
}

/** A fixed sequence of numbers (mulberry32), begun from the size of the plan. */
function sequence(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
