import { scoreText } from '../model.ts'
import { DINING_ASPECTS, OUTPUTS, POLARITIES } from '../outputs.ts'
import { piecesOf, polarityHashes, polarityOf } from '../polarity.ts'
import type { Weights } from '../weights.ts'
import type { Example } from './examples.ts'

type Point = { linear: number; net: number; right: number }

/** How much to believe the linear heads and the network, and from which probability on to say yes: fitted on texts that neither has seen. */
export function settleMix(weights: Weights, examples: readonly Example[]): void {
  const points: Point[][] = OUTPUTS.map(() => [])
  for (const { line, wanted } of examples) {
    if (wanted.every((value) => value < 0)) continue
    const { linear, net } = scoreText(weights, line.text)
    for (let k = 0; k < OUTPUTS.length; k += 1)
      if (wanted[k]! >= 0) points[k]!.push({ linear: linear[k]!, net: net[k]!, right: wanted[k]! })
  }
  for (const [k, own] of points.entries()) {
    const rightOnes = own.filter(({ right }) => right === 1).length
    if (rightOnes < 4 || rightOnes === own.length) continue
    const [a, b, c] = fitMix(own)
    const judged = own.map(({ linear, net, right }) => ({
      p: 1 / (1 + Math.exp(-(a * linear + b * net + c))),
      right,
    }))
    weights.mix.set([a, b, c, bestThreshold(judged)], k * 4)
  }
}

/** Logistic regression with two inputs by plain descent, held lightly to equal parts. */
function fitMix(points: readonly Point[]): [number, number, number] {
  let [a, b, c] = [0.5, 0.5, 0]
  const pull = 2 / points.length
  for (let round = 0; round < 600; round += 1) {
    let [da, db, dc] = [pull * (a - 0.5), pull * (b - 0.5), 0]
    for (const { linear, net, right } of points) {
      const slope = (1 / (1 + Math.exp(-(a * linear + b * net + c))) - right) / points.length
      da += slope * linear
      db += slope * net
      dc += slope
    }
    const step = 0.3
    a = Math.max(0, a - step * da)
    b = Math.max(0, b - step * db)
    c -= step * dc
  }
  return [a, b, c]
}

/** The threshold with the best F1, drawn halfway to one half, because few texts settle it. */
function bestThreshold(judged: { p: number; right: number }[]): number {
  let best = 0.5
  let top = -1
  const all = judged.reduce((sum, { right }) => sum + right, 0)
  for (let threshold = 0.2; threshold <= 0.8; threshold += 0.02) {
    const said = judged.filter(({ p }) => p >= threshold)
    const hit = said.reduce((sum, { right }) => sum + right, 0)
    const f1 = (2 * hit) / (said.length + all)
    if (f1 > top + 1e-9) {
      top = f1
      best = threshold
    }
  }
  return (best + 0.5) / 2
}

/** Softens the polarity's probabilities, and shifts the choice so that small classes are heard: by the mean F1 of the three. */
export function settlePolarity(weights: Weights, examples: readonly Example[]): void {
  const seen: { logs: number[]; right: number }[] = []
  for (const { line } of examples) {
    if (!line.aspects || Array.isArray(line.aspects)) continue
    for (const [k, name] of DINING_ASPECTS.entries()) {
      const value = line.aspects[name] ?? -2
      if (value === -2) continue
      const scored = scoreText(weights, line.text)
      const pieces = piecesOf(weights.heads.dining!, k, scored)
      const said = polarityOf(weights, polarityHashes(scored, k, pieces))
      seen.push({ logs: POLARITIES.map((polarity) => Math.log(said[polarity] + 1e-9)), right: value + 1 })
    }
  }
  if (seen.length < 50) return
  let top = Infinity
  for (let heat = 0.3; heat <= 2; heat += 0.1) {
    let loss = 0
    for (const { logs, right } of seen) {
      const exps = logs.map((log) => Math.exp(log * heat))
      loss -= Math.log(exps[right]! / exps.reduce((x, y) => x + y, 0))
    }
    if (loss < top) {
      top = loss
      weights.polarityHeat = heat
    }
  }
  let best = -1
  for (let low = -0.5; low <= 1.5; low += 0.1)
    for (let middle = -0.8; middle <= 0.8; middle += 0.1) {
      const shift = [low, middle, 0]
      const f1 = meanF1(seen, shift, weights.polarityHeat)
      if (f1 > best + 1e-9) {
        best = f1
        weights.polarityShift = shift
      }
    }
}

function meanF1(seen: { logs: number[]; right: number }[], shift: number[], heat: number): number {
  const hit = [0, 0, 0]
  const said = [0, 0, 0]
  const all = [0, 0, 0]
  for (const { logs, right } of seen) {
    let choice = 0
    for (let k = 1; k < 3; k += 1)
      if (logs[k]! * heat + shift[k]! > logs[choice]! * heat + shift[choice]!) choice = k
    said[choice]! += 1
    all[right]! += 1
    if (choice === right) hit[right]! += 1
  }
  return hit.reduce((sum, hits, k) => sum + (2 * hits) / (said[k]! + all[k]! || 1), 0) / 3
}
