import { fileTypeFromBuffer } from 'file-type'
import { IMPORT_LIMIT, type ImportFormat } from '#contracts/tickets/import'
import type { Ctx } from '#platform/context'
import { ImportProblem } from '../errors.ts'
import { keepPart, type Row, readUpload } from '../parts.ts'
import { decode, type Encoding, encodingOf, firstBytes } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readJsonLines } from './read-json-lines.ts'
import { readWorkbook } from './read-workbook.ts'

/** `fixed`: the headings are not a row of the file (names of a JSON object). */
export type StoredSheet = { name: string; rows: number; parts: number; fixed: string[] | null }
export type ReadFile = { format: ImportFormat; encoding: Encoding | ''; sheets: StoredSheet[] }

export const PART_ROWS = 250
const PART_SIGNS = 1024 * 1024

/**
 * Reads an upload whole, whatever it is, into parts of rows that a run can begin at.
 * Shape:  again, after a process has died in the middle, writes the same parts over the old ones. `told` hears now and then how far it is.
 * Errors: ImportProblem with what is wrong with the file.
 */
export async function readFile(
  ctx: Ctx,
  id: string,
  uploads: number,
  told: (rows: number) => Promise<void>,
): Promise<ReadFile> {
  const open = () => readUpload(ctx, id, uploads)
  const format = await formatOf(await firstBytes(open()))
  const keep = keeper(ctx, id, told)
  if (format === 'xlsx') {
    for await (const sheet of readWorkbook(open())) {
      if (keep.sheets.length >= IMPORT_LIMIT.sheets)
        throw new ImportProblem('tooManySheets', { most: IMPORT_LIMIT.sheets })
      await keep.sheet(sheet.name, sheet.rows, null)
    }
    return { format, encoding: '', sheets: keep.found() }
  }
  const encoding = await encodingOf(open)
  const text = decode(open(), encoding)
  const columns: string[] = []
  if (format === 'csv') await keep.sheet('', readCsv(text), null)
  else await keep.sheet('', readJsonLines(text, columns, IMPORT_LIMIT.columns), columns)
  return { format, encoding, sheets: keep.found() }
}

function keeper(ctx: Ctx, id: string, told: (rows: number) => Promise<void>) {
  const sheets: StoredSheet[] = []
  let all = 0
  return {
    sheets,
    async sheet(name: string, rows: AsyncIterable<Row>, fixed: string[] | null) {
      const at = sheets.length
      const sheet: StoredSheet = { name: name.slice(0, 100), rows: 0, parts: 0, fixed }
      sheets.push(sheet)
      let part: Row[] = []
      let signs = 0
      const put = async () => {
        await keepPart(ctx, id, at, sheet.parts, part)
        sheet.parts += 1
        part = []
        signs = 0
        await told(all)
      }
      for await (const row of rows) {
        trimEnd(row)
        if (!row.bad && !row.cells.length) continue
        if (row.cells.length > IMPORT_LIMIT.columns)
          throw new ImportProblem('tooManyColumns', { most: IMPORT_LIMIT.columns })
        all += 1
        sheet.rows += 1
        if (all > IMPORT_LIMIT.rows) throw new ImportProblem('tooManyRows', { most: IMPORT_LIMIT.rows })
        part.push(row)
        for (const cell of row.cells) signs += typeof cell === 'string' ? cell.length : 8
        if (part.length >= PART_ROWS || signs >= PART_SIGNS) await put()
      }
      if (part.length) await put()
    },
    found() {
      const filled = sheets.filter((sheet) => sheet.rows > 0)
      if (!filled.length) throw new ImportProblem('noRows')
      return sheets
    },
  }
}

/** Empty cells at the end say nothing; a sheet that was once painted to its last column has thousands. */
function trimEnd(row: Row): void {
  let end = row.cells.length
  while (end > 0 && row.cells[end - 1] === null) end -= 1
  row.cells.length = end
}

/** By the bytes, never by the name. Errors: ImportProblem oldExcel, htmlTable, jsonList, notATable. */
async function formatOf(first: Buffer): Promise<ImportFormat> {
  const type = await fileTypeFromBuffer(first)
  if (type?.ext === 'xlsx' || type?.ext === 'zip') return 'xlsx'
  if (type?.ext === 'cfb') throw new ImportProblem('oldExcel')
  const utf16 = (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff)
  const head = first
    .subarray(0, 4096)
    .toString(utf16 && first[0] === 0xff ? 'utf16le' : 'latin1')
    .replace(/^\u00ef\u00bb\u00bf|\ufeff/, '')
    .trimStart()
  if (/^<(!doctype html|html|table|meta|head)\b/i.test(head)) throw new ImportProblem('htmlTable')
  if (
    type &&
    !type.mime.startsWith('text/') &&
    type.mime !== 'application/json' &&
    type.mime !== 'application/xml'
  )
    throw new ImportProblem('notATable')
  if (!utf16 && first.subarray(0, 4096).includes(0)) throw new ImportProblem('notATable')
  if (/^\[\s*(\{|\[|$)/.test(head)) throw new ImportProblem('jsonList')
  return head.startsWith('{') ? 'jsonl' : 'csv'
}
