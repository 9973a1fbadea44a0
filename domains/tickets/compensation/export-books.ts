import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WorkbookWriter } from '@cj-tech-master/excelts'
import { stringify } from 'csv-stringify'
import { DateTime } from 'luxon'
import type { Locale } from '#contracts/kit'
import type { ExportCompensation, IssuedRow } from '#contracts/tickets/compensation'
import { loadRoster } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { issuedInPages } from './books.ts'

const PAGE = 500
const COLUMNS = [
  'number',
  'shop',
  'kind',
  'amount',
  'points',
  'currency',
  'proposedBy',
  'approvers',
  'issuedAt',
  'paid',
  'paidBy',
  'reference',
] as const
/** Excel takes UTF-8 for UTF-8 only when it begins with this. */
const BOM = '\uFEFF'

/**
 * The books of one filter as a file, page by page, so that its size costs no memory.
 * Shape: amounts are numbers in whole units; instants in the brand's zone. A cell that a spreadsheet would take for a formula begins
 *        with an apostrophe.
 */
export async function exportBooks(
  ctx: Ctx,
  { format, ...query }: ExportCompensation,
): Promise<{ file: string; type: string; body: Readable }> {
  const zone = await ctx.transaction(async (tx) => {
    await audit(tx, ctx, {
      action: 'tickets.exportCompensation',
      subjectKind: 'brand',
      subjectId: ctx.actor.brandId,
      subject: '',
      data: { format, ...query },
    })
    return (await loadRoster(tx, ctx.now())).zone
  })
  const { locale } = ctx
  const lines = async function* (): AsyncGenerator<(string | number)[][]> {
    yield [COLUMNS.map((column) => sentence(locale, 'server', `books.${column}`))]
    for await (const rows of issuedInPages(ctx, query, PAGE))
      yield rows.map((row) => cellsOf(row, zone, locale))
  }
  const file = `compensation${query.month ? `-${query.month}` : ''}.${format}`
  if (format === 'csv') return { file, type: 'text/csv; charset=utf-8', body: asCsv(lines()) }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { file, type, body: asXlsx(lines(), sentence(locale, 'server', 'books.sheet')) }
}

function cellsOf(row: IssuedRow, zone: string, locale: Locale): (string | number)[] {
  const at = (instant: string | undefined) =>
    instant ? DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm') : ''
  const cells = [
    row.number,
    row.shop?.name ?? '',
    sentence(locale, 'server', `books.kind.${row.kind}`),
    row.amountMinor / 100,
    row.points,
    row.currency,
    row.proposedBy,
    row.approvers.join(' → '),
    at(row.issuedAt),
    at(row.settled?.at),
    row.settled?.by ?? '',
    row.settled?.reference ?? '',
  ]
  return cells.map(harmless)
}

/** What begins like a formula is text and stays text. */
export function harmless(cell: string | number): string | number {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function asCsv(pages: AsyncGenerator<(string | number)[][]>): Readable {
  const csv = stringify()
  const rows = Readable.from(flat(pages))
  const body = new PassThrough()
  body.write(BOM)
  pipeline(rows, csv, body).catch((error: Error) => body.destroy(error))
  return body
}

async function* flat(pages: AsyncGenerator<(string | number)[][]>): AsyncGenerator<(string | number)[]> {
  for await (const page of pages) yield* page
}

function asXlsx(pages: AsyncGenerator<(string | number)[][]>, name: string): Readable {
  const body = new PassThrough()
  const write = async () => {
    const workbook = new WorkbookWriter({ stream: body, useStyles: false, useSharedStrings: false })
    const sheet = workbook.addWorksheet(name)
    for await (const page of pages) {
      for (const cells of page) sheet.addRow(cells).commit()
      if (body.writableNeedDrain) await once(body, 'drain')
    }
    sheet.commit()
    await workbook.commit()
  }
  write().catch((error: Error) => body.destroy(error))
  return body
}
