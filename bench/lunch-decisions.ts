import { round } from './measure.ts'
import type { Served } from './serve.ts'

const NAME = 'huiyin_dispatch_seconds'
const TOO_LONG = '0.2'

/** How long the decisions of dispatch took in these processes so far, as their own metrics say: counts by upper bound in seconds. */
export async function readDecisions(kept: Map<string, number>[], from: readonly Served[]): Promise<void> {
  for (const { address } of from) {
    const text = await (await fetch(new URL('/metrics', address))).text()
    const found = text.matchAll(new RegExp(`^${NAME}_(bucket\\{le="([^"]+)"\\}|sum|count) (\\S+)$`, 'gm'))
    kept.push(new Map([...found].map(([, what, bound, value]) => [bound ?? what!, Number(value)])))
  }
}

/** A bound below which 95 of 100 decisions were made, and the share that took longer than 200 ms. */
export function decisionRows(kept: readonly Map<string, number>[]) {
  const sum = (key: string) => kept.reduce((all, one) => all + (one.get(key) ?? 0), 0)
  const count = sum('count')
  const bounds = [...(kept[0]?.keys() ?? [])].filter((key) => Number(key) > 0)
  const p95 = bounds.find((bound) => sum(bound) >= count * 0.95) ?? '+Inf'
  return {
    'decision of dispatch': {
      count,
      meanMs: round((sum('sum') / Math.max(1, count)) * 1000, 1),
      'p95 under, ms': Number(p95) * 1000,
      'over 200 ms': count - sum(TOO_LONG),
    },
  }
}
