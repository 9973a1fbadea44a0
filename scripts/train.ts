/**
 * `npm run train [-- --data ../shared/data] [--licensed-only] [--measure-only]`: learns the weights from the labelled files, measures both variants, writes the model card.
 * Who has only the licensed files trains and measures with them alone (--licensed-only); the card, which compares, is left as it is then.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  absentFiles,
  CHECKS,
  type Example,
  gatherExamples,
  readLines,
  readUnlabelled,
} from '../domains/language/training/examples.ts'
import { measureVariant } from '../domains/language/training/measure-variant.ts'
import { writeCard } from '../domains/language/training/model-card.ts'
import { trainModel, widen } from '../domains/language/training/train-model.ts'
import { packWeights } from '../domains/language/weights.ts'

const ROOT = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(ROOT, '..', 'shared', 'data') },
    'licensed-only': { type: 'boolean', default: false },
    'measure-only': { type: 'boolean', default: false },
  },
})
const began = Date.now()
const say = (line: string) =>
  process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`)
const own = join(ROOT, 'domains', 'language', 'texts')
const checks = CHECKS.map((file) => ({ file, lines: readLines(join(own, `${file}.jsonl`)) }))
const absent = absentFiles(values.data)
if (absent.length > 0 && !values['licensed-only']) {
  console.error(
    `Not there: ${absent.join(', ')} in ${values.data}. The licensed files alone are enough for --licensed-only.`,
  )
  process.exit(2)
}
if (absent.length > 0) say(`without ${absent.join(', ')}: the licensed variant alone`)
const all = gatherExamples(values.data, own, absent.length > 0)
const aside = new Set(all.filter(({ share }) => share === 'aside').map(({ line }) => line.text))
say(`${all.length} texts`)
const course = { seed: 20_261_122, netEpochs: 3, pieceEpochs: 6, say }
const shipped = values['licensed-only'] ? 'licensed' : 'full'
let bytes = 0
const measured = absent.length > 0 ? (['licensed'] as const) : (['full', 'licensed'] as const)
const variants = measured.map((variant) => {
  const examples = variant === 'full' ? all : gatherExamples(values.data, own, true)
  const unlabelled = variant === 'full' ? readUnlabelled(values.data).filter((text) => !aside.has(text)) : []
  const taught = trainModel(examples.filter(isLearnt), unlabelled, { ...course, variant })
  const figures = measureVariant(taught.weights, all, checks)
  for (const one of figures) say(`${variant} ${JSON.stringify(one)}`)
  if (variant === shipped && !values['measure-only']) {
    const added = examples.filter((example) => !isLearnt(example))
    bytes = write(packWeights(widen(taught, added, examples, { ...course, variant })))
  }
  return { variant, examples, figures }
})
if (bytes > 0 && absent.length === 0)
  writeFileSync(join(ROOT, 'docs', 'triage-model.md'), writeCard(variants, bytes, shipped))

function write(file: Uint8Array): number {
  const folder = join(ROOT, 'domains', 'language', 'weights')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'model.bin'), file)
  say(`${(file.length / 1e6).toFixed(1)} MB written`)
  return file.length
}

function isLearnt({ share }: Example): boolean {
  return share === 'learn'
}
