import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { ExportSettlement } from '#contracts/orders/settlement'
import { findShops, loadRoster } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { scopeOf } from '#platform/permissions'
import { harmless } from '#platform/sheets/harmless'
import { type Cell, SHEET_TYPES, writeSheet } from '#platform/sheets/write-sheet'
import { monthOf } from './read-settlement.ts'
import { type SumRow, settledDays } from './settlement-data.ts'

const COLUMNS = [
  'day',
  'shop',
  'source',
  'orders',
  'cancelled',
  'total',
  'discount',
  'deliveryFee',
  'received',
  'refunded',
  'net',
]

/** A month of the books as a file: one row a day, shop and source; amounts are numbers in whole units. */
export async function exportSettlement(
  ctx: Ctx,
  { format, ...query }: z.infer<typeof ExportSettlement>,
): Promise<{ file: string; type: string; body: Readable }> {
  const { locale } = ctx
  const say = (key: string) => sentence(locale, 'server', `settlement.${key}`)
  const { month, pages } = await ctx.transaction(async (tx) => {
    const { zone } = await loadRoster(tx, new Date(0))
    const { month, span } = monthOf(query.month, ctx.now(), zone)
    await audit(tx, ctx, {
      action: 'orders.exportSettlement',
      subjectKind: 'brand',
      subjectId: ctx.actor.brandId,
      subject: '',
      data: { format, ...query, month },
    })
    const rows = await settledDays(tx, scopeOf(ctx.actor, 'orders.readSettlement'), {
      ...span,
      shop: query.shop,
    })
    const shops = await findShops(tx, [...new Set(rows.map((row) => row.shop_id))])
    return {
      month,
      pages: [
        rows.map((row) => cellsOf(row, shops.get(row.shop_id)?.name ?? '', say(`source.${row.source}`))),
      ],
    }
  })
  return {
    file: `settlement-${month}.${format}`,
    type: SHEET_TYPES[format],
    body: writeSheet(format, COLUMNS.map(say), say('sheet'), pagesOf(pages)),
  }
}

async function* pagesOf(pages: Cell[][][]): AsyncGenerator<Cell[][]> {
  yield* pages
}

function cellsOf(row: SumRow, shop: string, source: string): Cell[] {
  const money = [
    row.total_minor,
    row.discount_minor,
    row.delivery_fee_minor,
    row.received_minor,
    row.refunded_minor,
    row.received_minor - row.refunded_minor,
  ]
  return [row.day, harmless(shop), source, row.orders, row.cancelled, ...money.map((minor) => minor / 100)]
}
