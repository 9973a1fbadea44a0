import type { Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Priority } from '#contracts/playbook'
import {
  IMPORT_KEPT_DAYS,
  type Import,
  type ImportEmergency,
  type ImportFormat,
  type ImportState,
  type SaveImportState,
  type StartUpload,
} from '#contracts/tickets/import'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { importErrors } from './errors.ts'
import * as data from './import-data.ts'
import { ownImport } from './own-import.ts'
import { keepUpload, removeParts, removeUpload } from './parts.ts'
import { missingNeed, remember } from './setup.ts'

const SHOWN = 50
const MOST_MOVING = 4
const MOST_EMERGENCIES = 50
const DAY_MS = 86_400_000

/** Keeps a file; a sweep reads it. Errors: import.tooManyRunning, import.tooLarge, import.nothingInIt. */
export async function startImport(
  ctx: Ctx,
  input: z.infer<typeof StartUpload>,
  bytes: Readable,
): Promise<Import> {
  const { staffId, brandId } = staffOf(ctx)
  if ((await ctx.transaction((tx) => data.countMoving(tx))) >= MOST_MOVING) {
    bytes.resume()
    throw importErrors.tooManyRunning({ most: MOST_MOVING })
  }
  const id = uuidv7()
  const kept = await keepUpload(ctx, id, bytes)
  return ctx.transaction(async (tx) => {
    const row = {
      brand_id: brandId,
      id,
      staff_id: staffId,
      locale: ctx.locale,
      what: input.what,
      file_name: input.name,
    }
    await data.insertImport(tx, { ...row, ...kept, created_at: ctx.now() })
    const facts = { what: input.what, bytes: kept.bytes }
    await audit(tx, ctx, {
      action: 'tickets.importUpload',
      subjectKind: 'import',
      subjectId: id,
      subject: input.name,
      data: facts,
    })
    return viewOne(tx, ctx, await ownImport(tx, ctx, id))
  })
}

/** The brand's last files, whoever brought them. */
export function listImports(ctx: Ctx): Promise<Import[]> {
  return ctx.transaction(async (tx) => {
    const rows = await data.recentImports(tx, SHOWN)
    const names = await findStaffNames(tx, [...new Set(rows.map((row) => row.staff_id))])
    return rows.map((row) => view(ctx, row, names))
  })
}

export function readImport(ctx: Ctx, id: string): Promise<Import> {
  return ctx.transaction(async (tx) => viewOne(tx, ctx, await ownImport(tx, ctx, id)))
}

/** The emergencies that a file's reviews told of, the newest first. */
export function listEmergencies(ctx: Ctx, id: string): Promise<ImportEmergency[]> {
  return ctx.transaction(async (tx) => {
    await ownImport(tx, ctx, id)
    const rows = await data.emergenciesOf(tx, id, MOST_EMERGENCIES)
    return rows.map((row) => ({
      ticketId: row.id,
      number: `HY-${row.number}`,
      title: row.title,
      priority: row.priority as Priority,
      at: row.opened_at.toISOString(),
      history: row.status === 'set_aside',
    }))
  })
}

/** From where a person may send a file. */
const FROM: Record<z.infer<typeof SaveImportState>['state'], readonly ImportState[]> = {
  running: ['ready', 'paused'],
  paused: ['running'],
  cancelled: ['reading', 'ready', 'running', 'paused'],
}

/** Lets a file run, rest or end; what it has brought by then stays. Errors: import.fieldMissing with the field, import.notMovable. */
export async function moveImport(
  ctx: Ctx,
  id: string,
  { state }: z.infer<typeof SaveImportState>,
): Promise<Import> {
  const { moved, row } = await ctx.transaction(async (tx) => {
    const before = await ownImport(tx, ctx, id, true)
    if (!FROM[state].includes(before.state)) {
      if (before.state === state) return { row: before, moved: await viewOne(tx, ctx, before) }
      throw importErrors.notMovable({ state: before.state })
    }
    const missing = state === 'running' ? missingNeed(before) : undefined
    if (missing) throw importErrors.fieldMissing({ field: missing }, `columns.${missing}`)
    if (state === 'running' && before.state === 'ready') await remember(tx, ctx, before)
    await data.changeImport(tx, id, FROM[state], {
      state,
      held_until: null,
      ...(state === 'running' ? { problem: null, tries: 0, started_at: before.started_at ?? ctx.now() } : {}),
      ...(state === 'cancelled' ? { ended_at: ctx.now() } : {}),
    })
    const { what, file_name, mapping, seen } = before
    const facts = state === 'running' && mapping ? { what, ...mapping } : { what, seen }
    const action = {
      running: 'tickets.importRun',
      paused: 'tickets.importPause',
      cancelled: 'tickets.importCancel',
    }[state]
    await audit(tx, ctx, { action, subjectKind: 'import', subjectId: id, subject: file_name, data: facts })
    return { row: before, moved: await viewOne(tx, ctx, await ownImport(tx, ctx, id)) }
  })
  if (state === 'cancelled' && row.state !== 'cancelled') {
    await removeUpload(ctx, id, row.uploads)
    if (!row.seen || row.state === 'ready') await removeParts(ctx, id, row.sheets)
  }
  return moved
}

async function viewOne(tx: Tx, ctx: Ctx, row: data.ImportRow): Promise<Import> {
  return view(ctx, row, await findStaffNames(tx, [row.staff_id]))
}

function view(ctx: Ctx, row: data.ImportRow, names: ReadonlyMap<string, string>): Import {
  const expires = new Date(row.created_at.getTime() + IMPORT_KEPT_DAYS * DAY_MS)
  return {
    id: row.id,
    what: row.what,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    format: row.format as ImportFormat | null,
    encoding: row.encoding,
    state: row.state,
    problem: row.problem,
    counts: {
      total: row.total,
      seen: row.seen,
      good: row.good,
      doubled: row.doubled,
      refused: row.refused,
      live: row.live,
      history: row.history,
      emergencies: row.emergencies,
    },
    by: { id: row.staff_id, name: names.get(row.staff_id) ?? '' },
    mine: row.staff_id === staffOf(ctx).staffId,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    expiresAt: row.files_gone || expires <= ctx.now() ? null : expires.toISOString(),
  }
}
