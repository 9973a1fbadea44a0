import { topKindOf } from '../choose.ts'
import { weightedKappa } from '../evaluation/figures.ts'
import { ANSWERS, KINDS, SCORES } from '../outputs.ts'
import type { Weights } from '../weights.ts'
import { type Judgement, keep, pointsOf, sumOf, WIDTH } from './judgement.ts'
import { fitClasses, fitLine, fitLogistic } from './solve.ts'

const READER_INPUTS = SCORES.filter((name) => /^(kind|severity|safety|mood by)/.test(name)).concat(
  'asks',
  'ends in asking',
  'calls out',
  'length',
  'is long',
)
/** Our own sentences count less than those of real customers that were read for their kind. */
const OWN_WEIGHT = 0.8

const isOwn = ({ example }: Judgement) => example.file === 'own'

export function settleKinds(weights: Weights, read: readonly Judgement[]): void {
  const points = pointsOf(
    read,
    READER_INPUTS,
    ({ example }) => KINDS.indexOf(example.judged!.kind[0] as never),
    (one) => (isOwn(one) ? OWN_WEIGHT : 1),
  )
  const found = fitClasses(points, KINDS.length, 3)
  for (let c = 0; c < KINDS.length; c += 1)
    keep(weights, ANSWERS.length + c, READER_INPUTS, found.subarray(c * points.width, (c + 1) * points.width))
  const real = read.filter((one) => !isOwn(one))
  const from = emergencyFrom(weights, real.length > 300 ? real : read, HEARD)
  const leaning = Math.log(EMERGENCY_FROM / (1 - EMERGENCY_FROM) / (from / (1 - from)))
  weights.settle[(ANSWERS.length + 1) * WIDTH - 1]! += leaning
  weights.thresholds[ANSWERS.length] = EMERGENCY_FROM
}

/** Whoever pools the kinds with other signs goes by this probability, so the emergencies' is moved until it is the threshold. */
const EMERGENCY_FROM = 0.3
/** So large a share of the emergencies is to be heard. */
const HEARD = 0.94

/** The highest probability from which on an emergency is said so that this share of them is heard; what is overlooked costs more than what is looked at in vain. */
function emergencyFrom(weights: Weights, read: readonly Judgement[], share: number): number {
  const judged = read.map((one) => ({
    kinds: probabilities(weights, one.scores),
    accepted: one.example.judged!.kind,
  }))
  for (let threshold = 0.6; threshold > 0.06; threshold -= 0.01) {
    let all = 0
    let heard = 0
    for (const { kinds, accepted } of judged) {
      const said = topKindOf(kinds, threshold)
      const wanted = accepted.includes(said) ? said : accepted[0]
      if (wanted !== 'emergency') continue
      all += 1
      if (said === 'emergency') heard += 1
    }
    if (heard >= share * all) return threshold
  }
  return 0.07
}

function probabilities(weights: Weights, scores: Float32Array): Float64Array {
  const kinds = Float64Array.from(KINDS, (_, c) =>
    Math.exp(Math.max(-30, Math.min(30, sumOf(weights, scores, ANSWERS.length + c)))),
  )
  const all = kinds.reduce((a, b) => a + b, 0)
  return kinds.map((one) => one / all)
}

const BAD_ROW = ANSWERS.length + KINDS.length

/** How bad, by least squares over complaints and emergencies; then where each level begins, and the cuts with the best weighted kappa. */
export function settleBadness(weights: Weights, read: readonly Judgement[]): void {
  const bad = read.filter(({ example }) => (example.judged!.severity[0] ?? 0) > 0)
  if (bad.length < 50) return
  const points = pointsOf(
    bad,
    READER_INPUTS,
    ({ example }) => example.judged!.severity[0]!,
    (one) => (isOwn(one) ? OWN_WEIGHT : 1),
  )
  keep(weights, BAD_ROW, READER_INPUTS, fitLine(points, 5))
  const seen = bad.map((one) => ({
    value: sumOf(weights, one.scores, BAD_ROW),
    level: one.example.judged!.severity[0]!,
    weight: isOwn(one) ? OWN_WEIGHT : 1,
  }))
  const x = new Float64Array(seen.length * 2)
  for (const [i, { value }] of seen.entries()) x.set([value, 1], i * 2)
  const weight = Float64Array.from(seen, (one) => one.weight)
  let slope = 0
  const begins = [2, 3, 4].map((level) => {
    const [steep, constant] = fitLogistic(
      {
        x,
        width: 2,
        count: seen.length,
        y: Float64Array.from(seen, (one) => Number(one.level >= level)),
        weight,
      },
      [2, 0],
      0.1,
    )
    slope += steep! / 3
    return -constant! / (steep || 1)
  })
  weights.levels = Float32Array.from([slope, ...begins])
  weights.cuts = bestCuts(weights, read)
}

/** Cuts are moved one by one, to and fro, as long as the kappa of all texts that were read grows. */
function bestCuts(weights: Weights, read: readonly Judgement[]): Float32Array {
  const real = read.filter((one) => !isOwn(one))
  const used = (real.length > 300 ? real : read).map(({ example, scores }) => {
    const kind = topKindOf(probabilities(weights, scores), weights.thresholds[ANSWERS.length]!)
    return {
      bad: kind === 'complaint' || kind === 'emergency',
      value: sumOf(weights, scores, BAD_ROW),
      accepted: example.judged!.severity,
    }
  })
  const kappa = (cuts: readonly number[]) =>
    weightedKappa(
      used.map(({ bad, value, accepted }) => {
        const said = bad ? 1 + cuts.filter((cut) => value >= cut).length : 0
        const wanted = accepted.toSorted((a, b) => Math.abs(a - said) - Math.abs(b - said) || a - b)[0] ?? 0
        return { said, wanted }
      }),
    )
  let cuts = [1.6, 2.5, 3.4]
  let top = kappa(cuts)
  for (const step of [0.2, 0.1, 0.05])
    for (let round = 0; round < 6; round += 1)
      for (let k = 0; k < 3; k += 1)
        for (const move of [-step, step]) {
          const next = cuts.map((cut, at) => (at === k ? cut + move : cut))
          if (next[0]! >= next[1]! || next[1]! >= next[2]!) continue
          const own = kappa(next)
          if (own <= top + 1e-9) continue
          top = own
          cuts = next
        }
  return Float32Array.from(cuts)
}
