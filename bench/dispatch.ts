import { planRounds } from '../domains/orders/delivery/plan-rounds.ts'
import type { Carrier, Job } from '../domains/orders/delivery/round-cost.ts'
import { exactCost } from '../test/support/exact-rounds.ts'
import { numbers } from '../test/support/numbers.ts'
import { percentiles, round } from './measure.ts'

const PACE = { speedKmh: 18, detour: 1.35, atDoorMin: 4 }
const CITY = { lat: 30.27, lng: 120.15 }
const KM = 1 / 111
const CASES = 40

/**
 * Rounds against the exact optimum on small cases (the gap is a ratio of costs: 0.02 is two in a hundred dearer), and how long one decision takes
 * for a shop's lunch hour, which has to stay under 200 ms.
 */
export function measureDispatch() {
  const next = numbers(20_260_302)
  const small = [3, 4, 5, 6, 7].map((size) => [`exact, ${size} orders`, gaps(size, next)] as const)
  const big = [10, 20, 40, 80].map((size) => [`decision, ${size} orders`, decisions(size, next)] as const)
  return Object.fromEntries<Record<string, number>>([...small, ...big])
}

function gaps(size: number, next: () => number) {
  const found = Array.from({ length: CASES }, () => {
    const [riders, jobs] = [city(1 + Math.floor(next() * 3), next), orders(size, next)]
    const exact = exactCost(PACE, riders, jobs)
    return planRounds(PACE, riders, jobs).cost / exact - 1
  })
  const mean = found.reduce((sum, gap) => sum + gap, 0) / found.length
  return {
    cases: found.length,
    meanGap: round(mean, 4),
    worstGap: round(Math.max(...found), 4),
    optimal: found.filter((gap) => gap < 1e-6).length,
  }
}

function decisions(size: number, next: () => number) {
  const took = Array.from({ length: 12 }, () => {
    const [riders, jobs] = [city(12, next), orders(size, next)]
    const begun = performance.now()
    planRounds(PACE, riders, jobs)
    return performance.now() - begun
  })
  const { count, p50Ms, p95Ms, maxMs } = percentiles(took)
  return { cases: count, p50Ms, p95Ms, maxMs }
}

function city(riders: number, next: () => number): Carrier[] {
  return Array.from({ length: riders }, (_, n) => ({
    id: `rider-${String(n).padStart(2, '0')}`,
    at: near(2, next),
    located: true,
    freeMin: Math.floor(next() * 10),
    most: 4,
  }))
}

/** Two shops near one another, doors within three kilometres, promised in a quarter of an hour to an hour. */
function orders(count: number, next: () => number): Job[] {
  const shops = [near(1, next), near(1, next)]
  return Array.from({ length: count }, (_, n) => ({
    id: `order-${String(n).padStart(3, '0')}`,
    from: shops[Math.floor(next() * 2)]!,
    to: near(3, next),
    readyMin: Math.floor(next() * 20),
    dueMin: 15 + Math.floor(next() * 45),
    carried: false,
    riderId: null,
    fixed: false,
  }))
}

function near(km: number, next: () => number) {
  return { lat: CITY.lat + (next() * 2 - 1) * km * KM, lng: CITY.lng + (next() * 2 - 1) * km * KM }
}
