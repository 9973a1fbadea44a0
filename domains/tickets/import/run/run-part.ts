import type { ImportPlatform } from '#contracts/tickets/import'
import { channelForImport } from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { announce } from '#platform/events/announce'
import type { World } from '../../intake/decide-opening.ts'
import { loadWorld } from '../../intake/open-tickets.ts'
import * as data from '../import-data.ts'
import { shopFinder } from '../mapping/find-shop.ts'
import { bodyOf } from '../mapping/guess-mapping.ts'
import { type Mapped, type MapWorld, mapRow } from '../mapping/map-row.ts'
import { ownShops } from '../own-import.ts'
import { type Row, readPart } from '../parts.ts'
import { importCustomers } from './import-customers.ts'
import { importOrders } from './import-orders.ts'
import { importReviews } from './import-reviews.ts'
import { countOutcomes, type Outcome } from './outcome.ts'

/** What every part of a file looks at, loaded once a round. */
export type RunWorld = { world: World; map: MapWorld; channels: Map<ImportPlatform, { id: string }> }

export async function loadRunWorld(ctx: Ctx): Promise<RunWorld> {
  const world = await ctx.transaction((tx) => loadWorld(tx, ctx))
  const { shops, zone } = world.roster
  return {
    world,
    map: { zone, now: world.now, shops: shopFinder(ownShops(ctx, shops)) },
    channels: new Map(),
  }
}

/**
 * Brings the next part in: its rows and the mark that it is done are committed together, so a killed process has neither.
 * Shape: false when there was no part left, or somebody has stopped it.
 */
export async function runPart(ctx: Ctx, id: string, run: RunWorld, held: () => Date): Promise<boolean> {
  const seen = await ctx.transaction((tx) => data.findImport(tx, id))
  const mapping = seen?.mapping
  if (!seen || !mapping || seen.next_part >= (seen.sheets[mapping.sheet]?.parts ?? 0)) return false
  const rows = bodyOf(await readPart(ctx, id, mapping.sheet, seen.next_part), mapping.header)
  const attempt = (work: typeof takeRows) =>
    ctx.transaction(async (tx) => {
      const row = await data.findImport(tx, id, true)
      if (row?.state !== 'running' || row.next_part !== seen.next_part) return false
      const outcomes = await work(tx, ctx, row, rows, run)
      await data.finishPart(tx, row, outcomes, countOutcomes(outcomes), held())
      await announce(tx, ctx, 'import.moved', { ticketId: id, staffIds: [row.staff_id] })
      return true
    })
  try {
    return await attempt(takeRows)
  } catch (error) {
    ctx.log.warn(
      { err: error, importId: id, part: seen.next_part },
      'a part of a file failed; its rows are tried one by one',
    )
    run.channels.clear()
    return attempt(oneByOne)
  }
}

async function takeRows(
  tx: Tx,
  ctx: Ctx,
  row: data.ImportRow,
  rows: readonly Row[],
  run: RunWorld,
): Promise<Outcome[]> {
  const mapping = row.mapping!
  const refused: Outcome[] = []
  const mapped: { n: number; values: Mapped[keyof Mapped] }[] = []
  for (const one of rows) {
    const read = mapRow(row.what, one, mapping, run.map)
    if ('values' in read) mapped.push({ n: one.n, values: read.values })
    else refused.push({ n: one.n, state: 'refused', code: read.problem.code, field: read.problem.field })
  }
  const taken = mapped.length ? await takeMapped(tx, ctx, row, mapped, run) : []
  return [...refused, ...taken].sort((a, b) => a.n - b.n)
}

function takeMapped(
  tx: Tx,
  ctx: Ctx,
  row: data.ImportRow,
  mapped: { n: number; values: unknown }[],
  run: RunWorld,
): Promise<Outcome[]> {
  if (row.what === 'customers')
    return importCustomers(tx, ctx, row.file_name, mapped as { n: number; values: Mapped['customers'] }[])
  if (row.what === 'orders')
    return importOrders(tx, ctx, row.file_name, mapped as { n: number; values: Mapped['orders'] }[])
  const channelOf = async (platform: ImportPlatform) => {
    const known = run.channels.get(platform) ?? (await channelForImport(tx, ctx, platform))
    run.channels.set(platform, known)
    return known
  }
  const job = { mapping: row.mapping!, fileName: row.file_name, world: run.world, channelOf }
  return importReviews(tx, ctx, job, mapped as { n: number; values: Mapped['reviews'] }[])
}

/** When something in a part fails that no rule foresaw, only the row that it is in is left out. */
async function oneByOne(
  tx: Tx,
  ctx: Ctx,
  row: data.ImportRow,
  rows: readonly Row[],
  run: RunWorld,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const one of rows) {
    await data.savepoint(tx)
    try {
      outcomes.push(...(await takeRows(tx, ctx, row, [one], run)))
    } catch (error) {
      await data.backToSavepoint(tx)
      run.channels.clear()
      ctx.log.error({ err: error, importId: row.id, row: one.n }, 'a row of a file failed; the others go on')
      outcomes.push({ n: one.n, state: 'refused', code: 'unforeseen' })
    }
  }
  return outcomes
}
