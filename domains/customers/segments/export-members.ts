import type { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import { MOST_EXPORTED_MEMBERS, type SegmentRule } from '#contracts/customers/segments'
import type { CustomerValue } from '#contracts/playbook'
import { findZone } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { harmless } from '#platform/sheets/harmless'
import { type Cell, SHEET_TYPES, writeSheet } from '#platform/sheets/write-sheet'
import { customerErrors } from '../errors.ts'
import { findIdentities, findRows } from '../file/customer-data.ts'
import { viewRows } from '../file/list-customers.ts'
import { membersOf } from '../file/visible-data.ts'
import { findSegment, pageOfHeads } from './segment-data.ts'
import { inTime, meantBy, PAGE_MS, wholeBrand } from './segments.ts'

const PAGE = 500
const COLUMNS = [
  'number',
  'name',
  'contact',
  'value',
  'tags',
  'orders',
  'spent',
  'lastOrder',
  'tickets',
  'complaints',
  'updated',
] as const
type Asked = { format: 'csv' | 'xlsx'; reason?: string | undefined }
type File = { file: string; type: string; body: Readable }
/** Who is meant, and what the audit and the file call it. */
type Group = { rule: SegmentRule; name: string; subjectKind: 'segment' | 'customers'; subjectId: string }

/**
 * The people of a segment as a file (C1), masked; in the clear only with a reason, which the audit keeps.
 * Errors: customers.segmentUnknown, customers.segmentSlow.
 */
export async function exportMembers(ctx: Ctx, id: string, asked: Asked): Promise<File> {
  const segment = await ctx.reading((tx) => findSegment(tx, id))
  if (!segment) throw customerErrors.segmentUnknown()
  const { rule, name } = segment
  return exportGroup(ctx, { rule, name, subjectKind: 'segment', subjectId: id }, asked)
}

/** The same for the list of all customers, or the part of it with this value or tag. Errors: customers.segmentSlow. */
export function exportList(
  ctx: Ctx,
  { value, tag, ...asked }: Asked & { value?: CustomerValue | undefined; tag?: string | undefined },
): Promise<File> {
  const parts = [
    ...(value ? [{ fact: 'value' as const, op: 'any' as const, values: [value] }] : []),
    ...(tag ? [{ fact: 'tag' as const, op: 'any' as const, values: [tag] }] : []),
  ]
  const named = [value && sentence(ctx.locale, 'export', `customers.value.${value}`), tag].filter(Boolean)
  const group: Group = {
    rule: { join: 'all', of: parts },
    name: named.join(' ') || sentence(ctx.locale, 'export', 'customers.all'),
    subjectKind: 'customers',
    subjectId: ctx.actor.brandId,
  }
  return exportGroup(ctx, group, asked)
}

/** Shape: who is in it is asked once; the rest comes page by page. No cell is a formula. At most MOST_EXPORTED_MEMBERS. */
async function exportGroup(
  ctx: Ctx,
  { rule, name, subjectKind, subjectId }: Group,
  { format, reason }: Asked,
): Promise<File> {
  wholeBrand(ctx, reason === undefined ? 'customers.exportMembers' : 'customers.exportClear')
  const heads = await inTime(ctx, PAGE_MS, async (tx) =>
    (await pageOfHeads(tx, rule, await meantBy(tx, ctx), null, MOST_EXPORTED_MEMBERS)).map((row) => row.id),
  )
  if (!heads) throw customerErrors.segmentSlow()
  const zone = await ctx.transaction(async (tx) => {
    await audit(tx, ctx, {
      action: 'customers.exported',
      subjectKind,
      subjectId,
      subject: name,
      data: { format, rows: heads.length, clear: reason !== undefined, ...(reason ? { reason } : {}) },
    })
    return findZone(tx)
  })
  const say = (key: string) => sentence(ctx.locale, 'export', `customers.${key}`)
  const at = DateTime.fromJSDate(ctx.now(), { zone }).toFormat('yyyy-MM-dd')
  const pages = async function* () {
    for (let from = 0; from < heads.length; from += PAGE)
      yield await ctx.reading((tx) =>
        cellsFor(tx, ctx, heads.slice(from, from + PAGE), reason !== undefined, zone),
      )
  }
  return {
    file: `${sentence(ctx.locale, 'export', 'customers.fileName', { name, at })}.${format}`,
    type: SHEET_TYPES[format],
    body: writeSheet(format, COLUMNS.map(say), say('sheet'), pages()),
  }
}

async function cellsFor(
  tx: Tx,
  ctx: Ctx,
  heads: readonly string[],
  clear: boolean,
  zone: string,
): Promise<Cell[][]> {
  const rows = await findRows(tx, heads)
  const views = await viewRows(tx, ctx, rows)
  const open = clear ? await opened(tx, ctx, heads, rows) : new Map<string, Clear>()
  const day = (iso: string | null) => (iso ? (DateTime.fromISO(iso, { zone }).toISODate() ?? '') : '')
  return views
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((view): Cell[] => [
      view.number,
      open.get(view.id)?.name ?? view.name,
      open.get(view.id)?.contact ?? view.contact,
      sentence(ctx.locale, 'export', `customers.value.${view.value}`),
      view.tags.join(' '),
      view.facts.orders,
      view.facts.spentMinor / 100,
      day(view.facts.lastOrderAt),
      view.facts.tickets,
      view.facts.complaints,
      day(view.updatedAt),
    ])
    .map((cells) => cells.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))
}

type Clear = { name: string; contact: string }

async function opened(
  tx: Tx,
  ctx: Ctx,
  heads: readonly string[],
  rows: Awaited<ReturnType<typeof findRows>>,
): Promise<Map<string, Clear>> {
  const headOf = await membersOf(tx, heads)
  const identities = await findIdentities(tx, [...headOf.keys()], 40 * heads.length)
  const open = (sealed: Buffer | null) => ctx.keys.open(ctx.actor.brandId, sealed)
  return new Map(
    rows.map((row) => {
      const own = identities.filter(
        (i) => headOf.get(i.customer_id) === row.id && (i.kind === 'phone' || i.kind === 'email'),
      )
      return [row.id, { name: open(row.name_enc), contact: own.map((i) => open(i.value_enc)).join(' ') }]
    }),
  )
}
