import { FIELDS, type Field, type Judged } from '../corrections/judged.ts'
import { bend, isRight, learnLayer, type Sample } from './layer.ts'

/** How a layer did on corrections it had not seen: agreement without and with it, and on how many one of the two alone was right. */
export type FieldFigures = { n: number; without: number; with: number; better: number; worse: number }
export type LayerFigures = Record<Field, FieldFigures>

/** Fewer corrections than this are not enough to decide on. */
export const LEAST_CORRECTIONS = 60
export const LEAST_MEASURED = 30
/** Only above this difference of agreement, and only when chance would do as well less often than this, is a layer used. */
export const LEAST_GAIN = 0.02
export const CHANCE = 0.05
/** When it gets worse it goes sooner than it came. */
const CHANCE_WORSE = 0.2
const LEAST_WORSE = 5
/** Learnt from what came before each of these shares, measured on what came after it. */
const STEPS = [0.4, 0.6, 0.8]

/**
 * Progressive validation: each later part of the corrections is judged by a layer that learnt from all before it and nothing after.
 * Shape: samples from the oldest to the newest. `since`: only those made after it count, what was made before is learnt from alone.
 */
export async function measureLayer(
  samples: readonly (Sample & { at?: Date })[],
  since: Date | null = null,
): Promise<LayerFigures> {
  const figures = empty()
  for (const [n, step] of STEPS.entries()) {
    const from = Math.floor(samples.length * step)
    const to = Math.floor(samples.length * (STEPS[n + 1] ?? 1))
    const weights = await learnLayer(samples.slice(0, from))
    for (const sample of samples.slice(from, to)) {
      if (since && sample.at && sample.at <= since) continue
      const said = bend({ parts: FIELDS, weights }, sample.grams, sample.base)
      noteAll(figures, sample, said)
    }
  }
  return figures
}

/** The same for a layer in use: what it said to people against what the base would have said. */
export function measureInUse(
  rows: readonly { base: Sample['base']; said: Sample['meant']; meant: Sample['meant'] }[],
): LayerFigures {
  const figures = empty()
  for (const { base, said, meant } of rows) noteAll(figures, { base, meant }, said)
  return figures
}

const empty = (): LayerFigures =>
  Object.fromEntries(
    FIELDS.map((field) => [field, { n: 0, without: 0, with: 0, better: 0, worse: 0 }]),
  ) as LayerFigures

/** A severity is measured where somebody or something gave one: praise and questions have none to be right about. */
function noteAll(figures: LayerFigures, { base, meant }: Pick<Sample, 'base' | 'meant'>, said: Judged): void {
  for (const field of FIELDS) {
    if (field === 'severity' && base.severity + said.severity + meant.severity === 0) continue
    note(figures[field], isRight(field, base, meant), isRight(field, said, meant))
  }
}

function note(figures: FieldFigures, without: boolean, withIt: boolean): void {
  figures.n += 1
  if (without) figures.without += 1
  if (withIt) figures.with += 1
  if (withIt && !without) figures.better += 1
  if (without && !withIt) figures.worse += 1
}

/** Sign test (McNemar, exact), one-sided. Source: McNemar 1947; the discordant pairs are binomial with one half when neither is better. */
export function isBetter({ n, without, with: right, better, worse }: FieldFigures): boolean {
  return (
    n >= LEAST_MEASURED && (right - without) / n >= LEAST_GAIN && atLeast(better, better + worse) <= CHANCE
  )
}

export function isWorse({ better, worse }: FieldFigures): boolean {
  return worse > better && better + worse >= LEAST_WORSE && atLeast(worse, better + worse) <= CHANCE_WORSE
}

/** Probability of at least `hits` of `all` by tossing a coin. */
export function atLeast(hits: number, all: number): number {
  let sum = 0
  let logWays = -all * Math.LN2
  for (let k = 0; k <= all; k += 1) {
    if (k >= hits) sum += Math.exp(logWays)
    logWays += Math.log((all - k) / (k + 1))
  }
  return sum
}
