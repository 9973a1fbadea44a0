/** How the house reads: one text in, what it is and how sure we are out. No database, no network, same text same answer. */
export { evaluate, type Figures } from './evaluation/evaluate.ts'
export {
  type AspectRead,
  type Known,
  type LearntKind,
  ownWeights,
  type Reading,
  readText,
} from './read-text.ts'
export { readLines as readLabelledLines } from './training/examples.ts'
