import { type Grams, readGrams } from './grams.ts'
import { scorePieces } from './judge-pieces.ts'
import { normalise } from './normalise.ts'
import { ANSWERS, KINDS, LAYOUT, NET_OUTPUTS, PIECE_OUTPUTS, SCORES, scoreAt, TOPICS } from './outputs.ts'
import type { Scored } from './scored.ts'
import { addressOf, NO_ROW, sumsOf } from './sums/sums.ts'
import { IDF_STEP } from './vocabulary.ts'
import type { Weights } from './weights.ts'

const own: Scored = {
  text: '',
  signs: normalise(''),
  grams: undefined as unknown as Grams,
  scores: new Float64Array(SCORES.length),
  pieces: new Float64Array(PIECE_OUTPUTS.length * 3008),
  answers: new Float64Array(ANSWERS.length),
  kinds: new Float64Array(KINDS.length),
  badness: 0,
}

/** Scores a text by every head. Same text, same numbers. */
export function scoreText(weights: Weights, text: string): Scored {
  own.text = text
  own.signs = normalise(text)
  own.grams = readGrams(weights.vocabulary, own.signs)
  scoreWhole(weights, own)
  scorePieces(weights, own)
  scoreNet(weights, own)
  lookPlainly(own)
  settle(weights, own)
  return own
}

const TOPICS_AT = scoreAt.get(`${TOPICS[0]} by text`)!
const NET_AT = scoreAt.get(`${NET_OUTPUTS[0]} by net`)!
const PLAIN_AT = scoreAt.get('asks')!
const LINE_AT = scoreAt.get('line.takeaway by text')!
const TAKEAWAY_NET_AT = scoreAt.get('mood.takeaway by net')!

function scoreWhole({ vocabulary, mood, rows, scales, topicBias }: Weights, { grams, scores }: Scored): void {
  const { idf, rich } = vocabulary
  const { once, onceLength } = grams
  const { addresses, factors, sums, ofTopics } = sumsOf(rows)
  let whole = 0
  let n = 0
  for (let j = 0; j < onceLength; j += 1) {
    const row = once[j]!
    whole += mood[row]!
    if (row >= rich) continue
    addresses[n] = addressOf(row, LAYOUT.topics)
    factors[n] = idf[row]!
    n += 1
  }
  scores[0] = whole * grams.norm + mood[idf.length]!
  ofTopics(n)
  const value = grams.norm * IDF_STEP
  for (let k = 0; k < TOPICS.length; k += 1)
    scores[TOPICS_AT + k] = sums[k]! * scales[LAYOUT.topics + k]! * value + topicBias[k]!
}

const WIDTH = LAYOUT.netWidth
const PLACE = 4
const pooled = new Float64Array(2 * WIDTH + 1)

/** At each sign the vectors of the runs that begin there, at most four, are summed and cut at nought; the text is the largest and the mean of its places. */
function scoreNet({ vocabulary, rows, scales, netOut }: Weights, { signs, grams, scores }: Scored): void {
  const { rich } = vocabulary
  const { row, from, length } = grams
  const { addresses, sums, ofPlaces } = sumsOf(rows)
  let places = 0
  for (let j = 0; j < length; ) {
    const at = from[j]!
    const base = places * PLACE
    let n = 0
    for (; j < length && from[j] === at; j += 1) {
      if (row[j]! >= rich || n === PLACE) continue
      addresses[base + n] = addressOf(row[j]!, LAYOUT.net)
      n += 1
    }
    if (n === 0) continue
    for (; n < PLACE; n += 1) addresses[base + n] = NO_ROW
    places += 1
  }
  ofPlaces(places)
  const scale = scales[LAYOUT.net]!
  const share = scale / Math.sqrt(signs.length || 1)
  for (let d = 0; d < WIDTH; d += 1) {
    pooled[d] = sums[d]! * scale
    pooled[WIDTH + d] = sums[WIDTH + d]! * share
  }
  pooled[2 * WIDTH] = 1
  const across = 2 * WIDTH + 1
  for (let k = 0; k < NET_OUTPUTS.length; k += 1) {
    let sum = 0
    for (let d = 0; d < across; d += 1) sum += netOut[k * across + d]! * pooled[d]!
    scores[NET_AT + k] = sum
  }
}

function lookPlainly({ signs, scores }: Scored): void {
  const { signs: all, length } = signs
  let asks = 0
  let calls = 0
  for (let i = 0; i < length; i += 1) {
    if (all[i] === 0x3f) asks += 1
    else if (all[i] === 0x21) calls += 1
  }
  scores[PLAIN_AT] = Math.min(2, asks)
  scores[PLAIN_AT + 1] = length > 0 && (all[length - 1] === 0x3f || all[length - 2] === 0x3f) ? 1 : 0
  scores[PLAIN_AT + 2] = Math.min(3, calls)
  scores[PLAIN_AT + 3] = Math.log1p(length)
  scores[PLAIN_AT + 4] = Math.max(0, Math.log1p(length) - 4)
  const takeaway = 1 / (1 + Math.exp(-3 * scores[LINE_AT]!))
  scores[PLAIN_AT + 5] = takeaway * scores[0]!
  scores[PLAIN_AT + 6] = takeaway * scores[TAKEAWAY_NET_AT]!
}

/** What the first scores come to: yes or no with its probability, the kind, how bad. */
function settle({ settle: table }: Weights, scored: Scored): void {
  const { scores, answers, kinds } = scored
  const width = SCORES.length + 1
  const sumOf = (row: number) => {
    const base = row * width
    let sum = table[base + width - 1]!
    for (let k = 0; k < width - 1; k += 1) sum += table[base + k]! * scores[k]!
    return sum
  }
  for (let k = 0; k < ANSWERS.length; k += 1) answers[k] = 1 / (1 + Math.exp(-sumOf(k)))
  let all = 0
  for (let k = 0; k < KINDS.length; k += 1) {
    kinds[k] = Math.exp(Math.max(-30, Math.min(30, sumOf(ANSWERS.length + k))))
    all += kinds[k]!
  }
  for (let k = 0; k < KINDS.length; k += 1) kinds[k]! /= all
  scored.badness = sumOf(ANSWERS.length + KINDS.length)
}
