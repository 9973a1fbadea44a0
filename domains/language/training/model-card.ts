import files from '../tables/files.json' with { type: 'json' }
import measures from '../tables/measures.json' with { type: 'json' }
import type { Example, Line } from './examples.ts'
import type { Measured } from './measure-variant.ts'

export type VariantMeasured = {
  variant: string
  examples: readonly Example[]
  figures: readonly Measured[]
}

const COLUMNS = [
  'accuracy',
  'macroF1',
  'microF1',
  'positiveF1',
  'recallAtPrecision90',
  'polarityAccuracy',
  'polarityMacroF1',
  'negativeF1',
  'fourClassMacroF1',
  'emergencyRecall',
  'emergencyPrecision',
  'severityWeightedKappa',
  'expectedCalibrationError',
] as const

/** docs/triage-model.md: what the weights were learnt from, how, and what they reach. Written by the trainer, so that no figure is older than the weights. */
export function writeCard(variants: readonly VariantMeasured[], bytes: number, shipped: string): string {
  const full = variants.find(({ variant }) => variant === 'full')!
  const read = full.examples.filter(({ file, judged }) => judged && file !== 'own').length
  const added = (has: (line: Line) => unknown, file: string) =>
    full.examples.filter((example) => example.file === file && has(example.line)).length
  return `# The triage model

Written by \`npm run train\`. In the repository: the **${shipped}** variant, ${(bytes / 1e6).toFixed(1)} MB, \`domains/language/weights/model.bin\`.
It reads one text without network or database and says kind, sentiment, danger, aspects with polarity and severity, each with a probability and the words that speak for it (\`domains/language\`).

## How it is made

- A text is brought into one form (\`normalise.ts\`): half width, simplified signs (table from OpenCC, Apache-2.0), lower case, numbers to their length, repeated signs to two.
- It is looked up run by run: runs of one to four signs that are known are found by their hash; what is not known counts for nothing. Each run is looked up once for all heads.
- **Whole text, linear**: rarity (idf) of the known runs, support vector machines with squared hinge loss learnt over their dual; food safety also with log-count ratios (NB-SVM), and each aspect once more as a second opinion beside the pieces.
- **Whole text, network**: at each sign the vectors of the runs that begin there are summed and cut at nought; the text is the largest and the mean of its places. One network for sentiment, food safety, kind and severity: what one learns of a word helps the others.
- **Piece by piece** (clauses, or sixteen signs of a long one) for the aspects: a text speaks of a thing when one of its pieces does (noisy or). A piece is judged by its runs and by what they mean: the mean of their vectors through a hidden layer.
  The vectors are made first, without labels, from the neighbours of each run in all texts (positive pointwise mutual information, main directions).
- **What the heads come to together** is learnt from readings by heads that had not seen the text (thirds in turn): logistic regressions, softmax for the kind, least squares for the severity. That is also the calibration. Thresholds are set there: F1 for aspects and food safety,
  94 of 100 emergencies of real customers heard by heads that had not seen them (their probability is moved until 0.3 is that threshold), the weighted kappa for the cuts between severities.
- **Polarity** of an aspect is read in the pieces that speak of it, the pieces beside them, and how the pieces and the whole sound.
- A text of unknown trade that plainly sounds like a restaurant or like goods is read for the aspects of that alone.
- Rows of weights are summed by the processor's vector units (\`sums/sums.wat\`, kept as \`sums.wasm\`): the numbers are exact, whatever the machine.
- Runs are kept as hashes: no word of any source is in the file. The words shown are cut from the text that is read.
- Everything is seeded: the same files give the same weights.

## Sources

| source | texts | origin | licence | teaches |
| --- | --- | --- | --- | --- |
${sources(full.examples)}

The sources without a known licence are used for developing and measuring; \`npm run train -- --licensed-only\` makes weights from the MIT sources and our own texts alone; our labels of kind on texts of the other sources stay out of it too.
Labels become categories of the playbook by \`domains/language/tables/categories.json\`.

## Kind and severity

No public file carries them. Two things teach them: our own sentences (\`domains/language/texts\`), and **${read} texts of the public files that our own team has read and labelled** by the rules of the labelling sheet (\`domains/language/labels/kinds.jsonl\`: ids and labels, never the text;
several kinds are accepted where two readers could differ, the best first). They were drawn from all files, more often where danger, wishes or questions are likely. Each was read once, by one person; nobody outside the house has checked them. Accuracy of kind and severity is claimed for that and nothing more.

- **“read by us”**: the fifth of those labels that is kept aside.
- **“own”**: a fifth of our own sentences; many share frames with those learnt from, which flatters.
- **“check”** (\`domains/language/texts/check.jsonl\`): our own sentences in other words, never learnt from, written to be hard; **“check-talk”**: 232 short messages as they are written in a talk, by somebody who had not seen what is learnt from.

## Aspects, polarity, sentiment and food safety

The public files are small where it counts: few texts say that parking or the date on a jar was bad. To their labels we have added our own, learnt from and never measured on:

- ${added(({ aspects }) => aspects, 'read')} restaurant reviews of the public files read for the 18 aspects (\`labels/dining.jsonl\`), ${added(({ food_safety_related }) => food_safety_related !== undefined, 'read')} takeaway reviews read for sentiment and food safety (\`labels/takeaway.jsonl\`): ids and labels, never the text. Each was read once.
  Beside them lay texts whose labels the readers did not know: on 200 restaurant reviews they agree with them by a micro-F1 of 84.0, macro-F1 80.4 and the polarity in 83.7 of 100; on 200 takeaway reviews by an F1 of 93.5 for food safety. So far do two readers of these files agree at all.
- Our own sentences: ${added(({ aspects }) => aspects, 'own')} about restaurants, mostly the rare judgements, ${added(({ category_polarity }) => category_polarity, 'own')} about cosmetics, mostly the rare categories, ${added(({ label }) => label !== undefined, 'own')} about takeaways (danger words used harmlessly, mood that no single word gives away).
- They teach the heads; probabilities and thresholds are settled on the public labels alone, because what we added was chosen. 整体, 使用体验, 功效 and 其他 are left to the public file, which gives them by habits of its own.

## Figures

In per cent, on a fifth of each file that is kept aside by a hash of the line's id (of the text for our own), with weights that have not seen it; those in the repository then learnt from all texts, with what was settled kept.
\`linear\`: the best plain linear machine on the very same fifth; \`elsewhere\`: the same on the part kept aside elsewhere, learnt from more texts (where that is known). Severity kappa has squared weights, levels 0 to 4. The sentiment files are read without being told which file they are.
What was tried was chosen while looking at this fifth: fresh texts may do a little worse.
${variants.map(tableOf).join('\n')}
## Limits

- Sarcasm without a sign of it (praise of a thing that went wrong, in a long text) is often read as praise; stars help.
- Texts beyond 3,000 signs are read to there.
- The labels of waimai and food_safety contradict themselves in places (the same complaint labelled both ways): perfect figures are not to be had there.
- The food-safety head has learnt takeaway reviews only; other dangers (skin, burns, data) are the emergency kind's.
- The playbook's words of danger stay in force beside the model: it adds, it does not take away.
`
}

function sources(examples: readonly Example[]): string {
  const number = (file: string) => examples.filter((example) => example.file === file).length
  const rows = files.files.map(
    ({ file, origin, licence, ...rest }) =>
      `| ${file} | ${number(file)} | ${origin} | ${licence} | ${teaches(file, 'mood' in rest ? rest.mood : undefined)} |`,
  )
  const { ownTexts } = files
  rows.push(
    '| unlabelled | 3996 | test texts of the food_safety and AI Challenger competitions | none (competition) | neighbours of words; kind, aspects, sentiment, food safety, where we read them |',
  )
  rows.push(
    `| our own | ${number('own')} | ${ownTexts.file} | ${ownTexts.licence} | kind, severity, aspects, sentiment, food safety |`,
  )
  return rows.join('\n')
}

function teaches(file: string, mood: string | undefined): string {
  const heads = mood ? [`sentiment (${mood})`] : []
  if (file === 'food_safety') heads.push('food safety')
  if (file === 'restaurant_aspects') heads.push('18 aspects', 'polarity')
  if (file === 'beauty_opinions') heads.push('13 aspects', 'polarity')
  if (file === 'restaurant_triples' || file === 'haircare_terms') heads.push('polarity')
  return heads.join(', ')
}

type Known = Record<string, Record<string, { aim?: number; linear?: number; elsewhere?: number }>>

function tableOf({ variant, figures }: VariantMeasured): string {
  const known = measures.files as Known
  const shown = (value?: number) => (value === undefined ? '' : value.toFixed(1))
  const rows = figures.flatMap((one) =>
    COLUMNS.filter((name) => one[name] !== undefined).map((name) => {
      const { aim, linear, elsewhere } = known[one.file]?.[name] ?? {}
      const cells = [
        one.file,
        one.n,
        name,
        shown(one[name]! * 100),
        shown(aim),
        shown(linear),
        shown(elsewhere),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  )
  return `
### ${variant === 'full' ? 'Learnt from all sources' : 'Learnt from licensed sources and our own texts only'}

| file | texts | measure | reached | aim | linear | elsewhere |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
