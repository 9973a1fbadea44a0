import type { ImportField, ImportMapping, ImportPreview } from '#contracts/tickets/import'
import { maskName, maskNumbersIn, readContact } from '#domains/customers'
import { loadRoster } from '#domains/people'
import type { Ctx } from '#platform/context'
import type * as data from './import-data.ts'
import { textOf } from './mapping/cells.ts'
import { shopFinder } from './mapping/find-shop.ts'
import { bodyOf } from './mapping/guess-mapping.ts'
import { type MapWorld, mapRow } from './mapping/map-row.ts'
import { ownShops } from './own-import.ts'
import type { Row } from './parts.ts'
import { isOld } from './run/import-reviews.ts'
import { headOf, readable } from './setup.ts'

const SHOWN = 20
const SHOWN_BAD = 10

/** What the first rows would become, and which of the first five hundred would be refused: the first good ones and the first bad ones. */
export async function preview(ctx: Ctx, id: string): Promise<ImportPreview> {
  const { row, map } = await ctx.transaction(async (tx) => {
    const { shops, zone } = await loadRoster(tx, ctx.now())
    const world: MapWorld = { zone, now: ctx.now(), shops: shopFinder(ownShops(ctx, shops)) }
    return { row: await readable(tx, ctx, id), map: world }
  })
  const mapping = row.mapping!
  const head = await headOf(ctx, id, row.sheets, mapping.sheet)
  const all = bodyOf(head.rows, mapping.header).map((one) => previewRow(row, one, mapping, map))
  const bad = all.filter((one) => one.problem)
  const shown = new Set([...all.slice(0, SHOWN), ...bad.slice(0, SHOWN_BAD)])
  const count = (fate: string) => all.filter((one) => !one.problem && one.fate === fate).length
  return {
    looked: all.length,
    refused: bad.length,
    history: count('history'),
    live: count('live'),
    rows: all.filter((one) => shown.has(one)),
  }
}

function previewRow(
  { what }: data.ImportRow,
  row: Row,
  mapping: ImportMapping,
  world: MapWorld,
): ImportPreview['rows'][number] {
  const values: Partial<Record<ImportField, string>> = {}
  for (const [field, at] of Object.entries(mapping.columns) as [ImportField, number][])
    values[field] = shownAs(field, textOf(row.cells[at]))
  const read = mapRow(what, row, mapping, world)
  if ('problem' in read) {
    const { problem } = read
    const value = problem.field ? shownAs(problem.field, problem.value) : ''
    return { n: row.n, values, problem: { ...problem, value }, fate: 'row' }
  }
  const got = read.values as { at?: Date | null; stars?: number; mood?: string; amountMinor?: number | null }
  if (got.at) values.time = got.at.toISOString()
  if (got.stars !== undefined) values.score = String(got.stars)
  if (got.mood) values.score = got.mood
  if (got.amountMinor != null) values.amount = (got.amountMinor / 100).toFixed(2)
  const fate = what !== 'reviews' ? 'row' : isOld(got.at ?? null, mapping, world.now) ? 'history' : 'live'
  return { n: row.n, values, problem: null, fate }
}

/** Names and numbers of customers are masked here as everywhere. */
function shownAs(field: ImportField, text: string): string {
  if (field === 'author') return maskName(text)
  if (field === 'contact') return /\d{5,}|@/.test(text) ? readContact(text).masked : text
  return maskNumbersIn(text).slice(0, 160)
}
