import { normalise } from '../normalise.ts'
import { firstOf, HEADS, OUTPUTS } from '../outputs.ts'
import { shrink, type Table, type Weights } from '../weights.ts'
import type { Example } from './examples.ts'
import { learn } from './linear.ts'
import { type Lines, learnNet } from './net.ts'
import { learnPieces } from './pieces.ts'
import { learnPolarity } from './polarity-lesson.ts'
import { rowsOf } from './rows.ts'
import { settleMix, settlePolarity } from './settle.ts'

export type Course = { variant: string; seed: number; netEpochs: number; say: (line: string) => void }
const NET = { bits: 17, width: 24, rate: 0.1, drop: 0.45 }
/** Epochs, rate and decay of each linear head; small sets need more rounds. */
const PACES: Record<string, { epochs: number; rate: number; decay: number; least?: number }> = {
  mood: { epochs: 4, rate: 0.1, decay: 1e-6 },
  line: { epochs: 2, rate: 0.3, decay: 1e-6 },
  safety: { epochs: 8, rate: 1, decay: 0 },
  dining: { epochs: 6, rate: 0.7, decay: 0, least: 3 },
  beauty: { epochs: 10, rate: 1, decay: 0, least: 2 },
  kind: { epochs: 6, rate: 0.3, decay: 1e-6 },
  severity: { epochs: 10, rate: 0.3, decay: 1e-6 },
}

/**
 * Learns all heads from the examples that `use` names, then how to mix them from those that settle.
 * `settled`: the mixture of an earlier course is kept, so that the settling texts can be learnt from too.
 */
export function trainModel(
  examples: readonly Example[],
  use: (example: Example) => boolean,
  course: Course,
  settled?: Weights,
): Weights {
  const used = examples.filter(use)
  const heads = learnHeads(used, course)
  const weights = { ...blank(course, heads), ...net(used, course) }
  if (settled) weights.mix = settled.mix
  else
    settleMix(
      weights,
      examples.filter(({ share }) => share === 'settle'),
    )
  weights.polarity = shrink(learnPolarity(weights, used))
  course.say(`${course.variant}: polarity learnt`)
  if (settled) {
    weights.polarityHeat = settled.polarityHeat
    weights.polarityShift = settled.polarityShift
  } else
    settlePolarity(
      weights,
      examples.filter(({ share }) => share === 'settle'),
    )
  return weights
}

function learnHeads(used: readonly Example[], course: Course): Record<string, Table> {
  const heads: Record<string, Table> = {}
  for (const { name, bits, outputs, by, plain } of HEADS) {
    const first = firstOf(name)
    const known = used.filter(({ wanted }) =>
      wanted.subarray(first, first + outputs.length).some((value) => value >= 0),
    )
    const texts = known.map(({ line }) => line.text)
    const wanted = new Int8Array(known.length * outputs.length)
    for (const [i, example] of known.entries())
      wanted.set(example.wanted.subarray(first, first + outputs.length), i * outputs.length)
    const lesson = { wanted, outputs: outputs.length, bits, least: 1, ...PACES[name]! }
    heads[name] = shrink(
      by === 'pieces'
        ? learnPieces({ ...lesson, texts })
        : learn({
            ...lesson,
            rows: rowsOf(texts, plain),
            pick: Int32Array.from(known.keys()),
            loss: name === 'kind' ? 'one' : 'any',
          }),
    )
    course.say(`${course.variant}: ${name} learnt from ${known.length} texts`)
  }
  return heads
}

function blank({ variant, seed }: Course, heads: Record<string, Table>): Weights {
  const mix = new Float32Array(OUTPUTS.length * 4)
  for (let k = 0; k < OUTPUTS.length; k += 1) mix.set([0.5, 0.5, 0, 0.5], k * 4)
  const nothing = { weights: new Float32Array(6), bias: new Float32Array(3), bits: 1, outputs: 3 }
  return {
    heads,
    rows: shrink(nothing),
    out: new Float32Array(0),
    width: 0,
    polarity: shrink(nothing),
    mix,
    polarityHeat: 1,
    polarityShift: [0, 0, 0],
    made: { variant, seed },
  }
}

function net(used: readonly Example[], course: Course): Pick<Weights, 'rows' | 'out' | 'width'> {
  const lines = linesOf(used)
  const wanted = new Int8Array(used.length * OUTPUTS.length)
  for (const [i, example] of used.entries()) wanted.set(example.wanted, i * OUTPUTS.length)
  const pick = Int32Array.from(
    used.flatMap(({ times, wanted: own }, i) =>
      own.some((value) => value >= 0) ? new Array<number>(times).fill(i) : [],
    ),
  )
  const weight = new Float32Array(OUTPUTS.length).fill(1)
  weight.fill(0.3, firstOf('kind'), firstOf('severity'))
  const learnt = learnNet({
    lines,
    pick,
    wanted,
    outputs: OUTPUTS.length,
    weight,
    ...NET,
    epochs: course.netEpochs,
    seed: course.seed,
    progress: (share) => course.say(`${course.variant}: network ${Math.round(share * 100)} %`),
  })
  // While learning, a share of the runs was left out; now all are there.
  for (let i = 0; i < learnt.rows.length; i += 1) learnt.rows[i]! *= 1 - NET.drop
  const one = shrink({ weights: learnt.rows, bias: new Float32Array(1), bits: 0, outputs: 1 })
  const rows = { ...one, columns: NET.width, bits: NET.bits, bias: new Float32Array(NET.width) }
  rows.scale = new Float32Array(NET.width).fill(one.scale[0]!)
  return { rows, out: learnt.out, width: NET.width }
}

function linesOf(used: readonly Example[]): Lines {
  const start = new Int32Array(used.length + 1)
  const signs = new Uint16Array(used.reduce((sum, { line }) => sum + line.text.length, 0))
  let n = 0
  for (const [i, { line }] of used.entries()) {
    const own = normalise(line.text)
    signs.set(own.signs.subarray(0, own.length), n)
    n += own.length
    start[i + 1] = n
  }
  return { signs: signs.subarray(0, n), start, count: used.length }
}
