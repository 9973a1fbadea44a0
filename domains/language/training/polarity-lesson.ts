import { type Scored, scoreText } from '../model.ts'
import { BEAUTY_ASPECTS, DINING_ASPECTS, POLARITY_BITS } from '../outputs.ts'
import { piecesOf, piecesWith, polarityHashes } from '../polarity.ts'
import table from '../tables/categories.json' with { type: 'json' }
import type { Weights } from '../weights.ts'
import type { Example } from './examples.ts'
import { type Learnt, learn } from './linear.ts'

/** Shampoo and restaurant terms that the table doesn't know are learnt under an aspect of their own. */
const OTHER_ASPECT = DINING_ASPECTS.length + BEAUTY_ASPECTS.length
const WORDS: Record<string, number> = {
  正面: 2,
  中性: 1,
  负面: 0,
  Positive: 2,
  Neutral: 1,
  Negative: 0,
}
const terms = Object.entries(table.terms).map(
  ([name, words]) => [DINING_ASPECTS.indexOf(name as never), new Set(words.split('|'))] as const,
)

type Said = { hashes: Uint32Array; polarity: number; weight: number }

/** Learns how each aspect is spoken of. The heads must be there: they point out the pieces to read. */
export function learnPolarity(weights: Weights, examples: readonly Example[]): Learnt {
  const said = examples.flatMap((example) => gather(weights, example))
  const start = new Int32Array(said.length + 1)
  for (const [i, { hashes }] of said.entries()) start[i + 1] = start[i]! + hashes.length
  const hash = new Uint32Array(start[said.length]!)
  const wanted = new Int8Array(said.length * 3)
  for (const [i, { hashes, polarity }] of said.entries()) {
    hash.set(hashes, start[i]!)
    wanted[i * 3 + polarity] = 1
  }
  return learn({
    rows: { hash, start, count: said.length },
    pick: Int32Array.from(said.keys()),
    wanted,
    outputs: 3,
    loss: 'one',
    bits: POLARITY_BITS,
    epochs: 5,
    rate: 0.15,
    decay: 1e-6,
    weight: Float32Array.from(said, ({ weight }) => weight),
  })
}

function gather(weights: Weights, { line }: Example): Said[] {
  const found: Said[] = []
  const { aspects, category_polarity, triples } = line
  if (!aspects && !category_polarity && !triples) return found
  const scored = scoreText(weights, line.text)
  if (aspects && !Array.isArray(aspects))
    for (const [k, name] of DINING_ASPECTS.entries())
      if ((aspects[name] ?? -2) !== -2) found.push(keep(weights, scored, 'dining', k, aspects[name]! + 1))
  const named = new Map<string, Set<number>>()
  for (const [name, word] of category_polarity ?? [])
    named.set(name, (named.get(name) ?? new Set()).add(WORDS[word] ?? 1))
  for (const [name, polarities] of named) {
    const k = BEAUTY_ASPECTS.indexOf(name as never)
    if (k >= 0 && polarities.size === 1) found.push(keep(weights, scored, 'beauty', k, [...polarities][0]!))
  }
  const marks = triples?.map(({ aspect, opinion, polarity }) => ({ aspect, words: opinion, polarity }))
  const own = Array.isArray(aspects)
    ? aspects.map(({ term, polarity }) => ({ aspect: '', words: term, polarity }))
    : []
  for (const { aspect, words, polarity } of [...(marks ?? []), ...own]) {
    const pieces = piecesWith(line.text, words)
    if (pieces.length === 0 || WORDS[polarity] === undefined) continue
    const k = terms.find(([, set]) => set.has(aspect))?.[0] ?? OTHER_ASPECT
    const hashes = polarityHashes(scoreText(weights, line.text), k, pieces).slice()
    found.push({ hashes, polarity: WORDS[polarity], weight: 0.4 })
  }
  return found
}

function keep(
  weights: Weights,
  scored: Scored,
  head: 'dining' | 'beauty',
  k: number,
  polarity: number,
): Said {
  const pieces = piecesOf(weights.heads[head]!, k, scored)
  const aspect = head === 'dining' ? k : DINING_ASPECTS.length + k
  return { hashes: polarityHashes(scored, aspect, pieces).slice(), polarity, weight: 1 }
}
