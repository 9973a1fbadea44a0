/** `npm run train [-- --data ../shared/data] [--licensed-only] [--measure-only | --as-measured]`: learns the weights from the labelled files, measures both variants, writes the model card. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CHECK, gatherExamples, readLines } from '../domains/language/training/examples.ts'
import { measureVariant } from '../domains/language/training/measure-variant.ts'
import { writeCard } from '../domains/language/training/model-card.ts'
import { trainModel } from '../domains/language/training/train-model.ts'
import { packWeights, type Weights } from '../domains/language/weights.ts'

const ROOT = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(ROOT, '..', 'shared', 'data') },
    'licensed-only': { type: 'boolean', default: false },
    'measure-only': { type: 'boolean', default: false },
    'as-measured': { type: 'boolean', default: false },
    epochs: { type: 'string', default: '3' },
  },
})
const began = Date.now()
const say = (line: string) =>
  process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`)
const own = join(ROOT, 'domains', 'language', 'texts')
const check = readLines(join(own, CHECK))
const all = gatherExamples(values.data, own, false)
say(`${all.length} texts`)
const course = { seed: 20_261_122, netEpochs: Number(values.epochs), say }
const variants = (['licensed', 'full'] as const).map((variant) => {
  const examples = variant === 'full' ? all : gatherExamples(values.data, own, true)
  const weights = trainModel(examples, ({ share }) => share === 'learn', { ...course, variant })
  const figures = measureVariant(weights, all, check)
  for (const one of figures) say(`${variant} ${JSON.stringify(one)}`)
  return { variant, examples, weights, figures }
})
if (!values['measure-only']) {
  const wanted = variants.find(({ variant }) => variant === (values['licensed-only'] ? 'licensed' : 'full'))!
  write(wanted.weights, false)
  if (!values['as-measured'])
    write(
      trainModel(wanted.examples, () => true, { ...course, variant: wanted.variant }, wanted.weights),
      true,
    )

  function write(weights: Weights, fromAll: boolean) {
    const file = packWeights(weights)
    mkdirSync(join(ROOT, 'domains', 'language', 'weights'), { recursive: true })
    writeFileSync(join(ROOT, 'domains', 'language', 'weights', 'model.bin'), file)
    writeFileSync(
      join(ROOT, 'docs', 'triage-model.md'),
      writeCard(variants, file.length, wanted.variant, fromAll),
    )
    say(`${(file.length / 1e6).toFixed(1)} MB written`)
  }
}
