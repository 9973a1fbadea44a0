import { type EventEmitter, once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { WorkbookWriter } from '@cj-tech-master/excelts'
import { stringify } from 'csv-stringify'

export const SHEET_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What a cell of a sheet may hold. */
export type Cell = string | number | null

type Pages = AsyncIterable<Cell[][]>

/**
 * A file as a stream of bytes, made page by page: what is in memory is one page, however long the file.
 * Shape: CSV in UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 says; a workbook has one sheet with a fixed heading.
 */
export function writeSheet(format: 'csv' | 'xlsx', heading: string[], sheet: string, pages: Pages): Readable {
  return format === 'csv' ? csvOf(heading, pages) : workbookOf(heading, sheet, pages)
}

function csvOf(heading: string[], pages: Pages): Readable {
  const lines = async function* () {
    yield heading
    for await (const page of pages) yield* page
  }
  const out = stringify({ bom: true, record_delimiter: '\r\n' })
  const source = Readable.from(lines(), { highWaterMark: 64 })
  source.on('error', (error) => out.destroy(error))
  return source.pipe(out)
}

const WIDTH = 18

function workbookOf(heading: string[], sheetName: string, pages: Pages): Readable {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  fillWorkbook(out, heading, sheetName, pages).catch((error: Error) => out.destroy(error))
  return out
}

async function fillWorkbook(out: PassThrough, heading: string[], sheetName: string, pages: Pages) {
  const book = new WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  const packed = followPacking(sheet.stream)
  sheet.columns = heading.map((header) => ({ header, width: WIDTH }))
  const first = sheet.getRow(1)
  first.font = { bold: true }
  first.commit()
  for await (const page of pages) {
    for (const cells of page) sheet.addRow(cells).commit()
    // The writer takes rows without asking whether anybody reads: the next page waits until the last one is packed and on its way.
    await packed()
    if (out.writableNeedDrain) await once(out, 'drain')
  }
  sheet.commit()
  await book.commit()
}

/** The writer packs beside us and drops the promise of it; this keeps the last one, so that pages don't pile up unpacked. */
function followPacking(rows: EventEmitter): () => Promise<unknown> {
  let last: unknown
  const [pack] = rows.listeners('data')
  if (!pack) throw new Error('the workbook writer packs its rows in another way than known here')
  rows.off('data', pack as () => void)
  rows.on('data', (chunk: Uint8Array) => {
    last = pack(chunk)
  })
  return () => Promise.resolve(last)
}
