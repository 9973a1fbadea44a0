import type { Point } from '#contracts/kit'
import type { OrderPolicy } from '#contracts/playbook/orders'

/** One order to be carried. Instants in minutes from the moment of planning. */
export type Job = {
  id: string
  from: Point | null
  to: Point | null
  /** The kitchen will have it ready; 0: it is. */
  readyMin: number
  /** Promised to the customer; what has no promise is never late. */
  dueMin: number
  /** On board already: only the door is left, and only this rider can bring it. */
  carried: boolean
  /** Who has it now; a person fixed it, or it is carried, or it belongs to a shop that is not being planned. */
  riderId: string | null
  fixed: boolean
}
export type Carrier = {
  id: string
  at: Point | null
  /** Heard of lately; without it `at` is reckoned, and orders go first to whoever is known to be near. */
  located: boolean
  /** Busy or held up until then. */
  freeMin: number
  most: number
}
export type Leg = { job: Job; kind: 'pick' | 'drop' }
export type Timed = { jobId: string; kind: 'pick' | 'drop'; atMin: number }
export type Pace = Pick<OrderPolicy['rider'], 'speedKmh' | 'detour' | 'atDoorMin'>

/** What a round costs, in minutes of a rider's way: lateness weighs far above distance, a dish that grows cold a little. */
const LATE = 10
const COLD = 0.1
const TAKE_MIN = 1
const UNKNOWN_MIN = 15
const KM_PER_DEGREE = 111.195

/** From place to place in minutes; an address without a place on the map is taken as an ordinary way. */
export function rideMin(pace: Pace, from: Point | null, to: Point | null): number {
  if (!from || !to) return UNKNOWN_MIN
  if (from.lat === to.lat && from.lng === to.lng) return 0
  return (flatKm(from, to) * pace.detour * 60) / pace.speedKmh
}

/** Straight line within a city, where the earth is flat enough: a plan asks this a hundred thousand times. */
function flatKm(a: Point, b: Point): number {
  const lat = (b.lat - a.lat) * KM_PER_DEGREE
  const lng = (b.lng - a.lng) * KM_PER_DEGREE * Math.cos(((a.lat + b.lat) * Math.PI) / 360)
  return Math.sqrt(lat * lat + lng * lng)
}

/** The state of a rider between two places of the round. */
export type Walk = { at: Point | null; min: number; load: number; cost: number }

export function startOf(carrier: Carrier, legs: readonly Leg[]): Walk {
  const load = legs.filter((leg) => leg.job.carried).length
  return { at: carrier.at, min: carrier.freeMin, load, cost: 0 }
}

/** One place further. Shape: a rider of whom no place is known begins at the first shop. */
export function step(pace: Pace, walk: Walk, { job, kind }: Leg, first: boolean): Walk {
  const to = kind === 'pick' ? job.from : job.to
  const unknown = first && !walk.at && kind === 'pick'
  const ride = unknown ? 0 : rideMin(pace, walk.at, to)
  if (kind === 'pick') {
    const min = Math.max(walk.min + ride, job.readyMin) + TAKE_MIN
    return { at: to, min, load: walk.load + 1, cost: walk.cost + ride }
  }
  const min = walk.min + ride + pace.atDoorMin
  const late = Math.max(0, min - job.dueMin)
  const cold = Math.max(0, min - job.readyMin)
  return { at: to, min, load: walk.load - 1, cost: walk.cost + ride + late * LATE + cold * COLD }
}

/** What the whole round costs; Infinity when it carries too much at once or brings what it has not fetched. */
export function roundCost(pace: Pace, carrier: Carrier, legs: readonly Leg[]): number {
  let walk = startOf(carrier, legs)
  const aboard = new Set<string>()
  // What is on board already may be more than a new rule allows; it is brought all the same.
  const most = Math.max(carrier.most, walk.load)
  for (const [n, leg] of legs.entries()) {
    if (leg.kind === 'pick') aboard.add(leg.job.id)
    else if (!leg.job.carried && !aboard.has(leg.job.id)) return Number.POSITIVE_INFINITY
    walk = step(pace, walk, leg, n === 0)
    if (walk.load > most) return Number.POSITIVE_INFINITY
  }
  return walk.cost
}

/** When the rider is at each place: ready to leave the shop, or done at the door. */
export function timesOf(pace: Pace, carrier: Carrier, legs: readonly Leg[]): Timed[] {
  let walk = startOf(carrier, legs)
  return legs.map((leg, n) => {
    walk = step(pace, walk, leg, n === 0)
    return { jobId: leg.job.id, kind: leg.kind, atMin: walk.min }
  })
}
