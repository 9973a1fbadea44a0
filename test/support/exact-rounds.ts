import {
  type Carrier,
  type Job,
  type Leg,
  type Pace,
  startOf,
  step,
  type Walk,
} from '../../domains/orders/delivery/round-cost.ts'

type Label = { walk: Walk; last: number }

/**
 * The cheapest plan there is, for at most about seven jobs that nobody holds yet: by dynamic programming over all subsets and all ways.
 * Shape: two ways to the same place with the same dishes on board and delivered are compared by time and cost; only the better ones go on.
 */
export function exactCost(pace: Pace, carriers: readonly Carrier[], jobs: readonly Job[]): number {
  const all = (1 << jobs.length) - 1
  let best = new Array<number>(all + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  for (const carrier of carriers) {
    const own = cheapestBySubset(pace, carrier, jobs)
    const next = [...best]
    for (let taken = 0; taken <= all; taken += 1)
      for (let mine = taken; mine; mine = (mine - 1) & taken)
        next[taken] = Math.min(next[taken]!, best[taken & ~mine]! + own[mine]!)
    best = next
  }
  return best[all]!
}

/** What one rider's best round over each set of jobs costs. */
function cheapestBySubset(pace: Pace, carrier: Carrier, jobs: readonly Job[]): number[] {
  const all = (1 << jobs.length) - 1
  const cheapest = new Array<number>(all + 1).fill(Number.POSITIVE_INFINITY)
  let open = new Map<string, Label[]>([['0,0', [{ walk: startOf(carrier, []), last: -1 }]]])
  cheapest[0] = 0
  for (let length = 0; length < jobs.length * 2; length += 1) {
    const next = new Map<string, Label[]>()
    for (const [key, labels] of open) {
      const [picked, dropped] = key.split(',').map(Number) as [number, number]
      for (const label of labels)
        for (const [n, job] of jobs.entries())
          grow(pace, carrier, { picked, dropped, label, n, job, next, length })
    }
    for (const [key, labels] of next) {
      const [picked, dropped] = key.split(',').map(Number) as [number, number]
      if (picked === dropped)
        for (const { walk } of labels) cheapest[picked] = Math.min(cheapest[picked]!, walk.cost)
    }
    open = next
  }
  return cheapest
}

type Growth = {
  picked: number
  dropped: number
  label: Label
  n: number
  job: Job
  next: Map<string, Label[]>
  length: number
}

function grow(pace: Pace, carrier: Carrier, g: Growth): void {
  const bit = 1 << g.n
  const leg: Leg | null =
    g.picked & bit ? (g.dropped & bit ? null : { job: g.job, kind: 'drop' }) : { job: g.job, kind: 'pick' }
  if (!leg || (leg.kind === 'pick' && g.label.walk.load >= carrier.most)) return
  const walk = step(pace, g.label.walk, leg, g.length === 0)
  const last = g.n * 2 + (leg.kind === 'drop' ? 1 : 0)
  const key = leg.kind === 'pick' ? `${g.picked | bit},${g.dropped}` : `${g.picked},${g.dropped | bit}`
  const labels = g.next.get(key) ?? []
  if (labels.some((l) => l.last === last && l.walk.min <= walk.min && l.walk.cost <= walk.cost)) return
  const kept = labels.filter((l) => l.last !== last || l.walk.min < walk.min || l.walk.cost < walk.cost)
  g.next.set(key, [...kept, { walk, last }])
}
