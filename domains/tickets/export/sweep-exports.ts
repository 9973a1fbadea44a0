import { Transform } from 'node:stream'
import { EXPORT_DAYS, MOST_EXPORTED } from '#contracts/tickets/inbox'
import { channelNames } from '#domains/channels'
import { findActor, findShops, findStaffNames, findZone } from '#domains/people'
import { playbookVersion } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import { type Ctx, contextFor, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { may } from '#platform/permissions'
import { type Cell, writeSheet } from '#platform/sheets/write-sheet'
import { askedOf } from '../filter/asked.ts'
import type { Asked, Place } from '../filter/asked-data.ts'
import { countAll } from '../filter/count-data.ts'
import * as data from './export-data.ts'
import { exportRow, headings, type Names } from './export-row.ts'

const AT_ONCE = 1000
/** A writer says at each page that it lives; silent for so long, another begins the file anew. */
const HELD_MS = 30_000
const MOST_TRIES = 4
const DAY_MS = 86_400_000

/** Writes files that were asked for, one after the other, and removes those whose week is over. */
export async function sweepExports(services: Services): Promise<number> {
  let done = 0
  for (const { brand_id, export_id } of await data.openExports(services.db.open, services.now(), 5))
    done += Number(await writeExport(services, brand_id, export_id))
  const before = new Date(services.now().getTime() - EXPORT_DAYS * DAY_MS)
  for (const { brand_id, export_id } of await data.oldExports(services.db.open, before, 50)) {
    const key = await services.db.inBrand(brand_id, (tx) => data.deleteExport(tx, export_id))
    if (key) await services.files.delete(key)
    done += 1
  }
  return done
}

/** The file was taken back while it was written. */
class Unwanted extends Error {}

async function writeExport(services: Services, brandId: string, id: string): Promise<boolean> {
  const system = systemContext(services, brandId)
  const record = await system.transaction((tx) =>
    data.holdExport(tx, id, services.now(), new Date(services.now().getTime() + HELD_MS)),
  )
  if (!record) return false
  const key = `exports/${brandId}/${id}-${record.tries}.${record.format}`
  const maker = await findActor(services, brandId, record.staff_id)
  const end = (state: 'failed') =>
    system.transaction((tx) => data.endExport(tx, id, { state, ended_at: services.now() }))
  if (!maker || !may(maker.actor, 'tickets.export') || record.tries > MOST_TRIES) {
    await end('failed')
    return true
  }
  const ctx = contextFor(services, maker.actor, { locale: record.locale as 'zh-CN' })
  try {
    const written = await writeFile(ctx, record, key)
    const kept = await ctx.transaction(async (tx) => {
      const done = {
        state: 'done' as const,
        ended_at: ctx.now(),
        file_key: key,
        total: written.rows,
        ...written,
      }
      if (!(await data.endExport(tx, id, done))) return false
      const { filter, format } = record
      const facts = { filter, format, rows: written.rows }
      await audit(tx, ctx, { action: 'tickets.exported', subjectKind: 'export', subjectId: id, data: facts })
      return true
    })
    if (!kept) await services.files.delete(key)
  } catch (error) {
    await services.files.delete(key).catch(() => {})
    if (error instanceof Unwanted) return true
    // Held on until its time is over: it is tried again then, and given up after some tries.
    services.log.error({ err: error, exportId: id }, 'a file could not be written')
    if (record.tries >= MOST_TRIES) await end('failed')
  }
  return true
}

async function writeFile(
  ctx: Ctx,
  record: data.ExportRecord,
  key: string,
): Promise<{ rows: number; bytes: number }> {
  const held = () => new Date(ctx.now().getTime() + HELD_MS)
  const asked = await ctx.reading(async (tx) => askedOf(tx, ctx, record.filter))
  const total = await ctx.reading((tx) => countAll(tx, asked, MOST_EXPORTED))
  if (total !== null)
    await ctx.transaction((tx) => data.reportProgress(tx, record.id, { total, held_until: held() }))
  const written = { rows: 0, bytes: 0 }
  const pages = pagesOf(ctx, asked, record, async (rows) => {
    written.rows += rows
    const wanted = await ctx.transaction((tx) =>
      data.reportProgress(tx, record.id, { rows: written.rows, held_until: held() }),
    )
    if (!wanted) throw new Unwanted()
  })
  const { locale } = ctx
  const file = writeSheet(
    record.format as 'csv',
    headings(record.columns, locale),
    sentence(locale, 'export', 'sheet'),
    pages,
  )
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      written.bytes += chunk.length
      next(null, chunk)
    },
  })
  file.on('error', (error) => counted.destroy(error))
  await ctx.files.putStream(key, file.pipe(counted))
  return written
}

/** Each page in a short transaction of its own: a long file holds nothing back in the database. */
async function* pagesOf(
  ctx: Ctx,
  asked: Asked,
  record: data.ExportRecord,
  told: (rows: number) => Promise<void>,
): AsyncGenerator<Cell[][]> {
  const names = namesOf(ctx)
  let after: Place | null = null
  let left = MOST_EXPORTED
  do {
    const page: Awaited<ReturnType<typeof data.exportPage>> = await ctx.reading(async (tx) => {
      const found = await data.exportPage(tx, asked, after, Math.min(AT_ONCE, left))
      await names.learn(tx, found.rows)
      return found
    })
    left -= page.rows.length
    after = page.next
    yield page.rows.map((row) => exportRow(row, record.columns, names.known))
    await told(page.rows.length)
  } while (after && left > 0)
}

/** Names stay known from page to page; only new ones are asked for. */
function namesOf(ctx: Ctx) {
  const maps = {
    shops: new Map<string, string>(),
    people: new Map<string, string>(),
    channels: new Map<string, string>(),
    playbooks: new Map<string, Names['playbooks'] extends ReadonlyMap<string, infer P> ? P : never>(),
  }
  const known: Names = { ...maps, locale: ctx.locale, zone: 'UTC' }
  const learn = async (tx: Tx, rows: data.ExportRow[]) => {
    if (known.zone === 'UTC') known.zone = await findZone(tx)
    const [shops, people, channels] = await Promise.all([
      findShops(tx, unknown(maps.shops, rows, 'shop_id')),
      findStaffNames(tx, unknown(maps.people, rows, 'assignee_id')),
      channelNames(tx, unknown(maps.channels, rows, 'channel_id')),
    ])
    for (const [id, shop] of shops) maps.shops.set(id, shop.name)
    for (const [id, name] of people) maps.people.set(id, name)
    for (const [id, name] of channels) maps.channels.set(id, name)
    for (const id of unknown(maps.playbooks, rows, 'playbook_version_id'))
      maps.playbooks.set(id, (await playbookVersion(tx, id)).playbook)
  }
  return { known, learn }
}

function unknown(
  known: ReadonlyMap<string, unknown>,
  rows: data.ExportRow[],
  column: 'shop_id' | 'assignee_id' | 'channel_id' | 'playbook_version_id',
): string[] {
  const ids = new Set(rows.map((row) => row[column]))
  return [...ids].filter((id): id is string => id !== null && !known.has(id))
}
