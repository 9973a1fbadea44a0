import { PassThrough, Readable, Transform } from 'node:stream'
import { WorkbookReader } from '@cj-tech-master/excelts'
import { IMPORT_LIMIT } from '#contracts/tickets/import'
import { ImportProblem } from '../errors.ts'
import type { Cell, Row } from '../parts.ts'
import { cleanCell } from './clean-cell.ts'

type Sheet = { name: string; rows: AsyncIterable<Row> }

/**
 * The visible sheets of a workbook, one after the other, row by row. Dates stay the numbers that Excel keeps them as.
 * Errors: ImportProblem tooMuchInside when it unpacks to more than the limit, brokenWorkbook when it cannot be read.
 */
export async function* readWorkbook(bytes: AsyncIterable<Buffer>): AsyncGenerator<Sheet> {
  const source = Readable.from(bytes, { objectMode: false })
  const reader = new WorkbookReader(source, {
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'ignore',
    worksheets: 'emit',
    entries: 'ignore',
  })
  const { over, tidy } = guard(reader)
  source.on('error', () => {})
  try {
    for await (const sheet of until(over, reader)) {
      const { name, state } = sheet as unknown as { name?: string; state?: string }
      const rows = rowsOf(until(over, sheet as unknown as AsyncIterable<SheetRow>))
      if (state && state !== 'visible') for await (const _ of rows);
      else yield { name: name ?? '', rows }
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error
    throw new ImportProblem('brokenWorkbook', { why: (error as Error).message.slice(0, 120) })
  } finally {
    source.destroy()
    tidy()
  }
}

/** Goes through a list until it ends, or until something else breaks it off: the reader itself would wait for ever for bytes that are held back. */
async function* until<T>(broken: Promise<never>, list: AsyncIterable<T>): AsyncGenerator<T> {
  const steps = list[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await Promise.race([steps.next(), broken])
    if (done) return
    yield value
  }
}

type SheetRow = { number: number; values: unknown }

async function* rowsOf(sheet: AsyncIterable<SheetRow>): AsyncGenerator<Row> {
  for await (const row of sheet) {
    const values = Array.isArray(row.values) ? row.values.slice(1, IMPORT_LIMIT.columns + 1) : []
    yield { n: row.number, cells: Array.from(values, cellOf) }
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value !== 'object' || value === null) return cleanCell(value)
  if (value instanceof Date) return value.toISOString()
  if ('richText' in value)
    return cleanCell((value.richText as { text?: string }[]).map((run) => run.text ?? '').join(''))
  if ('result' in value) return cellOf(value.result)
  if ('text' in value) return cellOf(value.text)
  return null
}

type Entry = Readable
type Waiting = { cleanup?: () => void }
/** What the reader unpacks passes here; its own names for it (version 5). */
type Insides = {
  _parseSharedStrings: (entry: Entry) => AsyncIterable<unknown>
  _parseWorksheet: (bytes: AsyncIterable<Uint8Array>, sheet: string) => Iterable<unknown>
  _storeWaitingWorksheet: (sheet: string, entry: Entry) => Promise<Waiting>
}

/**
 * Counts what is unpacked while it is unpacked: a small file can hold a large nothing.
 * Shape: `over` fails when there is too much; `tidy` removes the sheets that the reader put aside on the disk, however it ended.
 */
function guard(reader: WorkbookReader): { over: Promise<never>; tidy: () => void } {
  const inner = reader as unknown as Insides
  const { _parseSharedStrings: strings, _parseWorksheet: sheet, _storeWaitingWorksheet: wait } = inner
  if (!strings || !sheet || !wait)
    throw new Error('the workbook reader unpacks in another way than known here')
  const stop = Promise.withResolvers<never>()
  stop.promise.catch(() => {})
  const waiting = new Map<string, Waiting>()
  let unpacked = 0
  const fits = (chunk: Uint8Array): boolean => {
    unpacked += chunk.length
    if (unpacked <= IMPORT_LIMIT.unpackedBytes) return true
    stop.reject(new ImportProblem('tooMuchInside', { most: IMPORT_LIMIT.unpackedBytes / 1024 / 1024 }))
    return false
  }
  inner._parseSharedStrings = (entry) => strings.call(reader, counted(entry, fits))
  inner._storeWaitingWorksheet = async (name, entry) => {
    const put = await wait.call(reader, name, counted(entry, fits))
    waiting.set(name, put)
    return put
  }
  inner._parseWorksheet = (bytes, name) =>
    sheet.call(reader, waiting.has(name) ? bytes : countedBytes(bytes, fits), name)
  return { over: stop.promise, tidy: () => waiting.forEach((put) => void put.cleanup?.()) }
}

/** Once it is too much nothing more is asked of the entry. */
function counted(entry: Entry, fits: (chunk: Uint8Array) => boolean): Entry {
  const through = new Transform({
    transform(chunk: Uint8Array, _, next) {
      if (fits(chunk)) next(null, chunk)
    },
  })
  entry.on('error', (error) => through.destroy(error))
  return entry.pipe(through).pipe(new PassThrough())
}

async function* countedBytes(bytes: AsyncIterable<Uint8Array>, fits: (chunk: Uint8Array) => boolean) {
  for await (const chunk of bytes) {
    if (!fits(chunk)) return
    yield chunk
  }
}
