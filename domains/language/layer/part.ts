import { setImmediate as breathe } from 'node:timers/promises'

/**
 * One question a layer answers: a logistic layer over hashed pieces of the text, added to what the base says (`offsets`).
 * Shape: `weights[piece × classes + class]`; `grams` ascending. A text without any of these pieces gets exactly what the base says.
 */
export type Part = { classes: string[]; grams: number[]; weights: number[] }

/** One correction as a part learns it: by place in `classes`; one behind the last is the base's own word when that is none of them. */
export type Lesson = {
  grams: readonly number[]
  offsets: readonly number[]
  wanted: number
  baseRight: boolean
}

/** A piece must have stood in so many corrections, and in so many of them the base must have been wrong. */
const SEEN = 4
const SEEN_WRONG = 3
const MOST_GRAMS = 4000
const EPOCHS = 30
const PACE = 0.25
/** Towards the base: what is said only once or twice is not believed. */
const HOLD = 0.02

/** Learns one part; the same lessons in the same order give the same weights. */
export async function learnPart(classes: readonly string[], lessons: readonly Lesson[]): Promise<Part> {
  const grams = chooseGrams(lessons)
  const at = new Map(grams.map((gram, place) => [gram, place]))
  const width = classes.length
  const weights = new Float64Array(grams.length * width)
  const seen = new Float64Array(weights.length).fill(1e-3)
  const known = lessons.map(({ grams: all }) => all.flatMap((gram) => at.get(gram) ?? []))
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const [n, lesson] of lessons.entries()) {
      const places = known[n]!
      if (!places.length) continue
      const share = chances(scoresOf(places, width, weights, lesson.offsets))
      const size = 1 / Math.sqrt(places.length)
      for (const place of places) {
        for (let c = 0; c < width; c += 1) {
          const k = place * width + c
          const slope =
            (share[c]! - (c === lesson.wanted ? 1 : 0)) * size + (HOLD * weights[k]!) / places.length
          seen[k]! += slope * slope
          weights[k]! -= (PACE * slope) / Math.sqrt(seen[k]!)
        }
      }
    }
    await breathe()
  }
  return { classes: [...classes], grams, weights: [...weights].map((w) => Math.round(w * 1000) / 1000) }
}

/** What a part adds to each class for this text; all noughts when it knows none of its pieces. `offsets` may be one longer than the classes. */
export function hearPart(part: Part, grams: readonly number[], offsets: readonly number[]): number[] {
  const places = grams.flatMap((gram) => {
    const place = placeOf(part.grams, gram)
    return place < 0 ? [] : place
  })
  return scoresOf(places, part.classes.length, part.weights, offsets)
}

function scoresOf(
  places: readonly number[],
  width: number,
  weights: ArrayLike<number>,
  offsets: readonly number[],
): number[] {
  const scores = [...offsets]
  const size = 1 / Math.sqrt(places.length || 1)
  for (const place of places)
    for (let c = 0; c < width; c += 1) scores[c]! += weights[place * width + c]! * size
  return scores
}

function chances(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const odds = scores.map((z) => Math.exp(z - most))
  const all = odds.reduce((sum, one) => sum + one, 0)
  return odds.map((one) => one / all)
}

/** Pieces that come often enough where the base was wrong, those that are wrong most often first. */
function chooseGrams(lessons: readonly Lesson[]): number[] {
  const counts = new Map<number, { all: number; wrong: number }>()
  for (const { grams, baseRight } of lessons) {
    for (const gram of grams) {
      const count = counts.get(gram) ?? { all: 0, wrong: 0 }
      count.all += 1
      if (!baseRight) count.wrong += 1
      counts.set(gram, count)
    }
  }
  return [...counts]
    .filter(([, { all, wrong }]) => all >= SEEN && wrong >= SEEN_WRONG)
    .sort(([a, x], [b, y]) => y.wrong / y.all - x.wrong / x.all || y.wrong - x.wrong || a - b)
    .slice(0, MOST_GRAMS)
    .map(([gram]) => gram)
    .sort((a, b) => a - b)
}

function placeOf(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle]!
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
