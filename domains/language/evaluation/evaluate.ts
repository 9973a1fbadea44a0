import { topKindOf } from '../choose.ts'
import { scoreText } from '../model.ts'
import { BEAUTY_ASPECTS, DINING_ASPECTS, FIRST_OF, KINDS, type Polarity } from '../outputs.ts'
import { choosePolarity } from '../polarity.ts'
import {
  emergencyFrom,
  kindsOf,
  positiveOf,
  probabilityOf,
  readPolarity,
  severityFrom,
  thresholdOf,
} from '../read-text.ts'
import type { Line } from '../training/examples.ts'
import type { Weights } from '../weights.ts'
import { isFor, type Task, taskOf } from './columns.ts'
import {
  calibrationError,
  classF1,
  count,
  counts,
  f1Of,
  macroF1Of,
  mean,
  recallAtPrecision90,
  sumOf,
  weightedKappa,
} from './figures.ts'

/** Shares are between 0 and 1; those that don't apply to the task are absent. */
export type Figures = { task: Task; n: number } & Partial<
  Record<
    | 'accuracy'
    | 'macroF1'
    | 'microF1'
    | 'positiveF1'
    | 'recallAtPrecision90'
    | 'polarityAccuracy'
    | 'polarityMacroF1'
    | 'negativeF1'
    | 'fourClassMacroF1'
    | 'emergencyRecall'
    | 'emergencyPrecision'
    | 'severityWeightedKappa'
    | 'expectedCalibrationError'
    | 'textsPerSecond',
    number
  >
>

/** Measures the weights on labelled lines of one task; lines without its labels are left out. Texts alone are read: what a line's id or file says is not looked at. */
export function evaluate(weights: Weights, lines: readonly Line[]): Figures {
  const task = taskOf(lines)
  const labelled = lines.filter(isFor[task])
  return { task, n: labelled.length, ...measures[task](weights, labelled) }
}

const measures: Record<Task, (weights: Weights, lines: readonly Line[]) => Omit<Figures, 'task' | 'n'>> = {
  sentiment: (weights, lines) => {
    const judged = lines.map((line) => {
      const p = positiveOf(scoreText(weights, line.text), {})
      return { p, said: p >= 0.5 ? 1 : 0, wanted: line.label! }
    })
    return yesNo(judged)
  },
  food_safety: (weights, lines) => {
    const threshold = thresholdOf(weights, 'safety')
    const judged = lines.map((line) => {
      const p = probabilityOf(scoreText(weights, line.text), 'safety')
      return { p, said: p >= threshold ? 1 : 0, wanted: line.food_safety_related ? 1 : 0 }
    })
    const ranked = judged.map(({ p, wanted }) => ({ p, right: wanted === 1 }))
    return { ...yesNo(judged), recallAtPrecision90: recallAtPrecision90(ranked) }
  },
  dining_aspects: measureDining,
  beauty_aspects: measureBeauty,
  kind: measureKind,
}

function yesNo(judged: { p: number; said: number; wanted: number }[]) {
  return {
    accuracy: mean(judged.map(({ said, wanted }) => Number(said === wanted))),
    macroF1: macroF1Of(judged),
    positiveF1: classF1(judged, 1),
    expectedCalibrationError: calibrationError(judged.map(({ p, wanted }) => ({ p, right: wanted === 1 }))),
  }
}

const VALUES: Record<Polarity, number> = { negative: -1, neutral: 0, positive: 1 }

function measureDining(weights: Weights, lines: readonly Line[]) {
  const first = FIRST_OF.dining
  const mentioned = DINING_ASPECTS.map(() => counts())
  const four: { said: number; wanted: number }[][] = DINING_ASPECTS.map(() => [])
  const polar: { said: number; wanted: number }[] = []
  const sure: { p: number; right: boolean }[] = []
  for (const line of lines) {
    const scored = scoreText(weights, line.text)
    const wantedAll = line.aspects as Record<string, number>
    for (const [k, name] of DINING_ASPECTS.entries()) {
      const p = scored.answers[first + k]!
      const says = p >= weights.thresholds[first + k]!
      const wanted = wantedAll[name] ?? -2
      count(mentioned[k]!, says, wanted !== -2)
      sure.push({ p, right: wanted !== -2 })
      const polarity =
        says || wanted !== -2
          ? choosePolarity(weights, readPolarity(weights, scored, 'dining', k))
          : 'neutral'
      if (wanted !== -2) polar.push({ said: VALUES[polarity], wanted })
      four[k]!.push({ said: says ? VALUES[polarity] : -2, wanted })
    }
  }
  return {
    microF1: f1Of(sumOf(mentioned)),
    macroF1: mean(mentioned.map(f1Of)),
    polarityAccuracy: mean(polar.map(({ said, wanted }) => Number(said === wanted))),
    polarityMacroF1: macroF1Of(polar),
    negativeF1: classF1(polar, -1),
    fourClassMacroF1: mean(four.map(macroF1Of)),
    expectedCalibrationError: calibrationError(sure),
  }
}

const WORDS: Record<string, number> = { 正面: 1, 中性: 0, 负面: -1 }

function measureBeauty(weights: Weights, lines: readonly Line[]) {
  const first = FIRST_OF.beauty
  const mentioned = BEAUTY_ASPECTS.map(() => counts())
  const polar: { said: number; wanted: number }[] = []
  const sure: { p: number; right: boolean }[] = []
  for (const line of lines) {
    const scored = scoreText(weights, line.text)
    for (const [k, name] of BEAUTY_ASPECTS.entries()) {
      const p = scored.answers[first + k]!
      const wanted = (line.category_polarity ?? []).filter(([category]) => category === name)
      count(mentioned[k]!, p >= weights.thresholds[first + k]!, wanted.length > 0)
      sure.push({ p, right: wanted.length > 0 })
      if (wanted.length !== 1) continue
      const said = choosePolarity(weights, readPolarity(weights, scored, 'beauty', k))
      polar.push({ said: VALUES[said], wanted: WORDS[wanted[0]![1]] ?? 0 })
    }
  }
  return {
    microF1: f1Of(sumOf(mentioned)),
    macroF1: mean(mentioned.map(f1Of)),
    polarityAccuracy: mean(polar.map(({ said, wanted }) => Number(said === wanted))),
    polarityMacroF1: macroF1Of(polar),
    negativeF1: classF1(polar, -1),
    expectedCalibrationError: calibrationError(sure),
  }
}

function measureKind(weights: Weights, lines: readonly Line[]) {
  const pairs: { said: string; wanted: string }[] = []
  const levels: { said: number; wanted: number }[] = []
  const sure: { p: number; right: boolean }[] = []
  for (const line of lines) {
    const scored = scoreText(weights, line.text)
    const kinds = kindsOf(scored, {})
    const kind = topKindOf(kinds, emergencyFrom(weights))
    const accepted = [line.kind ?? []].flat()
    pairs.push({ said: kind, wanted: accepted.includes(kind) ? kind : (accepted[0] ?? 'other') })
    sure.push({ p: kinds[KINDS.indexOf(kind)]!, right: accepted.includes(kind) })
    if (line.severity === undefined) continue
    const level = kind === 'complaint' || kind === 'emergency' ? severityFrom(weights, scored, kind) : 0
    const nearest = [line.severity]
      .flat()
      .toSorted((a, b) => Math.abs(a - level) - Math.abs(b - level) || a - b)
    levels.push({ said: level, wanted: nearest[0] ?? 0 })
  }
  const danger = pairs.filter(({ wanted }) => wanted === 'emergency')
  const alarms = pairs.filter(({ said }) => said === 'emergency')
  const graded = new Set(levels.map(({ wanted }) => wanted)).size > 1
  return {
    accuracy: mean(pairs.map(({ said, wanted }) => Number(said === wanted))),
    macroF1: macroF1Of(pairs),
    ...(danger.length
      ? {
          emergencyRecall: mean(danger.map(({ said }) => Number(said === 'emergency'))),
          emergencyPrecision: mean(alarms.map(({ wanted }) => Number(wanted === 'emergency'))),
        }
      : {}),
    ...(graded ? { severityWeightedKappa: weightedKappa(levels) } : {}),
    expectedCalibrationError: calibrationError(sure),
  }
}
