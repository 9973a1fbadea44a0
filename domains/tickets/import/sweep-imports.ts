import { IMPORT_KEPT_DAYS } from '#contracts/tickets/import'
import { findActor } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, contextFor, type Services, systemContext } from '#platform/context'
import { announce } from '#platform/events/announce'
import { may } from '#platform/permissions'
import { ImportProblem } from './errors.ts'
import * as data from './import-data.ts'
import { removeParts, removeUpload } from './parts.ts'
import { readFile } from './reading/read-file.ts'
import { loadRunWorld, runPart } from './run/run-part.ts'
import { prepare } from './setup.ts'

/** Whoever works on a file says at each part that it lives; silent for so long, another goes on. */
const HELD_MS = 60_000
const MOST_TRIES = 4
/** So long on one file, then others of the lane have their turn. */
const TURN_MS = 2000
const DAY_MS = 86_400_000

/** Reads files that came, and goes on with those that run, over all brands; removes files whose time is over. */
export async function sweepImports(services: Services): Promise<number> {
  let done = 0
  for (const { brand_id, import_id } of await data.openImports(services.db.open, services.now(), 5))
    done += Number(await workOn(services, brand_id, import_id))
  const before = new Date(services.now().getTime() - IMPORT_KEPT_DAYS * DAY_MS)
  for (const { brand_id, import_id } of await data.oldImports(services.db.open, before, 20)) {
    await forget(systemContext(services, brand_id), import_id)
    done += 1
  }
  return done
}

async function workOn(services: Services, brandId: string, id: string): Promise<boolean> {
  const system = systemContext(services, brandId)
  const held = () => new Date(services.now().getTime() + HELD_MS)
  const row = await system.transaction((tx) => data.holdImport(tx, id, services.now(), held()))
  if (!row) return false
  const maker = await findActor(services, brandId, row.staff_id)
  if (!maker || !may(maker.actor, 'tickets.import')) {
    await end(system, row, 'cancelled', { code: 'makerGone', data: {} })
    return true
  }
  const ctx = contextFor(services, maker.actor, { locale: row.locale })
  try {
    if (row.state === 'reading') await read(ctx, row, held)
    else await run(ctx, row, held)
  } catch (error) {
    if (error instanceof ImportProblem) await end(ctx, row, 'failed', { code: error.code, data: error.data })
    else await stumble(ctx, row, error)
  }
  return true
}

async function read(ctx: Ctx, row: data.ImportRow, held: () => Date): Promise<void> {
  const tell = async (seen: number) => {
    const wanted = await ctx.transaction(async (tx) => {
      await announce(tx, ctx, 'import.moved', { ticketId: row.id, staffIds: [row.staff_id] })
      return data.changeImport(tx, row.id, ['reading'], { seen, held_until: held() })
    })
    if (!wanted) throw new ImportProblem('cancelled')
  }
  const file = await readFile(ctx, row.id, row.uploads, tell)
  await prepare(ctx, row, file)
  await removeUpload(ctx, row.id, row.uploads)
}

async function run(ctx: Ctx, row: data.ImportRow, held: () => Date): Promise<void> {
  const world = await loadRunWorld(ctx)
  const until = performance.now() + TURN_MS
  do {
    if (await runPart(ctx, row.id, world, held)) continue
    const now = await ctx.transaction((tx) => data.findImport(tx, row.id))
    if (now?.state === 'running') await end(ctx, now, 'done', null)
    return
  } while (performance.now() < until)
  await ctx.transaction((tx) => data.changeImport(tx, row.id, ['running'], { held_until: null }))
}

async function end(
  ctx: Ctx,
  row: data.ImportRow,
  state: 'done' | 'failed' | 'cancelled',
  problem: data.Problem | null,
) {
  await ctx.transaction(async (tx) => {
    const change = { state, problem, ended_at: ctx.now(), held_until: null }
    if (!(await data.changeImport(tx, row.id, ['reading', 'running'], change))) return
    const { what, seen, good, doubled, refused, live, history, emergencies } = row
    await audit(tx, ctx, {
      action: state === 'done' ? 'tickets.imported' : 'tickets.importStopped',
      subjectKind: 'import',
      subjectId: row.id,
      subject: row.file_name,
      data: { what, seen, good, doubled, refused, live, history, emergencies, problem: problem?.code },
    })
    await announce(tx, ctx, 'import.moved', { ticketId: row.id, staffIds: [row.staff_id] })
  })
}

/** A fault that is no fault of the file: it is tried again when its time is over, and after some tries waits for somebody. */
async function stumble(ctx: Ctx, row: data.ImportRow, error: unknown): Promise<void> {
  ctx.log.error({ err: error, importId: row.id }, 'a file could not be brought in; it is tried again')
  if (row.tries < MOST_TRIES) return
  if (row.state === 'reading') return end(ctx, row, 'failed', { code: 'stopped', data: {} })
  await ctx.transaction((tx) =>
    data.changeImport(tx, row.id, ['running'], {
      state: 'paused',
      tries: 0,
      held_until: null,
      problem: { code: 'stopped', data: {} },
    }),
  )
}

/** The file and what became of its rows; what it brought stays, and so does the line in the history. */
async function forget(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.transaction((tx) => data.findImport(tx, id))
  if (!row) return
  await removeUpload(ctx, id, row.uploads)
  await removeParts(ctx, id, row.sheets)
  await ctx.transaction(async (tx) => {
    await data.changeImport(tx, id, ['ready', 'paused'], { state: 'cancelled', ended_at: ctx.now() })
    await data.changeImport(tx, id, ['done', 'failed', 'cancelled'], { files_gone: true })
    await data.forgetOutcomes(tx, id)
  })
}
