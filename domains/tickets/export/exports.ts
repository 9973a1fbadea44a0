import type { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type { z } from 'zod'
import { EXPORT_DAYS, type Export, type StartExport } from '#contracts/tickets/inbox'
import { findZone } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { inboxErrors } from '../inbox/errors.ts'
import * as data from './export-data.ts'

const SHOWN = 10
const MOST_RUNNING = 2
const DAY_MS = 86_400_000

/**
 * Asks for a file of what a filter finds within the person's own reach; a sweep writes it. The same id again answers with what became of it.
 * Errors: inbox.exportRunning when two are being written already.
 */
export function startExport(ctx: Ctx, input: z.infer<typeof StartExport>): Promise<Export> {
  return ctx.transaction(async (tx) => {
    const { staffId, brandId } = staffOf(ctx)
    const known = await data.findExport(tx, staffId, input.id)
    if (known) return view(tx, ctx, known)
    const running = (await data.recentExports(tx, staffId, SHOWN)).filter((one) => one.state === 'running')
    if (running.length >= MOST_RUNNING) throw inboxErrors.exportRunning({ most: MOST_RUNNING })
    const { id, format, filter, columns } = input
    const row = { brand_id: brandId, id, staff_id: staffId, format, filter, locale: ctx.locale }
    const asked = [...new Set(columns)]
    if (!(await data.insertExport(tx, { ...row, columns: asked, created_at: ctx.now() })))
      throw inboxErrors.exportNotFound()
    const facts = { filter, format, columns: asked }
    await audit(tx, ctx, { action: 'tickets.export', subjectKind: 'export', subjectId: id, data: facts })
    return view(tx, ctx, await own(tx, ctx, id))
  })
}

/** My last files, the newest first. */
export function listExports(ctx: Ctx): Promise<Export[]> {
  return ctx.transaction(async (tx) => {
    const rows = await data.recentExports(tx, staffOf(ctx).staffId, SHOWN)
    return Promise.all(rows.map((row) => view(tx, ctx, row)))
  })
}

export function readExport(ctx: Ctx, id: string): Promise<Export> {
  return ctx.transaction(async (tx) => view(tx, ctx, await own(tx, ctx, id)))
}

/** Stops one that is being written; one that is done is deleted with its file. */
export async function removeExport(ctx: Ctx, id: string): Promise<void> {
  const key = await ctx.transaction(async (tx) => {
    const row = await own(tx, ctx, id)
    if (row.state === 'running') {
      await data.endExport(tx, id, { state: 'cancelled', ended_at: ctx.now() })
      return ''
    }
    return data.deleteExport(tx, id)
  })
  if (key) await ctx.files.delete(key)
}

export type ExportFile = { bytes: Readable; name: string; mime: string; size: number }

const MIME = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The file itself, for its maker only. Errors: inbox.exportNotFound, inbox.exportNotReady. */
export async function openExport(ctx: Ctx, id: string): Promise<ExportFile> {
  const { row, name } = await ctx.transaction(async (tx) => {
    const found = await own(tx, ctx, id)
    if (found.state !== 'done') throw inboxErrors.exportNotReady()
    await audit(tx, ctx, { action: 'tickets.downloadExport', subjectKind: 'export', subjectId: id })
    return { row: found, name: (await view(tx, ctx, found)).fileName }
  })
  const bytes = await ctx.files.getStream(row.file_key)
  return { bytes, name, mime: MIME[row.format as 'csv'], size: Number(row.bytes) }
}

async function own(tx: Tx, ctx: Ctx, id: string): Promise<data.ExportRecord> {
  const row = await data.findExport(tx, staffOf(ctx).staffId, id)
  if (!row || expiry(row) <= ctx.now()) throw inboxErrors.exportNotFound()
  return row
}

function expiry(row: data.ExportRecord): Date {
  return new Date(row.created_at.getTime() + EXPORT_DAYS * DAY_MS)
}

async function view(tx: Tx, ctx: Ctx, row: data.ExportRecord): Promise<Export> {
  const at = DateTime.fromJSDate(row.created_at, { zone: await findZone(tx) }).toFormat('yyyy-MM-dd-HHmm')
  return {
    id: row.id,
    format: row.format as Export['format'],
    state: row.state as Export['state'],
    total: row.total,
    rows: row.rows,
    bytes: Number(row.bytes),
    fileName: `${sentence(ctx.locale, 'export', 'fileName', { at })}.${row.format}`,
    startedAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    expiresAt: expiry(row).toISOString(),
  }
}
