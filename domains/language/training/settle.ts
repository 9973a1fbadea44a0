import { ANSWERS, outputAt } from '../outputs.ts'
import type { Weights } from '../weights.ts'
import { byOthers } from './examples.ts'
import { type Judgement, keep, pointsOf } from './judgement.ts'
import { settleBadness, settleKinds } from './settle-kinds.ts'
import { fitLogistic } from './solve.ts'

const MOOD_INPUTS = [
  'mood by text',
  'line.takeaway by text',
  ...['mood', 'mood.takeaway', 'mood.stay', 'mood.goods', 'mood.dining'].map((name) => `${name} by net`),
  'length',
  'takeaway by its mood',
  'takeaway by net by its mood',
]
const SAFETY_INPUTS = [
  'safety, plainly by text',
  ...['safety', 'kind.emergency'].flatMap((name) => [`${name} by text`, `${name} by net`]),
]
/**
 * Settles what the first scores come to, from which probability on something is said, and how bad is bad.
 * Shape: texts that we have labelled ourselves teach the heads; where there are others they don't settle, because they were chosen and are read otherwise.
 */
export function settle(weights: Weights, judgements: readonly Judgement[]): void {
  for (const [k, answer] of ANSWERS.entries()) settleAnswer(weights, judgements, k, answer)
  const read = judgements.filter(({ example }) => example.judged && example.judged.kind.length > 0)
  if (read.length < 50) return
  settleKinds(weights, read)
  settleBadness(weights, read)
}

function settleAnswer(weights: Weights, judgements: readonly Judgement[], k: number, answer: string): void {
  const place = outputAt.get(answer)!
  const known = judgements.filter(
    ({ example }) =>
      example.wanted[place]! >= 0 && (answer !== 'mood' || example.line.sentiment !== undefined),
  )
  const foreign = known.filter(({ example }) => byOthers(example))
  const own = foreign.length > 0 ? foreign : known
  const inputs =
    answer === 'mood'
      ? MOOD_INPUTS
      : answer === 'safety'
        ? SAFETY_INPUTS
        : [`${answer} by piece`, `${answer} by text`]
  const rest = inputs.map((_, i) => (i === 0 ? 1 : 0))
  const rights = own.filter(({ example }) => example.wanted[place] === 1).length
  if (rights < 4 || rights === own.length) {
    keep(weights, k, inputs, Float64Array.from([...rest, 0]))
    return
  }
  const numbers = new Map<string, number>()
  for (const { example } of own) numbers.set(example.file, (numbers.get(example.file) ?? 0) + 1)
  const points = pointsOf(
    own,
    inputs,
    ({ example }) => example.wanted[place]!,
    ({ example }) => 20 / Math.sqrt(numbers.get(example.file)!),
  )
  const found = fitLogistic(points, rest, 2)
  keep(weights, k, inputs, found)
  if (answer === 'mood') return
  const judged = own.map((_, i) => {
    let sum = 0
    for (let at = 0; at < points.width; at += 1) sum += found[at]! * points.x[i * points.width + at]!
    return { p: 1 / (1 + Math.exp(-sum)), right: points.y[i]! }
  })
  weights.thresholds[k] = bestThreshold(judged)
}

/** The threshold with the best F1, each judged with its neighbours, because few texts settle it; drawn to 0.4 when there are very few. */
function bestThreshold(judged: { p: number; right: number }[]): number {
  const all = judged.reduce((sum, { right }) => sum + right, 0)
  const f1s: number[] = []
  for (let step = 0; step <= 40; step += 1) {
    const said = judged.filter(({ p }) => p >= 0.08 + step * 0.02)
    const hit = said.reduce((sum, { right }) => sum + right, 0)
    f1s.push((2 * hit) / (said.length + all))
  }
  let best = 0
  let top = -1
  for (let step = 3; step <= 37; step += 1) {
    let sum = 0
    for (let beside = -3; beside <= 3; beside += 1) sum += f1s[step + beside]!
    if (sum > top + 1e-9) {
      top = sum
      best = step
    }
  }
  const found = 0.08 + best * 0.02
  return (found * all + 0.4 * 10) / (all + 10)
}
