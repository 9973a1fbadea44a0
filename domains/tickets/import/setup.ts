import { createHash } from 'node:crypto'
import {
  IMPORT_FIELDS,
  IMPORT_NEEDS,
  type ImportField,
  ImportMapping,
  type ImportSetup,
} from '#contracts/tickets/import'
import { maskNumbersIn } from '#domains/customers'
import { loadRoster } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { importErrors } from './errors.ts'
import * as data from './import-data.ts'
import { cleanHeading } from './mapping/aliases.ts'
import { textOf } from './mapping/cells.ts'
import { bodyOf, guessMapping, headingsOf, type SheetHead } from './mapping/guess-mapping.ts'
import { ownImport, ownShops } from './own-import.ts'
import { type Row, readPart } from './parts.ts'
import type { ReadFile, StoredSheet } from './reading/read-file.ts'

/** A file that was read: its likeliest sheet is chosen and mapped, as it was the last time when these headings are known. */
export async function prepare(ctx: Ctx, row: data.ImportRow, file: ReadFile): Promise<void> {
  let best: { mapping: ImportMapping; known: number; head: SheetHead } | undefined
  for (const [n, sheet] of file.sheets.entries()) {
    if (!sheet.rows) continue
    const head = await headOf(ctx, row.id, file.sheets, n)
    const mapping = guessMapping(row.what, n, head)
    const known = Object.keys(mapping.columns).length
    if (!best || known > best.known) best = { mapping, known, head }
  }
  const { mapping: guessed, head } = best!
  await ctx.transaction(async (tx) => {
    const before = await recalled(tx, row, guessed, head)
    const mapping = before ?? guessed
    const change = {
      ...file,
      mapping,
      remembered: before !== null,
      state: 'ready' as const,
      total: rowsUnder(file.sheets, mapping, head),
      seen: 0,
      tries: 0,
      held_until: null,
    }
    await data.changeImport(tx, row.id, ['reading'], change)
  })
}

export async function headOf(
  ctx: Ctx,
  id: string,
  sheets: readonly StoredSheet[],
  n: number,
): Promise<SheetHead> {
  const rows = sheets[n]?.parts ? await readPart(ctx, id, n, 0) : []
  return { rows, fixed: sheets[n]?.fixed ?? null }
}

function rowsUnder(
  sheets: readonly StoredSheet[],
  { sheet, header }: ImportMapping,
  { rows }: SheetHead,
): number {
  return (sheets[sheet]?.rows ?? 0) - rows.filter((row) => row.n <= header).length
}

/** Known by the set of headings, in whatever order they stand. */
function keyOf(headings: readonly string[]): Buffer {
  const set = [...new Set(headings.map(cleanHeading).filter(Boolean))].sort()
  return createHash('sha256').update(set.join('\n')).digest()
}

type Remembered = Omit<ImportMapping, 'sheet' | 'header' | 'columns' | 'shopId'> & {
  columns: Record<string, string>
}

async function recalled(
  tx: Tx,
  row: data.ImportRow,
  guessed: ImportMapping,
  head: SheetHead,
): Promise<ImportMapping | null> {
  const headings = headingsOf(head, guessed.header)
  const known = (await data.recallMapping(tx, row.what, keyOf(headings))) as Remembered | undefined
  if (!known) return null
  const cleaned = headings.map(cleanHeading)
  const columns = Object.entries(known.columns).map(
    ([field, name]) => [field, cleaned.indexOf(name)] as const,
  )
  const read = ImportMapping.safeParse({
    ...guessed,
    ...known,
    columns: Object.fromEntries(columns.filter(([, at]) => at >= 0)),
  })
  return read.success ? read.data : null
}

/** Called when a file begins to run: what was decided for it is how the next one with these headings is read. */
export async function remember(tx: Tx, ctx: Ctx, row: data.ImportRow): Promise<void> {
  const mapping = row.mapping!
  const head = await headOf(ctx, row.id, row.sheets, mapping.sheet)
  const cleaned = headingsOf(head, mapping.header).map(cleanHeading)
  if (!cleaned.some(Boolean)) return
  const { sheet: _s, header: _h, shopId: _shop, columns, ...rest } = mapping
  const names = Object.entries(columns).map(([field, at]) => [field, cleaned[at!] ?? ''])
  const known = { ...rest, columns: Object.fromEntries(names.filter(([, name]) => name)) }
  await data.rememberMapping(tx, {
    brand_id: row.brand_id,
    what: row.what,
    headings: keyOf(cleaned),
    mapping: known,
    used_at: ctx.now(),
  })
}

/** What the mapping can be chosen from. Errors: import.notFound, import.notReady while it is being read or was not readable. */
export async function readSetup(ctx: Ctx, id: string): Promise<ImportSetup> {
  const { row, shops } = await ctx.transaction(async (tx) => {
    const own = await readable(tx, ctx, id)
    return { row: own, shops: ownShops(ctx, (await loadRoster(tx, ctx.now())).shops) }
  })
  return setupOf(ctx, row, shops)
}

async function setupOf(
  ctx: Ctx,
  row: data.ImportRow,
  shops: readonly { id: string; name: string }[],
): Promise<ImportSetup> {
  const mapping = row.mapping!
  const head = await headOf(ctx, row.id, row.sheets, mapping.sheet)
  const body = bodyOf(head.rows, mapping.header)
  return {
    sheets: row.sheets.map(({ name, rows, fixed }) => ({ name, rows, fixedHeadings: fixed !== null })),
    headings: headingsOf(head, mapping.header).map((name, at) => ({ name, sample: sampleOf(body, at) })),
    mapping,
    remembered: row.remembered,
    shops: shops.map(({ id, name }) => ({ id, name })),
  }
}

function sampleOf(body: readonly Row[], at: number): string {
  const filled = body.find((row) => row.cells[at] !== null && row.cells[at] !== undefined)
  return maskNumbersIn(textOf(filled?.cells[at])).slice(0, 60)
}

/**
 * Says which column is what. A change of sheet without a word about its columns guesses them anew.
 * Errors: import.sheetUnknown, import.columnUnknown, import.shopUnknown, import.notReady once it runs.
 */
export async function saveMapping(ctx: Ctx, id: string, input: ImportMapping): Promise<ImportSetup> {
  const row = await ctx.transaction((tx) => readable(tx, ctx, id))
  if (row.state !== 'ready') throw importErrors.notReady()
  if (!row.sheets[input.sheet]?.rows) throw importErrors.sheetUnknown({}, 'sheet')
  const head = await headOf(ctx, id, row.sheets, input.sheet)
  const elsewhere = input.sheet !== row.mapping!.sheet
  const mapping = elsewhere ? { ...input, ...guessMapping(row.what, input.sheet, head) } : input
  const width = headingsOf(head, mapping.header).length
  const fields: readonly string[] = IMPORT_FIELDS[row.what]
  for (const [field, at] of Object.entries(mapping.columns))
    if (at! >= width || !fields.includes(field)) throw importErrors.columnUnknown({}, `columns.${field}`)
  return ctx.transaction(async (tx) => {
    const shops = ownShops(ctx, (await loadRoster(tx, ctx.now())).shops)
    if (mapping.shopId && !shops.some((shop) => shop.id === mapping.shopId))
      throw importErrors.shopUnknown({}, 'shopId')
    const change = { mapping, total: rowsUnder(row.sheets, mapping, head) }
    if (!(await data.changeImport(tx, id, ['ready'], change))) throw importErrors.notReady()
    return setupOf(ctx, { ...row, mapping }, shops)
  })
}

export async function readable(tx: Tx, ctx: Ctx, id: string): Promise<data.ImportRow> {
  const row = await ownImport(tx, ctx, id)
  if (!row.mapping) throw importErrors.notReady()
  if (row.files_gone) throw importErrors.fileGone()
  return row
}

export function missingNeed(row: data.ImportRow): ImportField | undefined {
  return IMPORT_NEEDS[row.what].find((field) => row.mapping?.columns[field] === undefined)
}
