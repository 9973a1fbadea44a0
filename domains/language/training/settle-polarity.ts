import { POLARITIES } from '../outputs.ts'
import { polarityOf } from '../polarity.ts'
import type { Weights } from '../weights.ts'
import { acrossFolds, type Said } from './polarity-lesson.ts'

type Seen = { logs: number[]; right: number }

/** Softens the polarity's probabilities, and shifts the choice so that small classes are heard: by the mean F1 of the three. */
export function settlePolarity(weights: Weights, said: readonly Said[]): void {
  weights.polarityHeat = Float32Array.of(1)
  weights.polarityShift = new Float32Array(POLARITIES.length)
  const seen: Seen[] = []
  acrossFolds(weights, said, (one) => {
    const found = polarityOf(weights, one.places)
    seen.push({ logs: POLARITIES.map((name) => Math.log(found[name] + 1e-9)), right: one.polarity })
  })
  if (seen.length < 50) return
  let top = Infinity
  for (let heat = 0.3; heat <= 2; heat += 0.1) {
    let loss = 0
    for (const { logs, right } of seen) {
      const exps = logs.map((log) => Math.exp(log * heat))
      loss -= Math.log(exps[right]! / exps.reduce((x, y) => x + y, 0))
    }
    if (loss >= top) continue
    top = loss
    weights.polarityHeat[0] = heat
  }
  let best = -1
  for (let low = -0.6; low <= 1.6; low += 0.1)
    for (let middle = -0.8; middle <= 0.8; middle += 0.1) {
      const f1 = meanF1(seen, [low, middle, 0], weights.polarityHeat[0]!)
      if (f1 <= best + 1e-9) continue
      best = f1
      weights.polarityShift = Float32Array.of(low, middle, 0)
    }
}

function meanF1(seen: readonly Seen[], shift: readonly number[], heat: number): number {
  const hit = [0, 0, 0]
  const said = [0, 0, 0]
  const wanted = [0, 0, 0]
  for (const { logs, right } of seen) {
    let best = 0
    for (let k = 1; k < 3; k += 1)
      if (logs[k]! * heat + shift[k]! > logs[best]! * heat + shift[best]!) best = k
    said[best]! += 1
    wanted[right]! += 1
    if (best === right) hit[best]! += 1
  }
  return hit.reduce((sum, one, k) => sum + (2 * one) / (said[k]! + wanted[k]! || 1), 0) / 3
}
