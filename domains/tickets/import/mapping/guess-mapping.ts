import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type ImportPlatform,
  type ImportWhat,
  type RatingScale,
} from '#contracts/tickets/import'
import type { Cell, Row } from '../parts.ts'
import { ALIASES, bareHeading, cleanHeading, SIGNS } from './aliases.ts'
import { moodOf, numberOf } from './cells.ts'

export const HEADER_WITHIN = 10

/** The first rows of a sheet and, where its headings are no row of it, their names. */
export type SheetHead = { rows: readonly Row[]; fixed: string[] | null }

/**
 * The row with the headings, within the first ten: the one with the most words that we know; failing that, the first that is filled as widely as any and holds only words.
 * Shape: the row's number in the file; 0 when the file seems to have none, or needs none.
 */
export function findHeader(what: ImportWhat, { rows, fixed }: SheetHead): number {
  if (fixed) return 0
  const first = rows.slice(0, HEADER_WITHIN).filter((row) => row.n <= HEADER_WITHIN)
  let best = { n: 0, known: 0 }
  for (const row of first) {
    const known = Object.keys(guessColumns(what, row.cells.map(textOf))).length
    if (known > best.known) best = { n: row.n, known }
  }
  if (best.n) return best.n
  const widest = Math.max(0, ...first.map((row) => filled(row)))
  return first.find((row) => widest > 1 && filled(row) === widest && row.cells.every(isName))?.n ?? 0
}

const filled = (row: Row) => row.cells.filter((cell) => cell !== null).length
const isName = (cell: Cell) =>
  cell === null || (typeof cell === 'string' && cell.length <= 30 && numberOf(cell) === null)
const textOf = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell))

/** Headings of a sheet as they stand; a column without one has an empty name. */
export function headingsOf({ rows, fixed }: SheetHead, header: number): string[] {
  if (fixed) return fixed
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const row = rows.find((one) => one.n === header)
  return Array.from({ length: width }, (_, n) => textOf(row?.cells[n]).slice(0, 120))
}

/** The rows under the headings. */
export function bodyOf(rows: readonly Row[], header: number): readonly Row[] {
  return rows.filter((row) => row.n > header)
}

/** Which column is what, by its heading: the whole heading goes before the bare one, a better-known name before a lesser one. */
export function guessColumns(
  what: ImportWhat,
  headings: readonly string[],
): Partial<Record<ImportField, number>> {
  const cleaned = headings.map(cleanHeading)
  const bare = cleaned.map(bareHeading)
  const columns: Partial<Record<ImportField, number>> = {}
  const taken = new Set<number>()
  for (const field of IMPORT_FIELDS[what]) {
    const names = ALIASES[what][field] ?? []
    const at = firstOf(names, cleaned, taken) ?? firstOf(names, bare, taken)
    if (at === undefined) continue
    columns[field] = at
    taken.add(at)
  }
  return columns
}

function firstOf(
  names: readonly string[],
  headings: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  for (const name of names) {
    const at = headings.findIndex((heading, n) => heading === name && !taken.has(n))
    if (at >= 0) return at
  }
  return undefined
}

/** The one platform whose columns are all there; `import` when there is none, or more than one. */
export function guessPlatform(what: ImportWhat, headings: readonly string[]): ImportPlatform {
  const cleaned = new Set(headings.map((heading) => cleanHeading(heading)))
  const found = SIGNS.filter((sign) => sign.what === what && sign.all.every((name) => cleaned.has(name)))
  const platforms = new Set(found.map((sign) => sign.platform))
  return platforms.size === 1 ? [...platforms][0]! : 'import'
}

/** The scale on which a column's values make sense. */
export function guessScale(values: readonly Cell[]): RatingScale {
  const given = values.filter((value) => value !== null)
  const numbers = given.map((value) => numberOf(value)).filter((value) => value !== null)
  if (numbers.length < given.length / 2)
    return given.some((value) => moodOf(value) !== null) ? 'mood' : 'five'
  const most = Math.max(0, ...numbers)
  if (most >= 100) return 'hundred'
  if (most > 10) return 'fifty'
  if (most > 5) return 'ten'
  return numbers.some((value) => value === 0) && most <= 1 ? 'mood' : 'five'
}

/** How a file is read that nobody has brought before. */
export function guessMapping(what: ImportWhat, sheet: number, head: SheetHead): ImportMapping {
  const header = findHeader(what, head)
  const headings = headingsOf(head, header)
  const columns = guessColumns(what, headings)
  const body = bodyOf(head.rows, header)
  const score = columns.score
  return {
    sheet,
    header,
    columns:
      what === 'reviews' && columns.text === undefined ? { ...columns, ...longest(body, columns) } : columns,
    platform: guessPlatform(what, headings),
    shopId: null,
    unknownShop: 'refuse',
    scale: score === undefined ? 'five' : guessScale(body.map((row) => row.cells[score] ?? null)),
    historyDays: 7,
    untimed: 'history',
  }
}

/** A table whose headings say nothing: the reviews are where the most is written. */
function longest(body: readonly Row[], columns: Partial<Record<ImportField, number>>): { text?: number } {
  const taken = new Set(Object.values(columns))
  const signs: number[] = []
  for (const row of body)
    row.cells.forEach((cell, n) => {
      if (typeof cell === 'string' && !taken.has(n)) signs[n] = (signs[n] ?? 0) + cell.length
    })
  const most = Math.max(0, ...signs.filter((n) => n !== undefined))
  return most >= body.length * 6 && most > 0 ? { text: signs.indexOf(most) } : {}
}
