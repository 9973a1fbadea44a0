import { scoreText } from '../model.ts'
import type { Weights } from '../weights.ts'
import { countRuns } from './count-runs.ts'
import { embed } from './embed.ts'
import { type Example, spread } from './examples.ts'
import { type Course, type Ground, learnFirstHeads } from './first-heads.ts'
import type { Judgement } from './judgement.ts'
import { gatherSaid, learnPolarity, type Said } from './polarity-lesson.ts'
import { settle } from './settle.ts'
import { settlePolarity } from './settle-polarity.ts'

export type { Course } from './first-heads.ts'

const VECTOR_WIDTH = 64
const FOLDS = 3
/** Files whose texts need every head's weights. */
const RICH = new Set([
  'food_safety',
  'restaurant_aspects',
  'beauty_opinions',
  'own',
  'waimai',
  'haircare_terms',
  'read',
])

/** What a course came to: the weights, and what is worth keeping for a course over more texts. */
export type Taught = { weights: Weights; ground: Ground; said: Said[] }

/**
 * Learns from the examples. Each third is read by heads that have learnt from the other two thirds: from these readings is learnt what the heads come to together,
 * and how aspects are spoken of. Then all heads learn from all thirds.
 */
export function trainModel(used: readonly Example[], unlabelled: readonly string[], course: Course): Taught {
  const vocabulary = countRuns([
    ...used.map(({ line, file, judged }) => ({
      text: line.text,
      rich: RICH.has(file) || judged !== undefined,
    })),
    ...unlabelled.map((text) => ({ text, rich: true })),
  ])
  course.say(`${course.variant}: ${vocabulary.hash.length} runs are known, ${vocabulary.rich} to all heads`)
  const ground = {
    vocabulary,
    embedding: embed(vocabulary, [...used.map(({ line }) => line.text), ...unlabelled], VECTOR_WIDTH),
  }
  course.say(`${course.variant}: ${ground.embedding.vectors.length / VECTOR_WIDTH} runs have neighbours`)
  const foldOf = ({ line }: Example) => (spread(line.id ?? line.text) >>> 8) % FOLDS
  const judgements: Judgement[] = []
  const said: Said[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const heads = learnFirstHeads(
      used.filter((example) => foldOf(example) !== fold),
      ground,
      course,
    )
    for (const example of used)
      if (foldOf(example) === fold) {
        const scored = scoreText(heads, example.line.text)
        judgements.push({ example, scores: Float32Array.from(scored.scores) })
        said.push(...gatherSaid(heads, scored, example, fold))
      }
    course.say(`${course.variant}: part ${fold + 1} of ${FOLDS} read by heads of the others`)
  }
  const weights = learnFirstHeads(used, ground, course)
  settle(weights, judgements)
  settlePolarity(weights, said)
  learnPolarity(weights, said, () => true)
  course.say(`${course.variant}: settled`)
  return { weights, ground, said }
}

/** The same heads over more texts: what was settled stays, and the added texts are read by the heads that had not seen them. */
export function widen(
  taught: Taught,
  added: readonly Example[],
  all: readonly Example[],
  course: Course,
): Weights {
  const said = [...taught.said]
  for (const example of added)
    said.push(...gatherSaid(taught.weights, scoreText(taught.weights, example.line.text), example, 0))
  const { settle: table, thresholds, levels, cuts, polarityHeat, polarityShift } = taught.weights
  const weights = {
    ...learnFirstHeads(all, taught.ground, course),
    settle: table,
    thresholds,
    levels,
    cuts,
    polarityHeat,
    polarityShift,
  }
  learnPolarity(weights, said, () => true)
  return weights
}
