/** `npm run eval -- --file F.jsonl [--json]`: measures the classifier on labelled texts; the task is recognised by the columns. */
import { parseArgs } from 'node:util'
import { evaluate, ownWeights, readLabelledLines, readText } from '../domains/language/index.ts'

const { values } = parseArgs({
  options: { file: { type: 'string' }, json: { type: 'boolean', default: false } },
})
if (!values.file) {
  console.error('Say which file: npm run eval -- --file F.jsonl [--json]')
  process.exit(2)
}
const { lines, figures } = measure(values.file)
const textsPerSecond = speedOf(lines.map(({ text }) => text))
const result = Object.fromEntries(
  Object.entries({ ...figures, textsPerSecond }).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  ]),
)
if (values.json) console.log(JSON.stringify(result))
else console.table(result)

/** Ends with one line of words when the file can't be measured. */
function measure(file: string) {
  try {
    const found = readLabelledLines(file)
    return { lines: found, figures: evaluate(ownWeights(), found) }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

/** Whole readings, with aspects and words, one after the other on this core; at least a second's worth. */
function speedOf(texts: readonly string[]): number {
  for (const text of texts.slice(0, 300)) readText(text)
  const began = performance.now()
  let read = 0
  while (performance.now() - began < 1000)
    for (const text of texts) {
      readText(text)
      read += 1
      if ((read & 63) === 0 && performance.now() - began >= 1000) break
    }
  return Math.round((read * 1000) / (performance.now() - began))
}
