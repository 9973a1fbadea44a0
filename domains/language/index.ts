/** How the house reads: one text in, what it is and how sure we are out. No database, no network, same text same answer. */
export { readAgreement } from './agreement/read-agreement.ts'
export { gramKey, gramsOf } from './corrections/grams.ts'
export type { Based, Judged } from './corrections/judged.ts'
export { keepCorrection } from './corrections/keep-correction.ts'
export { languageErrors } from './errors.ts'
export { readLabelledLines } from './evaluation/columns.ts'
export { evaluate, type Figures } from './evaluation/evaluate.ts'
export { askLarge, largeUses } from './large/ask-large.ts'
export { maskerFor } from './large/mask-text.ts'
export { bend, type Layer } from './layer/layer.ts'
export { layerInForce } from './layer/layer-in-force.ts'
export {
  type AspectRead,
  type Known,
  type LearntKind,
  ownWeights,
  type Reading,
  readText,
} from './read-text.ts'
export { loadReader, type Reader, textReader } from './reader.ts'
