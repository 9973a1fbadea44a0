import { SCORES, scoreAt } from '../outputs.ts'
import type { Weights } from '../weights.ts'
import type { Example } from './examples.ts'
import type { Points } from './solve.ts'

/** A text with the first scores of heads that have not seen it. */
export type Judgement = { example: Example; scores: Float32Array }

/** Numbers a row of what is settled: one for each of SCORES and a constant. */
export const WIDTH = SCORES.length + 1

export function pointsOf(
  judgements: readonly Judgement[],
  inputs: readonly string[],
  yOf: (one: Judgement) => number,
  weightOf: (one: Judgement) => number,
): Points {
  const width = inputs.length + 1
  const places = inputs.map((name) => scoreAt.get(name)!)
  const x = new Float64Array(judgements.length * width)
  for (const [i, { scores }] of judgements.entries()) {
    for (const [k, place] of places.entries()) x[i * width + k] = scores[place]!
    x[i * width + width - 1] = 1
  }
  return {
    x,
    width,
    count: judgements.length,
    y: Float64Array.from(judgements, yOf),
    weight: Float64Array.from(judgements, weightOf),
  }
}

export function keep(weights: Weights, row: number, inputs: readonly string[], found: Float64Array): void {
  const base = row * WIDTH
  for (const [k, name] of inputs.entries()) weights.settle[base + scoreAt.get(name)!] = found[k]!
  weights.settle[base + WIDTH - 1] = found[inputs.length]!
}

export function sumOf(weights: Weights, scores: Float32Array, row: number): number {
  const base = row * WIDTH
  let sum = weights.settle[base + WIDTH - 1]!
  for (let k = 0; k < WIDTH - 1; k += 1) sum += weights.settle[base + k]! * scores[k]!
  return sum
}
