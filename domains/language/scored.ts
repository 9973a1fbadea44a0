import type { Grams } from './grams.ts'
import type { Signs } from './normalise.ts'

/** One text scored: the buffers belong to the model and are overwritten by the next text. */
export type Scored = {
  text: string
  signs: Signs
  grams: Grams
  /** By place in SCORES. */
  scores: Float64Array
  /** Log-odds that a piece speaks of a thing: PIECE_OUTPUTS a piece. */
  pieces: Float64Array
  /** Probability of each of ANSWERS, of each of KINDS; how bad it is, as a plain number. */
  answers: Float64Array
  kinds: Float64Array
  badness: number
}
