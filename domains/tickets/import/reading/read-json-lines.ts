import type { Cell, Row } from '../parts.ts'
import { cleanCell, cleanText } from './clean-cell.ts'

const LONGEST_LINE = 1024 * 1024
const DEEPEST = 3

/**
 * Rows of a file with one JSON object a line. Objects within objects become columns of their own (`user.name`); lists of plain values become one text.
 * Shape:  `columns` grows with every name that is met; a row has its values in that order. A line that is no object is a bad row, not the end.
 *         Numbers too large for a number stay as they are written.
 */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  columns: string[],
  mostColumns: number,
): AsyncGenerator<Row> {
  const places = new Map<string, number>()
  let n = 0
  for await (const line of linesOf(text)) {
    n += 1
    if (!line.trim()) continue
    const value = line.length > LONGEST_LINE ? undefined : parsed(line)
    if (!isObject(value)) {
      yield { n, cells: [], bad: 'badLine' }
      continue
    }
    const cells: Cell[] = []
    for (const [name, cell] of flat(value, '', 0)) {
      let place = places.get(name)
      if (place === undefined) {
        if (columns.length >= mostColumns) continue
        place = columns.push(name) - 1
        places.set(name, place)
      }
      cells[place] = cell
    }
    yield { n, cells: Array.from(cells, (cell) => cell ?? null) }
  }
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
/** TypeScript does not know yet what a number was written as. */
const parseWith = JSON.parse as unknown as (text: string, reviver: Reviver) => unknown

function parsed(line: string): unknown {
  try {
    return parseWith(line, (_, value, { source }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d{16,}$/.test(source ?? '')
        ? source
        : value,
    )
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function* flat(value: Record<string, unknown>, before: string, depth: number): Generator<[string, Cell]> {
  for (const [key, inner] of Object.entries(value)) {
    const name = cleanText(before + key).slice(0, 120)
    if (isObject(inner)) {
      if (depth < DEEPEST) yield* flat(inner, `${name}.`, depth + 1)
    } else if (Array.isArray(inner)) {
      const plain = inner.filter((one) => typeof one === 'string' || typeof one === 'number')
      if (plain.length) yield [name, cleanCell(plain.join('、'))]
    } else yield [name, cleanCell(inner)]
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    // A line without an end must not fill the memory; the reader refuses it by its length.
    if (rest.length > 4 * LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1)
    yield* lines
  }
  if (rest) yield rest
}
