import { evaluate, type Figures } from '../evaluation/evaluate.ts'
import type { Weights } from '../weights.ts'
import type { Example, Line } from './examples.ts'

export type Measured = Figures & { file: string }

const FILES = [
  'waimai',
  'hotel',
  'dianping2k',
  'shopping10',
  'food_safety',
  'restaurant_aspects',
  'beauty_opinions',
]

/** Figures of one variant on the texts kept aside, file by file; 洗发水 is the slice of the goods that is nearest to beauty. */
export function measureVariant(
  weights: Weights,
  examples: readonly Example[],
  checks: readonly { file: string; lines: readonly Line[] }[],
): Measured[] {
  const aside = examples.filter(({ share }) => share === 'aside')
  const linesOf = (file: string) => aside.filter((example) => example.file === file).map(({ line }) => line)
  const readLines = (own: boolean) =>
    aside
      .filter(({ file, judged }) => judged && (file === 'own') === own)
      .map(({ line, judged }): Line => ({ text: line.text, ...judged! }))
  return [
    ...FILES.map((file) => ({ file, lines: linesOf(file) })),
    { file: 'shopping10 洗发水', lines: linesOf('shopping10').filter(({ cat }) => cat === '洗发水') },
    { file: 'read by us', lines: readLines(false) },
    { file: 'own', lines: readLines(true) },
    ...checks,
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ file, lines }) => ({ file, ...evaluate(weights, lines) }))
}
