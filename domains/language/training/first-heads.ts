import { readGrams } from '../grams.ts'
import { normalise } from '../normalise.ts'
import {
  ANSWERS,
  KINDS,
  LAYOUT,
  NET_OUTPUTS,
  outputAt,
  PIECE_OUTPUTS,
  POLARITIES,
  questionOf,
  SCORES,
  TOPICS,
} from '../outputs.ts'
import { makeRows } from '../sums/sums.ts'
import { IDF_STEP, type Vocabulary } from '../vocabulary.ts'
import { asKept, type Shrunk, shrink, type Weights } from '../weights.ts'
import { learnClauseNet, type Pieces } from './clause-net.ts'
import { countRatio, learnDual, type Sparse } from './dual.ts'
import type { Embedding } from './embed.ts'
import type { Example } from './examples.ts'
import { learnNet } from './net.ts'

export type Ground = { vocabulary: Vocabulary; embedding: Embedding }
export type Course = {
  variant: string
  seed: number
  netEpochs: number
  pieceEpochs: number
  say: (line: string) => void
}

const PIECES = { hidden: LAYOUT.hidden, rate: 0.05, wideRate: 0.6, drop: 0.5 }
const NET = { width: LAYOUT.netWidth, rate: 0.1, drop: 0.45 }
const MOOD_COST = 0.6
/** Of the topics that are learnt without log-count ratios, the others with. */
const PLAIN_COSTS: readonly (readonly [RegExp, number])[] = [
  [/^(kind|severity)/, 3],
  [/^safety, plainly/, 0.6],
  [/^(dining|beauty)/, 0.5],
]
const RATIO_COST = 0.4
/** Kinds are many small voices beside the aspects: they count less, so that the vectors stay the mood's. */
const KIND_WEIGHT = 0.5

/** Learns every head that looks at the text itself. What they come to together is settled later. */
export function learnFirstHeads(used: readonly Example[], ground: Ground, course: Course): Weights {
  const { vocabulary } = ground
  const weights = blank(vocabulary, course)
  linear(weights, used)
  course.say(`${course.variant}: linear heads learnt`)
  pieces(weights, used, ground, course)
  course.say(`${course.variant}: pieces learnt`)
  network(weights, used, course)
  course.say(`${course.variant}: network learnt`)
  return weights
}

/** Puts a table into its columns of the rich rows. */
function lay(weights: Weights, at: number, { squares, scale }: Shrunk): void {
  const columns = scale.length
  for (let row = 0; row < weights.vocabulary.rich; row += 1)
    weights.rows.set(squares.subarray(row * columns, (row + 1) * columns), row * LAYOUT.across + at)
  weights.scales.set(scale, at)
}

function linear(weights: Weights, used: readonly Example[]): void {
  const { vocabulary } = weights
  const mood = outputAt.get('mood')!
  const labelled = used.filter(({ line }) => line.sentiment !== undefined)
  const sounding = labelled.length > 0 ? labelled : used.filter(({ wanted }) => wanted[mood]! >= 0)
  const all = sparseOf(sounding, vocabulary, vocabulary.hash.length)
  const learnt = learnDual(
    all,
    (row) => sounding[row]!.wanted[mood]!,
    () => MOOD_COST,
    15,
  )
  const places = TOPICS.map((name) => outputAt.get(questionOf(name))!)
  const known = used.filter(({ wanted }) => places.some((place) => wanted[place]! >= 0))
  const rows = sparseOf(known, vocabulary, vocabulary.rich)
  const topics = new Float32Array(vocabulary.rich * LAYOUT.topicRoom)
  const topicBias = new Float32Array(TOPICS.length)
  for (const [k, place] of places.entries()) {
    const wanted = (row: number) => known[row]!.wanted[place]!
    const plainCost = PLAIN_COSTS.find(([topic]) => topic.test(TOPICS[k]!))?.[1]
    const own = plainCost
      ? learnDual(rows, wanted, () => plainCost, 30)
      : learnByRatio(rows, wanted, RATIO_COST)
    for (let row = 0; row < vocabulary.rich; row += 1) topics[row * LAYOUT.topicRoom + k] = own[row]!
    topicBias[k] = own[vocabulary.rich]!
  }
  for (let row = 0; row < vocabulary.hash.length; row += 1) learnt[row]! *= vocabulary.idf[row]! * IDF_STEP
  weights.mood = asKept(learnt)
  weights.topicBias = topicBias
  lay(weights, LAYOUT.topics, shrink(topics, LAYOUT.topicRoom))
}

/** Columns that right and wrong texts use differently count for more. Source: Wang and Manning 2012 (NB-SVM). */
function learnByRatio(rows: Sparse, wanted: (row: number) => number, cost: number): Float32Array {
  const ratio = countRatio(rows, wanted)
  const scaled = { ...rows, value: rows.value.map((value, j) => value * ratio[rows.column[j]!]!) }
  const own = learnDual(scaled, wanted, () => cost, 30)
  for (let column = 0; column < rows.columns; column += 1) own[column]! *= ratio[column]!
  return own
}

function sparseOf(examples: readonly Example[], vocabulary: Vocabulary, columns: number): Sparse {
  const start = new Int32Array(examples.length + 1)
  let column = new Int32Array(1 << 20)
  let n = 0
  const norms = new Float32Array(examples.length)
  for (const [i, { line }] of examples.entries()) {
    const grams = readGrams(vocabulary, normalise(line.text))
    if (n + grams.onceLength > column.length) column = larger(column, n + grams.onceLength)
    for (let j = 0; j < grams.onceLength; j += 1) {
      if (grams.once[j]! >= columns) continue
      column[n] = grams.once[j]!
      n += 1
    }
    start[i + 1] = n
    norms[i] = grams.norm
  }
  const value = new Float32Array(n)
  for (let i = 0; i < examples.length; i += 1)
    for (let j = start[i]!; j < start[i + 1]!; j += 1)
      value[j] = vocabulary.idf[column[j]!]! * IDF_STEP * norms[i]!
  return { column: column.subarray(0, n), value, start, count: examples.length, columns }
}

function larger(old: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(old.length * 2, least))
  grown.set(old)
  return grown
}

function pieces(
  weights: Weights,
  used: readonly Example[],
  { vocabulary, embedding }: Ground,
  course: Course,
): void {
  const places = PIECE_OUTPUTS.map((name) => outputAt.get(name)!)
  const known = used.filter(({ wanted }) => places.some((place) => wanted[place]! >= 0))
  const wanted = new Float32Array(known.length * places.length)
  for (const [i, example] of known.entries())
    for (const [k, place] of places.entries()) wanted[i * places.length + k] = example.wanted[place]!
  const {
    wide,
    deep,
    known: met,
    bend,
    out,
    bias,
  } = learnClauseNet({
    pieces: piecesOf(known, vocabulary),
    pick: Int32Array.from(known.keys()),
    wanted,
    outputs: places.length,
    embedding,
    rows: vocabulary.rich,
    epochs: course.pieceEpochs,
    seed: course.seed,
    ...PIECES,
  })
  lay(weights, LAYOUT.wide, shrink(wide, places.length))
  lay(weights, LAYOUT.deep, shrink(deep, LAYOUT.hidden, true))
  lay(weights, LAYOUT.met, { squares: Int16Array.from(met), scale: Float32Array.of(1) })
  Object.assign(weights, { bend, out, pieceBias: bias })
}

function piecesOf(examples: readonly Example[], vocabulary: Vocabulary): Pieces {
  let row = new Int32Array(1 << 20)
  const piece = [0]
  const text = new Int32Array(examples.length + 1)
  let n = 0
  for (const [i, { line }] of examples.entries()) {
    const grams = readGrams(vocabulary, normalise(line.text))
    if (n + grams.length > row.length) row = larger(row, n + grams.length)
    for (let at = 0; at < grams.clauses; at += 1) {
      for (let j = grams.begin[at]!; j < grams.begin[at + 1]!; j += 1) {
        if (grams.clause[j]! < 0 || grams.row[j]! >= vocabulary.rich) continue
        row[n] = grams.row[j]!
        n += 1
      }
      piece.push(n)
    }
    text[i + 1] = piece.length - 1
  }
  return { row: row.subarray(0, n), piece: Int32Array.from(piece), text, count: examples.length }
}

function network(weights: Weights, used: readonly Example[], course: Course): void {
  const { vocabulary } = weights
  const places = NET_OUTPUTS.map((name) => outputAt.get(name)!)
  const known = used.filter(({ wanted }) => places.some((place) => wanted[place]! >= 0))
  const wanted = new Int8Array(known.length * places.length)
  for (const [i, example] of known.entries())
    for (const [k, place] of places.entries()) wanted[i * places.length + k] = example.wanted[place]!
  const weight = new Float32Array(places.length).fill(1)
  for (const [k, name] of NET_OUTPUTS.entries()) if (/^(kind|severity)/.test(name)) weight[k] = KIND_WEIGHT
  const learnt = learnNet({
    vocabulary,
    texts: known.map(({ line }) => line.text),
    pick: Int32Array.from(known.flatMap(({ times }, i) => new Array<number>(times).fill(i))),
    wanted,
    outputs: places.length,
    weight,
    epochs: course.netEpochs,
    seed: course.seed,
    ...NET,
  })
  lay(weights, LAYOUT.net, shrink(learnt.rows, NET.width, true))
  weights.netOut = learnt.out
}

function blank(vocabulary: Vocabulary, { variant, seed }: Course): Weights {
  return {
    vocabulary,
    mood: new Float32Array(vocabulary.hash.length + 1),
    rows: makeRows(vocabulary.rich),
    scales: new Float32Array(LAYOUT.across).fill(1),
    topicBias: new Float32Array(0),
    pieceBias: new Float32Array(0),
    bend: new Float32Array(0),
    out: new Float32Array(0),
    netOut: new Float32Array(0),
    settle: new Float32Array((ANSWERS.length + KINDS.length + 1) * (SCORES.length + 1)),
    thresholds: new Float32Array(ANSWERS.length + 1).fill(0.5),
    levels: Float32Array.of(0, 1, 2, 3),
    cuts: Float32Array.of(1.5, 2.5, 3.5),
    polarity: new Int16Array(0),
    polarityScale: new Float32Array(POLARITIES.length),
    polarityBias: new Float32Array(POLARITIES.length),
    polarityHeat: Float32Array.of(1),
    polarityShift: new Float32Array(POLARITIES.length),
    made: { variant, seed },
  }
}
