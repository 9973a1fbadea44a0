import { findActor } from '#domains/people'
import { type Ctx, contextFor, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError, httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { openDesk, saveDesk } from '../handling/desk.ts'
import { type Snapshot, snapshotOf } from '../handling/snapshot.ts'
import { inboxErrors } from '../inbox/errors.ts'
import * as data from './bulk-data.ts'
import { ACTION, doDeed, stateOf, undoDeed } from './deed.ts'

const BULKS_AT_ONCE = 20
/** So many tickets of one deed, then the next deed has its turn. */
const TICKETS_AT_ONCE = 50
const KEPT_MS = 30 * 86_400_000

/**
 * Goes on with every deed that is on its way, over all brands, one ticket a transaction.
 * Shape: a ticket and the mark that it was seen to are committed together, so a killed process has neither and another goes on from there.
 */
export async function sweepBulks(services: Services): Promise<number> {
  const open = await data.openBulks(services.db.open, BULKS_AT_ONCE)
  let seenTo = 0
  for (const bulk of open) seenTo += await goOn(services, bulk)
  return seenTo + (await forget(services))
}

async function goOn(services: Services, bulk: data.OpenBulk): Promise<number> {
  const maker = await findActor(services, bulk.brand_id, bulk.staff_id)
  const system = systemContext(services, bulk.brand_id)
  const { deed, locale } = await system.transaction((tx) => data.loadDeed(tx, bulk.bulk_id))
  if (!maker && !bulk.undoing)
    await system.transaction((tx) => data.failRest(tx, bulk.bulk_id, problemOf(inboxErrors.makerGone())))
  // What was begun is given back even when its maker has left.
  const ctx = maker ? contextFor(services, maker.actor, { locale }) : system
  let seenTo = 0
  while (seenTo < TICKETS_AT_ONCE) {
    const went = bulk.undoing ? await undoOne(ctx, bulk, deed) : await doOne(ctx, bulk, deed)
    if (!went) break
    seenTo += 1
  }
  const ended =
    seenTo < TICKETS_AT_ONCE &&
    (await system.transaction((tx) => data.endBulk(tx, bulk.bulk_id, bulk.undoing, services.now())))
  return seenTo + Number(ended)
}

type Deed = Awaited<ReturnType<typeof data.loadDeed>>['deed']

function doOne(ctx: Ctx, bulk: data.OpenBulk, deed: Deed): Promise<boolean> {
  return oneItem(ctx, bulk, 'todo', 'failed', async (tx, item) => {
    const desk = await openDesk(ctx, tx, item.ticket_id, scopeOf(ctx.actor, ACTION[deed.kind]))
    if (!desk) throw ticketErrors.notFound()
    const before = snapshotOf(desk)
    await doDeed(desk, deed)
    if (hasWork(desk)) await saveDesk(desk)
    return { state: 'done', before, after: stateOf(desk) }
  })
}

function undoOne(ctx: Ctx, bulk: data.OpenBulk, deed: Deed): Promise<boolean> {
  return oneItem(ctx, bulk, 'done', 'left', async (tx, item) => {
    const desk = await openDesk(ctx, tx, item.ticket_id, scopeOf(ctx.actor, ACTION[deed.kind]))
    if (!desk) throw ticketErrors.notFound()
    await undoDeed(desk, deed, item.before as Snapshot, item.after)
    if (hasWork(desk)) await saveDesk(desk)
    return { state: 'undone' }
  })
}

/** A deed that found everything as wanted leaves no trace. */
function hasWork(desk: { entries: unknown[]; audits: unknown[] }): boolean {
  return desk.entries.length > 0 || desk.audits.length > 0
}

type Outcome = Parameters<typeof data.markItem>[3]

/** One ticket with its mark in one transaction; what a person could have been refused is written down with its reason. */
async function oneItem(
  ctx: Ctx,
  bulk: data.OpenBulk,
  from: 'todo' | 'done',
  refused: 'failed' | 'left',
  work: (tx: Tx, item: data.Item) => Promise<Outcome>,
): Promise<boolean> {
  let ticketId = ''
  try {
    return await ctx.transaction(async (tx) => {
      const item = await data.claimItem(tx, bulk.bulk_id, from)
      if (!item) return false
      ticketId = item.ticket_id
      await data.savepoint(tx)
      const outcome = await work(tx, item).catch(async (error: unknown): Promise<Outcome> => {
        if (!(error instanceof AppError)) throw error
        await data.backToSavepoint(tx)
        return { state: refused, problem: problemOf(error) }
      })
      await data.markItem(tx, bulk.bulk_id, ticketId, outcome)
      return true
    })
  } catch (error) {
    if (!ticketId) throw error
    ctx.log.error(
      { err: error, bulkId: bulk.bulk_id, ticketId },
      'a ticket of a bulk deed failed; the others go on',
    )
    await ctx.transaction((tx) =>
      data.markItem(tx, bulk.bulk_id, ticketId, { state: refused, problem: problemOf(httpErrors.failed()) }),
    )
    return true
  }
}

function problemOf({ code, data: given }: AppError): data.Problem {
  return { code, data: given }
}

async function forget(services: Services): Promise<number> {
  const before = new Date(services.now().getTime() - KEPT_MS)
  const old = await data.oldBulks(services.db.open, before, 20)
  for (const { brand_id, bulk_id } of old)
    await services.db.inBrand(brand_id, (tx) => data.deleteBulk(tx, bulk_id))
  return old.length
}
