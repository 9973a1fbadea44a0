import type { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type { Locale } from '#contracts/kit'
import type { ExportCompensation, IssuedRow } from '#contracts/tickets/compensation'
import { loadRoster } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { harmless } from '#platform/sheets/harmless'
import { SHEET_TYPES, writeSheet } from '#platform/sheets/write-sheet'
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
]

/**
 * The books of one filter as a file, page by page, so that its size costs no memory.
 * Shape: amounts are numbers in whole units; instants in the brand's zone.
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
  const say = (key: string) => sentence(locale, 'server', `books.${key}`)
  const pages = async function* () {
    for await (const rows of issuedInPages(ctx, query, PAGE))
      yield rows.map((row) => cellsOf(row, zone, locale))
  }
  return {
    file: `compensation${query.month ? `-${query.month}` : ''}.${format}`,
    type: SHEET_TYPES[format],
    body: writeSheet(format, COLUMNS.map(say), say('sheet'), pages()),
  }
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
  return cells.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))
}
