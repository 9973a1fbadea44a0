import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { ImportProblem } from '../errors.ts'
import type { Row } from '../parts.ts'
import { cleanCell } from './clean-cell.ts'

export const DELIMITERS = [',', ';', '\t'] as const
type Delimiter = (typeof DELIMITERS)[number]
const SAMPLE_SIGNS = 64 * 1024
const SAMPLE_ROWS = 30
/** A quotation mark that is never closed would swallow the rest of the file. */
const LONGEST_ROW = 512 * 1024
/** `="…"` is how tables keep Excel from making a number of an order's number. */
const OPTIONS = { relax_quotes: true, relax_column_count: true, skip_empty_lines: false, bom: true } as const

/** Rows of a table in text; its rows are counted as Excel counts them. Errors: ImportProblem openQuote with the row it begins in. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const { head, all } = await peek(text)
  const parser = parse({ ...OPTIONS, delimiter: delimiterOf(head), max_record_size: LONGEST_ROW })
  const source = Readable.from(all, { highWaterMark: 4 })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let n = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      n += 1
      yield { n, cells: cells.map(cleanCell) }
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED')
      throw new ImportProblem('openQuote', { row: parser.info.records + 1 })
    throw error
  }
}

/** The sign that cuts the first rows most evenly into the most cells. */
export function delimiterOf(head: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = evenness(head, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function evenness(head: string, delimiter: Delimiter): number {
  try {
    const rows = parseAtOnce(head, { ...OPTIONS, delimiter, to: SAMPLE_ROWS }) as string[][]
    const widths = rows.filter((row) => row.some((cell) => cell.trim())).map((row) => row.length)
    const counts = Map.groupBy(widths, (width) => width)
    const [width, same] = [...counts].sort((a, b) => b[1].length * b[0] - a[1].length * a[0])[0] ?? [1, []]
    return width < 2 ? 0 : (same.length / widths.length) * Math.min(width, 20)
  } catch {
    return 0
  }
}

/** The first rows to look at, and everything again to be read. */
async function peek(text: AsyncIterable<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
  const pieces = text[Symbol.asyncIterator]()
  let first = ''
  let ended = false
  while (first.length < SAMPLE_SIGNS && !ended) {
    const { value, done } = await pieces.next()
    ended = done === true
    first += value ?? ''
  }
  const head = first.slice(0, SAMPLE_SIGNS)
  const whole =
    first.length > SAMPLE_SIGNS || !ended ? head.slice(0, head.lastIndexOf('\n') + 1) || head : head
  const all = (async function* () {
    yield first
    if (!ended) yield* { [Symbol.asyncIterator]: () => pieces }
  })()
  return { head: whole, all }
}
